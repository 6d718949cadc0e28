/** Headings as the table of contents and screen readers need them: one title, no level left out. */
import type { Page } from '../page.ts';
import type { Problem } from '../problem.ts';

export function checkHeadings({ file, document }: Page): Problem[] {
  let depth = 1;
  return document.headings.flatMap(({ line, column, text, ...heading }, index): Problem[] => {
    const before = depth;
    depth = Math.max(heading.depth, 2);
    if (heading.depth === 1) {
      const message = `"${text}" is a second title beside that of the frontmatter`;
      const hint = 'begin it with ##, or take it out where it only repeats the title';
      return [{ file, line, column, code: 'heading-title', message, hint }];
    }
    if (heading.depth <= before + 1) return [];
    const above = index === 0 ? 'the title above it' : 'the heading before it';
    const message = `"${text}" is of level ${heading.depth}, and ${above} of level ${before}`;
    return [{ file, line, column, code: 'heading-skipped', message, hint: `begin it with ${'#'.repeat(before + 1)}` }];
  });
}
