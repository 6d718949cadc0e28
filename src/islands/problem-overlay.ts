/**
 * While writing: the problems of the page's own file, in a panel on the page, with the way to the line in the editor.
 * Only the dev server loads it. In a shadow tree, so that neither styles the other.
 */
import { FILE_META, PROBLEMS_EVENT, type ShownProblem } from './problem-list.ts';

const STYLE = `
  :host { position: fixed; inset: auto 1rem 1rem auto; z-index: 100; max-inline-size: min(38rem, calc(100vw - 2rem)); font: 0.875rem/1.45 system-ui, sans-serif; }
  details { max-block-size: 60vh; overflow: auto; border: 1px solid #8b95a5; border-inline-start: 0.3rem solid #d99a2b; border-radius: 0.5rem; background: #1d2027; color: #f2f4f8; box-shadow: 0 0.5rem 2rem #0008; }
  details.has-errors { border-inline-start-color: #f2645a; }
  summary { padding: 0.6rem 1rem; cursor: pointer; font-weight: 600; }
  ul { margin: 0; padding: 0 1rem 0.75rem; list-style: none; }
  li { padding-block: 0.6rem; border-block-start: 1px solid #454b57; overflow-wrap: anywhere; }
  button { padding: 0; border: 0; background: none; color: #a9c4ff; font: inherit; font-family: ui-monospace, monospace; text-decoration: underline; cursor: pointer; }
  a { color: #a9c4ff; }
  :is(summary, button, a):focus-visible { outline: 2px solid #a9c4ff; outline-offset: 2px; }
  p { margin: 0.2rem 0 0; color: #c6ccd6; }
  .error { color: #ff9d96; }
  .warning { color: #f5c46b; }
`;

class ProblemOverlay extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #file = document.querySelector<HTMLMetaElement>(`meta[name="${FILE_META}"]`)?.content;

  show(all: readonly ShownProblem[]): void {
    const own = all.filter(({ file }) => file === this.#file);
    const isClosed = this.#root.querySelector('details')?.open === false;
    const style = create('style', STYLE);
    if (own.length === 0) return this.#root.replaceChildren();
    const errors = own.filter(({ severity }) => severity === 'error').length;
    const details = create('details');
    details.open = !isClosed;
    details.classList.toggle('has-errors', errors > 0);
    const elsewhere = all.length === own.length ? '' : `, ${all.length - own.length} in other files`;
    const summary = `${count(errors, 'error')}, ${count(own.length - errors, 'warning')} on this page${elsewhere}`;
    const list = create('ul');
    list.append(...own.map(describe));
    details.append(create('summary', summary), list);
    this.#root.replaceChildren(style, details);
  }
}

function describe(problem: ShownProblem): HTMLLIElement {
  const { file, line, column, code, message, hint, severity, url } = problem;
  const item = create('li');
  const place = create('button', `line ${line}`);
  place.type = 'button';
  place.title = 'Open in the editor';
  place.addEventListener(
    'click',
    () => void fetch(`/__open-in-editor?file=${encodeURIComponent(`${file}:${line}:${column}`)}`),
  );
  const label = create('span', ` ${severity} `);
  label.className = severity;
  const link = create('a', code);
  link.href = url;
  item.append(place, label, link, create('p', message), create('p', hint));
  return item;
}

function create<K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

customElements.define('study-problems', ProblemOverlay);

const overlay = new ProblemOverlay();
overlay.role = 'status';
document.body.append(overlay);
import.meta.hot?.on(PROBLEMS_EVENT, (problems: readonly ShownProblem[]) => overlay.show(problems));
import.meta.hot?.send(PROBLEMS_EVENT);
