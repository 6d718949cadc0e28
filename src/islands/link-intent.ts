/** Who rests on a link, with the pointer or the focus, is shown where it leads: what that takes is loaded with the first. */
/** Lists that say as much of their pages as a preview would, or whose next link it would cover. */
const DESCRIBED = '.study-related, .study-cards, study-not-found';
const main = document.querySelector('main');

/** Fingers do not rest on links: they follow them. */
function heed(event: Event): void {
  const { target } = event;
  if (!(target instanceof Element) || (event instanceof PointerEvent && event.pointerType === 'touch')) return;
  const link = target.closest('a[href]');
  if (link === null || link.closest(DESCRIBED) || (event.type === 'focusin' && !link.matches(':focus-visible'))) return;
  void import('./link-preview.ts').then(({ previewLink }) => previewLink(link));
}

main?.addEventListener('pointerover', heed);
main?.addEventListener('focusin', heed);
