/** Who rests on a link or a button is shown where it leads or what it does: what that takes is loaded with the first. */

/** Lists that say as much of their pages as a preview would, or whose next link it would cover. */
const DESCRIBED = '.study-related, .study-cards, study-not-found';
/** What may have a tip: `tip.ts` knows which. */
const TIPPED = ':is(button, summary):is([title], [aria-label], [aria-keyshortcuts]), [data-tip]';

/** The last that was met: the first script may come after the second, which asks for the same and waits for less. */
let last: Element | undefined;

/** Fingers do not rest on anything: they press. */
function heed(event: Event): void {
  const { target } = event;
  if (!(target instanceof Element) || (event instanceof PointerEvent && event.pointerType === 'touch')) return;
  const control = target.closest(`${TIPPED}, main a[href]`);
  if (control === null || (event.type === 'focusin' && !control.matches(':focus-visible'))) return;
  last = control;
  const isLast = () => control === last;
  if (control instanceof HTMLElement && !control.matches('a:not([data-tip])'))
    void import('./tip.ts').then(({ showTip }) => isLast() && showTip(control));
  else if (!control.closest(DESCRIBED))
    void import('./link-preview.ts').then(({ previewLink }) => isLast() && previewLink(control));
}

addEventListener('pointerover', heed);
addEventListener('focusin', heed);
