/** Gives each block of code a button that copies it, and takes blocks that do not scroll out of the keyboard's way. */
import { readLines } from './code-lines.ts';
import { readDataOfPage, type Words } from './page-words.ts';

const SHOWN_FOR_MS = 2000;
const words = readDataOfPage<Words>('study-words');

/** What does not scroll needs no stop of the tab key; `rendered-html.ts` gives one to all, for pages without scripts. */
const fitted = new ResizeObserver((changes) => {
  for (const { target } of changes)
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
});

for (const frame of document.querySelectorAll('.expressive-code .frame')) {
  const code = frame.querySelector('pre');
  if (code === null) continue;
  fitted.observe(code);
  frame.append(createCopyButton(code, frame.matches('.is-terminal')));
}

function createCopyButton(code: HTMLElement, isTerminal: boolean): HTMLElement {
  const host = document.createElement('div');
  const said = document.createElement('span');
  const button = document.createElement('button');
  host.className = 'study-code-copy';
  said.setAttribute('role', 'status');
  button.type = 'button';
  button.title = words.copyCode ?? '';
  button.addEventListener('click', async () => {
    const text = readLines(code);
    const isCopied = await copy(isTerminal ? withoutComments(text) : text);
    // Selected, so that the keys of the reader's own system can copy it.
    if (!isCopied) getSelection()?.selectAllChildren(code);
    said.textContent = (isCopied ? words.copied : words.notCopied) ?? '';
    setTimeout(() => said.replaceChildren(), SHOWN_FOR_MS);
  });
  host.append(said, button);
  return host;
}

/** What is pasted into a shell would be run, a shell without comments among them. */
function withoutComments(text: string): string {
  return text.replace(/(?<=^|\n)\s*#.*($|\n+)/g, '').trim();
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
