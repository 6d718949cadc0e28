/** New and changed notes for feed readers, `rss.xml` in each language. */
import site from 'virtual:study/site';
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { getLibrary } from '../library.ts';
import { type ChangedNote, listChangedNotes } from './changed-notes.ts';
import { listLanguages } from './language-paths.ts';
import { feedAddress, RSS } from './name.ts';

/** As many as somebody reads who comes back after a month. */
const MOST = 50;

export const getStaticPaths = listLanguages;

export const GET: APIRoute<{ readonly locale: string }> = async ({ props: { locale } }) => {
  const { label = '', lang = 'en' } = site.locales[locale] ?? {};
  const folder = locale === 'root' ? undefined : locale;
  const self = new URL(feedAddress(site.base, folder, RSS), site.url).href;
  const changed = await listChangedNotes(await getLibrary(locale), lang);
  return rss({
    title: folder === undefined ? site.title : `${site.title} (${label})`,
    description: site.description,
    site: new URL(feedAddress(site.base, folder, ''), site.url),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${lang}</language><atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
    items: changed.slice(0, MOST).map(describe),
  });
};

function describe({ note, area, date }: ChangedNote) {
  const { title, description, href } = note;
  return { title, description, link: new URL(href, site.url).href, pubDate: date, categories: [area] };
}
