/** The web manifest of one language: what a system shows of the site once it is installed. */
import type { Site } from '../../content/site-config.ts';
import { ICONS } from './icon.ts';
import { ICON_FOLDER } from './name.ts';

export interface ManifestWords {
  readonly today: string;
  readonly review: string;
}

export interface ManifestOptions {
  /** The folder of the language; `undefined` for the main one. */
  readonly locale: string | undefined;
  readonly words: ManifestWords;
  /** Of the icon. */
  readonly color: string;
  /** Whether there is a page to review cards on. */
  readonly hasReview: boolean;
}

export function createWebManifest(site: Site, { locale, words, color, hasReview }: ManifestOptions): object {
  const { title, description, base, locales } = site;
  const { lang, dir } = locales[locale ?? 'root'] ?? {};
  const home = locale === undefined ? base : `${base}${locale}/`;
  const icons = ICONS.map(({ name, size, isMaskable }) => ({
    src: `${base}${ICON_FOLDER}/${name}`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose: isMaskable ? 'maskable' : 'any',
  }));
  const shortcut = (name: string, url: string) => ({ name, url, icons: icons.slice(0, 1) });
  return {
    // One site, whatever the language that it was installed in.
    id: base,
    name: title,
    short_name: shorten(title),
    description,
    lang,
    dir,
    start_url: home,
    scope: base,
    display: 'standalone',
    theme_color: color,
    background_color: '#ffffff',
    categories: ['education'],
    icons,
    shortcuts: [...(hasReview ? [shortcut(words.review, `${home}review/`)] : []), shortcut(words.today, home)],
  };
}

/** Systems cut a name below an icon after about a dozen letters: a long one is better known by its initials. */
function shorten(title: string): string {
  if (title.length <= 12) return title;
  const initials = title.match(/\b\p{Lu}/gu)?.join('') ?? '';
  return initials.length > 1 ? initials : title;
}
