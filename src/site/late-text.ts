/**
 * While somebody writes, a page's text is rendered when the page is asked for, and once more when any content has changed since:
 * a text shows examples, words and addresses that stand in other files. A start renders nothing, and a save one page.
 */
import type { LoaderContext } from 'astro/loaders';
import { shareInProcess } from '../content/share.ts';
import type { LiveEntry } from './live-collection.ts';
import { files } from './site-files.ts';

type Rendered = NonNullable<LiveEntry['rendered']>;

interface LateText {
  readonly render: () => Promise<void>;
  /** Of the content, when it was rendered last. */
  version: number;
  done: Promise<void>;
}

/** By id of their entries. */
const texts = shareInProcess('late-texts', () => new Map<string, LateText>());

/**
 * An entry whose text comes later, into the same object.
 * @param render may fail, which is logged: the check says where in the page something is wrong
 */
export function renderLate(
  entry: LiveEntry,
  render: () => Promise<Rendered>,
  logger: LoaderContext['logger'],
): LiveEntry {
  const rendered: Rendered = { html: '' };
  const fill = async () => {
    const now = await render().catch((error): Rendered => {
      logger.error(`${entry.filePath ?? entry.id} is not rendered: ${error}`);
      return { html: '' };
    });
    Object.assign(rendered, now);
  };
  texts.set(entry.id, { render: fill, version: -1, done: Promise.resolve() });
  return { ...entry, rendered };
}

/** Waits until an entry has the text that its content makes now. @returns whether it is one whose text comes late */
export async function ensureText(id: string): Promise<boolean> {
  const text = texts.get(id);
  if (text === undefined) return false;
  const version = files.versionOf('content/');
  if (text.version !== version) {
    text.version = version;
    text.done = text.done.then(text.render);
  }
  await text.done;
  return true;
}
