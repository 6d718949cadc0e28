/** Puts the notes of an area into the page, for paper only, and takes them out when it is printed. */

const CONTAINER = 'study-print-notes';

/** @returns addresses of notes that did not come; nothing is to be printed then */
export async function gatherNotes(addresses: readonly string[]): Promise<string[]> {
  document.querySelector(`.${CONTAINER}`)?.remove();
  const pages = await Promise.all(addresses.map(load));
  const missing = addresses.filter((_, index) => pages[index] === undefined);
  if (missing.length > 0) return missing;
  const container = document.createElement('div');
  container.className = CONTAINER;
  const slugs = new Map(addresses.map((address) => [new URL(address).pathname, slugOf(address)]));
  const found = pages.filter((page) => page !== undefined);
  await addStyles(found);
  container.append(...found.map((page, index) => createNote(page, addresses[index] ?? '', slugs)));
  document.querySelector('main')?.append(container);
  // What is not shown is not loaded by itself.
  const pictures = [...container.querySelectorAll('img')];
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
  document.body.toggleAttribute('data-print-notes', true);
  addEventListener(
    'afterprint',
    () => {
      document.body.removeAttribute('data-print-notes');
      container.remove();
    },
    { once: true },
  );
  return [];
}

async function load(address: string): Promise<Document | undefined> {
  try {
    const response = await fetch(address);
    if (!response.ok) return undefined;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    return page.querySelector('.study-note') === null ? undefined : page;
  } catch {
    return undefined;
  }
}

/** A note may have styles that the page of its area has not. */
async function addStyles(pages: readonly Document[]): Promise<void> {
  const links = pages.flatMap((page) => [
    ...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]:not([disabled])'),
  ]);
  const known = new Set(
    [...document.querySelectorAll('link[rel="stylesheet"]')].map((link) => link.getAttribute('href')),
  );
  const wanted = new Map(links.map((link) => [link.getAttribute('href'), link]));
  const loading = [...wanted].flatMap(([href, link]) => {
    if (href === null || known.has(href)) return [];
    const copy = document.importNode(link);
    const loaded = new Promise((resolve) => {
      copy.onload = resolve;
      copy.onerror = resolve;
    });
    document.head.append(copy);
    return [loaded];
  });
  await Promise.all(loading);
}

function createNote(page: Document, address: string, slugs: ReadonlyMap<string, string>): Element {
  const note = document.createElement('article');
  note.className = 'study-print-note';
  const parts = ['h1', '.study-facts', '.study-note', '.study-sources'].flatMap(
    (selector) => page.querySelector(`main ${selector}`) ?? [],
  );
  for (const part of parts) note.append(document.importNode(part, true));
  for (const unused of note.querySelectorAll('script, button, .study-progress')) unused.remove();
  const slug = slugOf(address);
  for (const element of note.querySelectorAll('[id]:not(svg *)')) element.id = `${slug}--${element.id}`;
  const heading = note.querySelector('h1');
  if (heading) heading.id = slug;
  for (const link of note.querySelectorAll('a[href]')) {
    const target = new URL(link.getAttribute('href') ?? '', address);
    const other = slugs.get(target.pathname);
    // What is in the print is led to in the print.
    if (target.origin !== location.origin || other === undefined) link.setAttribute('href', target.href);
    else link.setAttribute('href', `#${target.hash ? `${other}--${target.hash.slice(1)}` : other}`);
  }
  return note;
}

function slugOf(address: string): string {
  return new URL(address).pathname.split('/').filter(Boolean).at(-1) ?? '';
}
