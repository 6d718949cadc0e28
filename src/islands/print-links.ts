/** Links on paper: each that leads away gets a number, and the addresses stand at the end, once each. */

/** What is there to lead through the site, and sources and resources, whose addresses stand beside them. */
const PLAIN = '.not-content a, .study-sources a, .study-resources a, .sl-anchor-link';

/** @returns takes it all out again */
export function listLinks(page: Document, title: string): () => void {
  const numbers = new Map<string, number>();
  const added: Element[] = [];
  for (const link of page.querySelectorAll<HTMLAnchorElement>('main .sl-markdown-content a[href]')) {
    if (link.matches(PLAIN) || !leadsAway(link, page)) continue;
    const number = numbers.get(link.href) ?? numbers.size + 1;
    numbers.set(link.href, number);
    const mark = page.createElement('sup');
    mark.className = 'study-print-mark';
    mark.textContent = String(number);
    link.after(mark);
    added.push(mark);
  }
  if (numbers.size > 0) {
    const list = createList(page, title, [...numbers.keys()]);
    page.querySelector('main')?.append(list);
    added.push(list);
  }
  return () => {
    for (const element of added) element.remove();
  };
}

function leadsAway({ href }: HTMLAnchorElement, page: Document): boolean {
  return /^(https?|file):/.test(href) && href.split('#')[0] !== page.location.href.split('#')[0];
}

function createList(page: Document, title: string, addresses: readonly string[]): Element {
  const section = page.createElement('section');
  section.className = 'study-print-links';
  const heading = page.createElement('h2');
  heading.textContent = title;
  const list = page.createElement('ol');
  for (const address of addresses) {
    const item = page.createElement('li');
    item.textContent = decode(address);
    list.append(item);
  }
  section.append(heading, list);
  return section;
}

/** As a reader would type it. */
function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
