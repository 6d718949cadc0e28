/** Where a run's output appears while it happens, and how it ended. */
import type { OutputChunk } from '../browser/runners/runner.ts';

export interface RunOutput {
  readonly element: HTMLElement;
  write(chunk: OutputChunk): void;
  /** The traceback, or another text that belongs to the run and was not printed by it. */
  writeError(text: string): void;
  /** Anything else: a table of results, a timeline. */
  show(node: Node): void;
  caption(text: string): void;
  clear(): void;
  isEmpty(): boolean;
}

export function createRunOutput(): RunOutput {
  const element = document.createElement('figure');
  element.className = 'study-output study-run-output not-content';
  const caption = document.createElement('figcaption');
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.dir = 'ltr';
  const text = document.createElement('samp');
  // Read out as it comes, without what was there before.
  text.setAttribute('role', 'log');
  const extra = document.createElement('div');
  pre.append(text);
  element.append(caption, pre, extra);
  const append = (content: string, className: string): void => {
    const last = text.lastElementChild;
    if (last instanceof HTMLElement && last.className === className) last.append(content);
    else {
      const part = document.createElement('span');
      part.className = className;
      part.textContent = content;
      text.append(part);
    }
    pre.hidden = false;
  };
  return {
    element,
    write: ({ stream, text: content }) => append(content, `study-${stream}`),
    writeError(content) {
      const before = text.textContent ?? '';
      append(before === '' || before.endsWith('\n') ? content : `\n${content}`, 'study-traceback');
    },
    show: (node) => extra.append(node),
    caption(words) {
      caption.textContent = words;
    },
    isEmpty: () => text.textContent === '' && extra.childNodes.length === 0,
    clear() {
      text.textContent = '';
      extra.textContent = '';
      pre.hidden = true;
    },
  };
}
