/**
 * What a site publishes of its pages for who hovers a link, `previews/<language>/<folder>.json`: one file for each folder,
 * since the links of a note lead to few of them. It is made with every build and belongs to it: no version.
 */

export interface PublishedPreview {
  readonly title: string;
  readonly description: string;
  readonly minutes?: number;
  readonly level?: string;
  /** Language tag, where it is not the one of the file. */
  readonly lang?: string;
  /** Tokens of what a note gives to tick: item-token.ts. */
  readonly items?: readonly string[];
  /** Titles of a note's sections by their ids. */
  readonly sections?: Readonly<Record<string, string>>;
}

export interface PreviewFile {
  readonly words: {
    readonly open: string;
    readonly started: string;
    readonly done: string;
    /** With `{count}` to be filled in. */
    readonly minutes: string;
  };
  /** By address without origin, ending in a slash. */
  readonly pages: Readonly<Record<string, PublishedPreview>>;
}

/** A link to another page of the site, as the previews know it. */
export interface PreviewedLink {
  /** Of the file that describes the page: its first folder, below that of the language. */
  readonly folder: string;
  readonly path: string;
  /** Id of the section that is meant, or nothing. */
  readonly section: string;
}

/**
 * @param link as the browser resolves it
 * @param here address of the page on which it stands
 * @param base address of the site in the language of the page, ending in a slash
 * @returns `undefined` for what leads out of the language, to the page itself, or to no folder
 */
export function readPreviewedLink(link: URL, here: URL, base: string): PreviewedLink | undefined {
  const { pathname: path } = link;
  if (link.origin !== here.origin || path === here.pathname || !path.startsWith(base) || !path.endsWith('/')) return;
  const [folder = ''] = path.slice(base.length).split('/');
  return folder === '' ? undefined : { folder, path, section: decode(link.hash.slice(1)) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
