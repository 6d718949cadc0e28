/** The text of a block of code, as its lines have it: without the ends that empty lines have within themselves. */
export function readLines(block: Element): string {
  return [...block.querySelectorAll('.ec-line .code')]
    .map(({ textContent }) => textContent?.replace(/\n$/, '') ?? '')
    .join('\n');
}
