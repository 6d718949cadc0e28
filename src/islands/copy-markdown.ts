/**
 * Puts a note's Markdown twin into the clipboard. Without this script, and where the twin cannot be had, the link leads to
 * the twin itself, as any link does.
 */
const link = document.querySelector<HTMLAnchorElement>('a.study-copy');
const said = document.querySelector('.study-copy-said');

link?.setAttribute('role', 'button');
link?.addEventListener('click', (event) => {
  // Who opens it in another tab wants the link.
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void copy(link);
});
// What is called a button is pressed by both keys.
link?.addEventListener('keydown', (event) => {
  if (event.key !== ' ') return;
  event.preventDefault();
  link.click();
});

async function copy(link: HTMLAnchorElement): Promise<void> {
  try {
    // Asked for within the press: who waits for the text first has lost the right to write it in some browsers.
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': loadText(link.href) })]);
    say(link.dataset.copied);
  } catch {
    say(link.dataset.failed);
  }
}

/** Taken away first, so that the same words are read out once more. */
function say(words = ''): void {
  said?.replaceChildren();
  requestAnimationFrame(() => said?.append(words));
}

async function loadText(href: string): Promise<Blob> {
  const response = await fetch(href);
  const type = response.headers.get('content-type') ?? '';
  // Without a network, a page comes in its place.
  if (!response.ok || type.includes('html')) throw new TypeError(`${href} cannot be loaded`);
  return new Blob([await response.text()], { type: 'text/plain' });
}
