/** Paper is white and cannot be clicked: for printing, the theme is light and everything that is folded is open. */
const root = document.documentElement;
let theme: string | undefined;
let opened: readonly HTMLDetailsElement[] = [];

addEventListener('beforeprint', () => {
  theme = root.dataset.theme;
  root.dataset.theme = 'light';
  opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
  for (const details of opened) details.open = true;
});

addEventListener('afterprint', () => {
  if (theme !== undefined) root.dataset.theme = theme;
  for (const details of opened) details.open = false;
});
