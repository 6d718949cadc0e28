/**
 * The sidebar: on a phone a menu that keeps the focus while it is open, on a desk always there, and left as its reader left
 * it on the page before (`sidebar-script.ts` puts it back).
 */
import { SIDEBAR_KEY, type SidebarState } from '../browser/sidebar.ts';

const pane = document.getElementById('study__sidebar');
const desk = matchMedia('(min-width: 50em)');
if (pane) {
  adapt(pane);
  desk.addEventListener('change', () => adapt(pane));
  pane.addEventListener('toggle', ({ newState }) => {
    for (const other of document.querySelectorAll<HTMLElement>('.main-frame, .skip-link'))
      other.inert = newState === 'open';
  });
  addEventListener('visibilitychange', () => {
    if (document.hidden && desk.matches) keep(pane);
  });
}

/** What is always there must not be closed by Escape, nor by a click beside it. */
function adapt(pane: HTMLElement): void {
  pane.popover = desk.matches ? null : 'auto';
}

function keep(pane: HTMLElement): void {
  const { of = '' } = pane.dataset;
  const open = [...pane.querySelectorAll('details')].map((folder) => folder.open);
  try {
    sessionStorage.setItem(SIDEBAR_KEY, JSON.stringify({ of, open, scroll: pane.scrollTop } satisfies SidebarState));
  } catch {}
}
