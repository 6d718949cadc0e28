/**
 * A box beside what the pointer or the focus rests on: there after a moment, gone with Escape, and staying while the pointer is
 * on it (WCAG 1.4.13). Nothing in it can be reached, since all that it holds is a text about what it stands beside.
 */
import { createElement } from './element.ts';

/** Milliseconds: shorter, and who crosses an element with the pointer sees it; longer, and it seems broken. */
const BEFORE = 350;
/** Time to cross the gap between the two. */
const AFTER = 250;
const GAP = 8;

export interface HoverBox {
  readonly element: HTMLElement;
  /**
   * @param read what to show, once it is known; `undefined` shows nothing
   * @param isName whether the box only says what a screen reader calls the element anyway
   */
  rest(anchor: Element, read: () => Promise<readonly Node[] | undefined>, isName?: boolean): void;
}

export function createHoverBox(id: string): HoverBox {
  const element = createElement('div', { class: 'study-preview', id, role: 'tooltip', popover: 'manual' });
  element.lang = document.documentElement.lang;
  let current: Element | undefined;
  let showing: ReturnType<typeof setTimeout> | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;

  function show(anchor: Element, isName: boolean): void {
    // What lies outside of an open dialog cannot be seen.
    const parent = anchor.closest('dialog, main') ?? document.body;
    if (element.parentElement !== parent) parent.append(element);
    element.showPopover();
    if (!isName) anchor.setAttribute('aria-describedby', id);
    const { left, top, bottom } = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = element;
    const isAbove = bottom + GAP + height > innerHeight && top - GAP - height > 0;
    element.style.left = `${Math.max(GAP, Math.min(left, document.documentElement.clientWidth - width - GAP))}px`;
    element.style.top = `${isAbove ? top - GAP - height : bottom + GAP}px`;
  }

  function leave(): void {
    clearTimeout(hiding);
    hiding = setTimeout(hide, AFTER);
  }

  function hide(): void {
    clearTimeout(showing);
    clearTimeout(hiding);
    if (current === undefined) return;
    current.removeEventListener('pointerleave', leave);
    current.removeEventListener('blur', leave);
    current.removeEventListener('click', hide);
    if (current.getAttribute('aria-describedby') === id) current.removeAttribute('aria-describedby');
    current = undefined;
    if (element.isConnected) element.hidePopover();
  }

  element.addEventListener('pointerenter', () => clearTimeout(hiding));
  element.addEventListener('pointerleave', leave);
  // What is fixed to the screen would stay behind; who scrolls reads on. But the Tab key scrolls to where it stops.
  const scrolled = () => {
    if (element.matches(':popover-open') || current !== document.activeElement) hide();
  };
  addEventListener('scroll', scrolled, { passive: true });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !element.matches(':popover-open')) return;
      // It closes this, and not what lies below it too.
      event.stopPropagation();
      event.preventDefault();
      hide();
    },
    { capture: true },
  );

  return {
    element,
    rest(anchor, read, isName = false) {
      if (anchor === current) return clearTimeout(hiding);
      hide();
      current = anchor;
      anchor.addEventListener('pointerleave', leave);
      anchor.addEventListener('blur', leave);
      anchor.addEventListener('click', hide);
      showing = setTimeout(async () => {
        const nodes = await read();
        if (current !== anchor || nodes === undefined) return;
        // Who left before this was loaded was not heard.
        if (!anchor.matches(':hover, :focus')) return hide();
        element.replaceChildren(...nodes);
        show(anchor, isName);
      }, BEFORE);
    },
  };
}
