/** Marks in both tables of contents which section is being read, and folds the one of a phone when it has been used. */

/** Room below the header within which a heading begins to count, in px: some two lines of text. */
const BELOW = 85;

const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
const bar = document.querySelector('.contents-bar details');
let current: string | undefined;
let isAsked = false;

if (links.length > 0) {
  for (const event of ['scroll', 'resize'] as const) addEventListener(event, ask, { passive: true });
  ask();
}
if (bar instanceof HTMLDetailsElement) foldWhenUsed(bar);

/** At most once a frame. */
function ask(): void {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    mark(findSection());
  });
}

/** The last section whose heading has come up to the header. */
function findSection(): string | undefined {
  const above = [...document.querySelectorAll('.page > .header, .contents-bar summary')];
  const edge = Math.max(...above.map((element) => element.getBoundingClientRect().bottom)) + BELOW;
  const passed = links.filter(({ hash }) => {
    const box = document.getElementById(decodeURIComponent(hash.slice(1)))?.getBoundingClientRect();
    return box && box.height > 0 && box.top < edge;
  });
  return passed.at(-1)?.hash;
}

function mark(section: string | undefined): void {
  if (section === current) return;
  current = section;
  for (const link of links) {
    if (link.hash === section) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  const name = links.find(({ hash }) => hash === section)?.firstChild?.textContent ?? '';
  bar?.querySelector('.contents-current')?.replaceChildren(name);
}

function foldWhenUsed(bar: HTMLDetailsElement): void {
  addEventListener('click', ({ target }) => {
    if (target instanceof Element && !target.closest('.contents-bar summary')) bar.open = false;
  });
  bar.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !bar.open) return;
    bar.open = false;
    bar.querySelector('summary')?.focus();
  });
}
