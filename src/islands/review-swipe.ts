/** A finger that moves across a card: to the left or to the right. What scrolls sideways is scrolled instead. */

/** Pixels from which on it is meant. */
const LEAST = 60;

export function followSwipes(card: HTMLElement, onSwipe: (direction: 'left' | 'right') => void): void {
  let start: Touch | undefined;
  card.addEventListener(
    'touchstart',
    ({ touches, target }) => {
      const [touch] = touches;
      start = touches.length === 1 && !isScrollable(target, card) ? touch : undefined;
    },
    { passive: true },
  );
  card.addEventListener('touchend', ({ changedTouches: [end] }) => {
    if (start === undefined || end === undefined) return;
    const [x, y] = [end.clientX - start.clientX, end.clientY - start.clientY];
    start = undefined;
    if (Math.abs(x) >= LEAST && Math.abs(x) > 2 * Math.abs(y)) onSwipe(x < 0 ? 'left' : 'right');
  });
  card.addEventListener('touchcancel', () => {
    start = undefined;
  });
}

function isScrollable(target: EventTarget | null, card: HTMLElement): boolean {
  for (let element = target; element instanceof HTMLElement && element !== card; element = element.parentElement) {
    if (element.scrollWidth > element.clientWidth + 1) return true;
  }
  return false;
}
