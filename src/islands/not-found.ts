/**
 * `<study-not-found>`: says which address was sought, in the language of that address, and names the pages that are most
 * like it. A host has one such page for all languages, so that only a script can tell which one is meant.
 */
import { findNearestAddresses } from '../domain/search/nearest-address.ts';
import { createElement } from './element.ts';
import { fill, readData } from './page-words.ts';

interface Language {
  readonly locale: string;
  readonly lang: string;
  readonly sought: string;
  readonly near: string;
  readonly pages: readonly (readonly [path: string, href: string, title: string, lang: string])[];
  /** What to do where nothing is alike. */
  readonly ways: readonly (readonly [href: string, text: string])[];
}

interface NotFoundData {
  readonly base: string;
  readonly languages: readonly Language[];
}

class StudyNotFound extends HTMLElement {
  connectedCallback(): void {
    const { base, languages } = readData<NotFoundData>(this);
    const path = readAddress(location.pathname);
    const within = path.startsWith(base) ? path.slice(base.length) : path;
    const parts = within.split('/').filter((part) => part !== '');
    const own = languages.find(({ locale }) => locale === parts[0]);
    const language = own ?? languages.find(({ locale }) => locale === 'root');
    if (language === undefined) return;
    const sought = (own === undefined ? parts : parts.slice(1)).join('/').replace(/(\/index)?\.html?$/, '');
    this.lang = language.lang;
    const tagline = document.querySelector('main .tagline');
    tagline?.setAttribute('lang', language.lang);
    tagline?.replaceChildren(fill(language.sought, { address: path }));
    this.#suggest(language, sought);
  }

  #suggest({ lang, near, pages, ways }: Language, sought: string): void {
    const paths = findNearestAddresses(
      sought,
      pages.map(([path]) => path),
    );
    const found = paths.map((path) => pages.find(([other]) => other === path)).filter((page) => page !== undefined);
    const link = (href: string, text: string, textLang = lang) =>
      createElement('li', {}, createElement('a', { href, lang: textLang }, text));
    const list = this.querySelector('[data-part=near]');
    list?.replaceChildren(...found.map(([, href, title, pageLang]) => link(href, title, pageLang)));
    const heading = this.querySelector<HTMLElement>('[data-part=heading]');
    heading?.replaceChildren(near);
    heading?.toggleAttribute('hidden', found.length === 0);
    this.querySelector('[data-part=ways]')?.replaceChildren(...ways.map(([href, text]) => link(href, text)));
  }
}

/** As its reader typed it; one that is not well formed stays as it is. */
function readAddress(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

customElements.define('study-not-found', StudyNotFound);
