/** Who rests on a link or a button is shown where it leads or what it does: what that takes is loaded with the first. */
/** Lists that say as much of their pages as a preview would, or whose next link it would cover. */
const DESCRIBED = '.study-related, .study-cards, study-not-found';
/** What may have a tip: `tip.ts` knows which. */
const TIPPED = ':is(button, summary):is([title], [aria-label], [aria-keyshortcuts]), [data-tip]';

/** Fingers do not rest on anything: they press. */
function heed(event: Event): void {
  const { target } = event;
  if (!(target instanceof Element) || (event instanceof PointerEvent && event.pointerType === 'touch')) return;
  const control = target.closest(`${TIPPED}, main a[href]`);
  if (control === null || (event.type === 'focusin' && !control.matches(':focus-visible'))) return;
  if (control instanceof HTMLElement && !control.matches('a:not([data-tip])'))
    void import('./tip.ts').then(({ showTip }) => showTip(control));
  else if (!control.closest(DESCRIBED))
    void import('./link-preview.ts').then(({ previewLink }) => previewLink(control));
}

addEventListener('pointerover', heed);
addEventListener('focusin', heed);
