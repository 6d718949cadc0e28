/** Checklist items: each needs an id that is written down before anybody hangs progress on it. */
import type { Code } from '../codes/table.ts';
import type { Page } from '../page.ts';
import type { Problem } from '../problem.ts';

/** What begins like an item and is read as plain text, because a space is missing or too many. */
const ALMOST = /^[\s>]*(?:[-*+]|\d+[.)])\s*\[\s*[xX]?\s*\](?![(:[])/;
const WRITTEN_ID = /\s\^\S+\s*$/;

/** @param isStrict whether an item without an id is an error: on this site, or because the page is translated */
export function checkItems({ file, document }: Page, isStrict: boolean): Problem[] {
  const at = (line: number, code: Code, message: string, hint: string): Problem => ({
    file,
    line,
    column: 1,
    code,
    message,
    hint,
  });
  const missing = document.items
    .filter(({ isExplicit }) => !isExplicit)
    .map(({ line, endLine, text, id }): Problem => {
      if (WRITTEN_ID.test(text)) {
        // As it is written: typography has made a dash of two hyphens in the text.
        const written = document.lines[endLine - 1]?.trim().split(/\s/).at(-1) ?? '^';
        const better = written
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '-')
          .replace(/^-|-$/g, '');
        const hint = `write lower-case letters, digits and hyphens after the ^: ^${better || 'explain-it'}`;
        return at(line, 'item-id-form', `"${written}" is not an id, so it is shown as text`, hint);
      }
      const message = `this item's id is derived from its text, "${id}"`;
      const hint = 'run npm run ids, or end the line with an id of your own, such as ^explain-it';
      return { ...at(line, 'item-id-missing', message, hint), ...(isStrict && { severity: 'error' }) };
    });
  return [
    ...missing,
    ...findAlmostItems(document).map((line) =>
      at(
        line,
        'item-form',
        'this is not read as a checklist item',
        'write it as - [ ] text: one space between the brackets, one before and one after them',
      ),
    ),
  ];
}

/** 1-based lines outside of frontmatter and code that look like an item and are not one. */
function findAlmostItems({ lines, items, fences, frontmatter }: Page['document']): number[] {
  const known = new Set(items.map(({ line }) => line));
  const start = frontmatter === undefined ? 0 : frontmatter.split('\n').length + 2;
  const isCode = (line: number) => fences.some((fence) => line >= fence.line && line <= fence.endLine);
  return lines.flatMap((text, index) => {
    const line = index + 1;
    return line > start && ALMOST.test(text) && !known.has(line) && !isCode(line) ? [line] : [];
  });
}
