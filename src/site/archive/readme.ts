/** What the archive of a site says about itself. */
import type { Site } from '../../content/site-config.ts';

export function writeReadme({ title, base, url, siteId }: Site): string {
  const folder = base === '/' ? '' : base.slice(1, -1);
  const index = `${folder === '' ? '' : `${folder}/`}index.html`;
  return `# ${title}

The whole of ${new URL(base, url).href} as files.

## Without a server

Open \`${index}\` in a browser.

| works | does not, and why |
| --- | --- |
| Every page with its pictures, links and languages | Search: browsers do not let a page on a disk read the index |
| Ticks, plans, progress, backups; cards and their review | Running Python and SQL, and the tests of exercises: browsers start no workers from a disk |
| Printing a page | Printing an area at once: browsers do not let a page on a disk read another one |
| Light and dark, the keyboard | "Save for offline": there is nothing to save, it is on your disk |

What you tick is kept by the browser, for this folder or for all pages on your disk, as the browser sees fit. Firefox gives
each page a store of its own, so that ticks of one page are not counted on another. Save a backup on the page "Your
progress" now and then: the published site takes it in.

## With a server

Any static server will do, and everything works:

\`\`\`console
python3 -m http.server 8000 --bind 127.0.0.1
\`\`\`

Run it in this folder (\`${siteId}\`), then open <http://localhost:8000${base}>. On a server of your own the site must stay
below the path \`${base}\`: scripts have it built in. Build it with another \`SITE_BASE\` for another path.
`;
}
