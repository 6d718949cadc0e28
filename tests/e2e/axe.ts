/** Axe, put into a page once: some are asked ten questions, and half a megabyte takes longer to send than some take to answer. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const SCRIPT = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Nobody reads the HTML of the thousands of elements that are as they should be. */
const SETTINGS = ';axe.configure({ noHtml: true })';

export interface Question {
  /** Selectors of the parts to look at, each of which must be there; the whole page where none is named. */
  readonly parts?: readonly string[];
  /** Selectors of what is left out. */
  readonly except?: readonly string[];
  /** The only rules to ask. */
  readonly only?: readonly string[];
  /** Rules to ask as well, or not to ask. */
  readonly rules?: Readonly<Record<string, boolean>>;
}

export type Objection = readonly [rule: string, targets: string[]];

/**
 * Describing each of the thousands of elements that are as they should be takes longer than to examine them.
 * @returns what axe objects to, with the selectors of the elements
 */
export async function listObjections(page: Page, question: Question = {}): Promise<Objection[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SCRIPT + SETTINGS);
  return await page.evaluate(async ({ parts = [], except = [], only, rules = {} }) => {
    const context: axe.ContextObject = { exclude: [...except], ...(parts.length > 0 && { include: [...parts] }) };
    const options: axe.RunOptions = {
      resultTypes: ['violations'],
      rules: Object.fromEntries(Object.entries(rules).map(([rule, enabled]) => [rule, { enabled }])),
      ...(only !== undefined && { runOnly: { type: 'rule', values: [...only] } }),
    };
    const { violations }: axe.AxeResults = await Reflect.get(window, 'axe').run(context, options);
    return violations.map(({ id, nodes }): Objection => [id, nodes.map(({ target }) => target.join(' '))]);
  }, question);
}
