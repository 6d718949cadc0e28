/** A page at an old address: it leads on at once, without a script, and says where to. */
import { escapeHtml } from '../../content/exercise/html.ts';
import type { Site } from '../../content/site-config.ts';

/** By this, others know such a page. */
export const REDIRECT = '<meta http-equiv="refresh"';

export interface RedirectPage {
  /** The new address, with base. */
  readonly to: string;
  /** The same with its origin. */
  readonly canonical: string;
  readonly language: Pick<Site['locales'][string], 'lang' | 'dir'>;
  /** That the page has moved, before the link to it. */
  readonly said: string;
}

export function writeRedirectPage({ to, canonical, language, said }: RedirectPage): string {
  const [href, whole] = [escapeHtml(to), escapeHtml(canonical)];
  return `<!doctype html>
<html lang="${language.lang}" dir="${language.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
${REDIRECT} content="0; url=${href}">
<link rel="canonical" href="${whole}">
<title>${escapeHtml(said)}</title>
</head>
<body>
<p>${escapeHtml(said)} <a href="${href}">${whole}</a></p>
</body>
</html>
`;
}
