/** What a page says to those who look at it or hear it. */
import { Parser } from 'htmlparser2';

const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'alt',
  'placeholder',
  'label',
]);
/** What search engines and other sites show of a page. */
const DESCRIBING = /^(description|og:title|og:description|og:image:alt)$/;
/** Code is the same in every language, and so are the names of languages. */
const SILENT = new Set(['script', 'style', 'code', 'kbd', 'pre', 'option']);

export interface PageWords {
  readonly lang: string | undefined;
  /** Texts and spoken attributes, each as it stands there. */
  readonly texts: readonly string[];
}

export function readPageWords(html: string): PageWords {
  const texts: string[] = [];
  let lang: string | undefined;
  let silent = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'html') lang = attributes.lang;
      if (SILENT.has(name)) silent++;
      if (name === 'meta' && DESCRIBING.test(attributes.name ?? attributes.property ?? ''))
        texts.push(attributes.content ?? '');
      for (const [attribute, value] of Object.entries(attributes)) if (SPOKEN.has(attribute)) texts.push(value);
    },
    ontext(text) {
      if (silent === 0 && text.trim() !== '') texts.push(text.trim());
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent--;
    },
  });
  parser.end(html);
  return { lang, texts };
}
