/**
 * What a button is called or does, beside it: its title, its name where it shows an icon only, and the keys that press it. A
 * title that the browser showed would come with the pointer only, and not go with Escape.
 */
import { createElement } from './element.ts';
import { createHoverBox } from './hover-box.ts';

const KEY_NAMES: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  Meta: '⌘',
  ArrowLeft: '←',
  ArrowRight: '→',
};
const titled = new WeakSet<HTMLElement>();
const box = createHoverBox('study-tip');
Object.assign(box.element.style, { inlineSize: 'max-content', maxInlineSize: '20rem', padding: '0.3rem 0.6rem' });

export function showTip(control: HTMLElement): void {
  adoptTitle(control);
  const name = isIcon(control) ? control.ariaLabel : null;
  const said = control.dataset.tip ?? name ?? '';
  const keys = titled.has(control) ? '' : nameKeys(control.getAttribute('aria-keyshortcuts') ?? '');
  const text = [said, keys].filter((part) => part !== '').join(' · ');
  if (text === '') return;
  box.rest(control, async () => [createElement('span', {}, text)], said === name);
}

/** A title that was the control's only name stays its name. It names its keys itself. */
function adoptTitle(control: HTMLElement): void {
  const { title } = control;
  if (title === '') return;
  control.removeAttribute('title');
  titled.add(control);
  control.dataset.tip = title;
  if (isIcon(control) && !control.ariaLabel) control.ariaLabel = title;
  else control.ariaDescription = title;
}

/** At most a mark, such as ✓: nothing that a reader could read out. */
function isIcon(control: HTMLElement): boolean {
  return control.textContent.trim().length < 2;
}

/** `Control+K /` → `Ctrl+K, /` */
function nameKeys(shortcuts: string): string {
  return shortcuts
    .split(' ')
    .map((keys) => keys.replace(/\w+/g, (key) => KEY_NAMES[key] ?? key))
    .filter((keys) => keys !== '')
    .join(', ');
}
