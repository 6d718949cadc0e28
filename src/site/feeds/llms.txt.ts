/** What the site holds, for language models and who works with them, `llms.txt` in each language. @see https://llmstxt.org */
import site from 'virtual:study/site';
import type { APIRoute } from 'astro';
import { writeSection } from '../../content/twin/twin.ts';
import { getLibrary, type LibraryPage } from '../library.ts';
import { listLanguages } from './language-paths.ts';
import { hasTwin, twinAddress } from './twins.ts';

/** A word of the format: what follows may be left out where there is little room. */
const OPTIONAL = 'Optional';

export const getStaticPaths = listLanguages;

export const GET: APIRoute<{ readonly locale: string }> = async ({ props: { locale } }) => {
  const { areas, guides, loose } = await getLibrary(locale);
  const lang = site.locales[locale]?.lang;
  const link = (page: LibraryPage) => {
    const path = locale === 'root' ? page.path : `${locale}/${page.path}`;
    const address = twinAddress(path, page.lang !== lang);
    return { title: page.title, href: new URL(address, site.url).href, description: page.description };
  };
  const sections = [
    ...areas.map(({ overview, notes }) => ({ title: overview.title, links: [overview, ...notes].map(link) })),
    {
      title: OPTIONAL,
      links: [...guides.map(({ overview }) => overview), ...loose.filter(({ path }) => hasTwin(path))].map(link),
    },
  ].filter(({ links }) => links.length > 0);
  return new Response(`${[`# ${site.title}`, `> ${site.description}`, ...sections.map(writeSection)].join('\n\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
