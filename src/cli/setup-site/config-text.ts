/**
 * Writes values into the text of `site.config.ts`, and leaves everything else as it is: comments, the order, options that
 * the set-up does not ask for.
 */
import ts from 'typescript';
import { Refusal } from '../new/refusal.ts';

/** Values by option; `undefined` takes the option away, so that its default counts. */
export type ConfigValues = Readonly<Record<string, unknown>>;

/** @throws {Refusal} where the file does not hand an object to `defineSite` */
export function writeConfigText(text: string, values: ConfigValues): string {
  const site = findSite(text);
  const edits = Object.entries(values).flatMap(([option, value]) => editOption(text, site, option, value));
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((rest, { from, to, words }) => rest.slice(0, from) + words + rest.slice(to), text);
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

function editOption(text: string, site: ts.ObjectLiteralExpression, option: string, value: unknown): Edit[] {
  const property = site.properties.find(({ name }) => name?.getText().replaceAll(/['"]/g, '') === option);
  if (property === undefined) {
    if (value === undefined) return [];
    const end = site.properties.at(-1)?.getEnd() ?? site.getStart() + 1;
    return [{ from: end, to: end, words: `,\n${option}: ${JSON.stringify(value)}` }];
  }
  if (value !== undefined) {
    return [{ from: property.getStart(), to: property.getEnd(), words: `${option}: ${JSON.stringify(value)}` }];
  }
  const comma = /^\s*,/.exec(text.slice(property.getEnd()))?.[0] ?? '';
  return [{ from: property.getFullStart(), to: property.getEnd() + comma.length, words: '' }];
}

function findSite(text: string): ts.ObjectLiteralExpression {
  const source = ts.createSourceFile('site.config.ts', text, ts.ScriptTarget.Latest, true);
  let found: ts.ObjectLiteralExpression | undefined;
  const visit = (node: ts.Node): void => {
    const isCall = ts.isCallExpression(node) && node.expression.getText() === 'defineSite';
    const [site] = isCall ? node.arguments : [];
    if (site !== undefined && ts.isObjectLiteralExpression(site)) found ??= site;
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (found !== undefined) return found;
  throw new Refusal(
    'site.config.ts does not say defineSite({ … }), so its options are not found: write it like that again',
  );
}
