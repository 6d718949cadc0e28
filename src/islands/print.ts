/**
 * Paper is white and cannot be clicked: for printing, the theme is light, everything that is folded is open, links have
 * their addresses at the end, and the title stands beside the number of each page.
 */
import { listLinks } from './print-links.ts';

const root = document.documentElement;
let theme: string | undefined;
let opened: readonly HTMLDetailsElement[] = [];
let removeLinks = (): void => undefined;
let named: CSSStyleSheet | undefined;

addEventListener('beforeprint', () => {
  theme = root.dataset.theme;
  root.dataset.theme = 'light';
  opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
  for (const details of opened) details.open = true;
  removeLinks();
  removeLinks = listLinks(document, document.getElementById('study-words')?.dataset.links ?? '');
  nameSheets();
});

addEventListener('afterprint', () => {
  if (theme !== undefined) root.dataset.theme = theme;
  for (const details of opened) details.open = false;
  removeLinks();
  removeLinks = () => undefined;
});

/** Style sheets cannot ask for the title of the page. Browsers that have no boxes in the margin leave it out. */
function nameSheets(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(document.title)}; } }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((other) => other !== named), sheet];
  named = sheet;
}
