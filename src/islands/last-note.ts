/** Remembers the note that is being read, so that the home page leads back to it. */
import { writeLastPage } from '../browser/last-page.ts';
import { openStorage, siteId } from '../browser/study.ts';

const title = document.querySelector('h1')?.textContent?.trim();
if (title) writeLastPage(siteId, openStorage(), { href: location.pathname, title });
