/** Fills the rings of a roadmap's map, and says in words how far each stage is. */
import { store } from '../browser/study.ts';
import { countProgress } from '../domain/progress.ts';

for (const station of document.querySelectorAll<SVGAElement>('.study-map-station')) {
  const items = station.dataset.items?.split(' ').filter(Boolean) ?? [];
  const count = station.querySelector('.study-map-count');
  store.study.subscribe(({ ticks }) => {
    const { done, doing, total } = countProgress(items, ticks);
    station.style.setProperty('--study-done', String(total === 0 ? 1 : done / total));
    station.dataset.state = done === total ? 'done' : done + doing > 0 ? 'doing' : 'open';
    if (count) count.textContent = `${done === total ? '✓ ' : ''}${done}/${total}`;
  });
}
