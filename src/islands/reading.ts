/** What helps reading a note, loaded when it is asked for: most readers of most notes need none of it. */
import { readAnnotated } from '../browser/annotated.ts';
import { openStorage, siteId } from '../browser/study.ts';

const tools = document.querySelector('.study-tools');
if (tools) offer(tools);

function offer(tools: Element): void {
  const loadFocus = () => import('./focus-mode.ts');
  const switchFocus = () => void loadFocus().then(({ toggleFocus }) => toggleFocus());
  const openMargins = (isToggled: boolean) =>
    void import('./margin-notes.ts').then(({ showMargins }) => showMargins(isToggled));
  const settings = tools.querySelector('details');
  const watch = () => settings && void import('./reading-settings.ts').then((module) => module.watchSettings(settings));

  // It may have been opened before this ran.
  if (settings?.open) watch();
  else settings?.addEventListener('toggle', watch, { once: true });
  tools.addEventListener('click', ({ target }) => {
    const tool = target instanceof Element && target.closest<HTMLElement>('[data-tool]')?.dataset.tool;
    if (tool === 'focus') switchFocus();
    if (tool === 'notes') openMargins(true);
  });
  addEventListener('keydown', (event) => {
    if (!event.altKey || !event.shiftKey || event.code !== 'KeyF') return;
    event.preventDefault();
    switchFocus();
  });
  if ('readingFocus' in document.documentElement.dataset) void loadFocus();
  // Who does not scroll has nothing to be told of yet.
  const track = () => void import('./reading-progress.ts').then(({ watchReading }) => watchReading());
  addEventListener('scroll', track, { once: true, passive: true });
  const { note = '' } = document.querySelector<HTMLElement>('[data-note]')?.dataset ?? {};
  if (readAnnotated(siteId, openStorage()).includes(note)) openMargins(false);
}
