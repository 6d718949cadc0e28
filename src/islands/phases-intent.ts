/** Loads the clock of a note when its end comes near, or while a clock runs: most first looks at a note need none. */
import { hasTimer } from '../browser/timer.ts';

/** Loaded before it is seen: half a screen ahead. */
const AHEAD = '50%';

const clock = document.querySelector('study-phases');
const load = () => void import('./study-phases.ts');
if (hasTimer()) load();
else if (clock) {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      load();
    },
    { rootMargin: AHEAD },
  );
  observer.observe(clock);
}
