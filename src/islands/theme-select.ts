/** Switches the theme; `auto` is the system's, also when that changes. The line of script in the head did so for this page. */
import { THEME_KEY } from '../browser/theme.ts';

const system = matchMedia('(prefers-color-scheme: light)');
const selects = document.querySelectorAll<HTMLSelectElement>('[data-preference=theme]');
let theme = read();

show();
system.addEventListener('change', show);
for (const select of selects)
  select.addEventListener('change', () => {
    theme = select.value;
    show();
    keep();
  });

function show(): void {
  for (const select of selects) select.value = theme;
  document.documentElement.dataset.theme = theme === 'auto' ? (system.matches ? 'light' : 'dark') : theme;
}

function read(): string {
  try {
    return localStorage.getItem(THEME_KEY) || 'auto';
  } catch {
    return 'auto';
  }
}

/** A browser that keeps nothing shows what was chosen until the next page. */
function keep(): void {
  try {
    localStorage.setItem(THEME_KEY, theme === 'auto' ? '' : theme);
  } catch {}
}
