/**
 * A page that was opened from a disk. Browsers load no modules there, so that the site's scripts come once more as one
 * classic script, which this begins; and no data, so that what scripts ask for comes as scripts too.
 *
 * What it cannot give back: service workers, workers (code that runs) and the search index take a server.
 */

export interface FilePage {
  /** The path below which the site was built. */
  readonly base: string;
  /** The folder of the site, an address with a slash at its end. */
  readonly root: string;
  /** The site's scripts, by the names that pages load them by; each is evaluated when it is asked for. */
  readonly scripts: Readonly<Record<string, () => Promise<unknown>>>;
}

/** Where the build puts data as scripts: `flashcards/en/1.json.js`. Each calls `studyData(path, text)`. */
declare global {
  var studyData: ((path: string, text: string) => void) | undefined;
}

export async function startFilePage({ base, root, scripts }: FilePage): Promise<void> {
  answerFetches(base, root);
  followLinks(base, root);
  for (const { src } of document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')) {
    // One that fails must not keep the next ones from working.
    await scripts[src.slice(src.lastIndexOf('/') + 1)]?.().catch((error: unknown) => console.error(error));
  }
}

/** The address on the disk of what the built site calls `/study/gil/`. */
export function toFile(address: string, base: string, root: string): string | undefined {
  if (!address.startsWith(base) || address.startsWith('//')) return undefined;
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address.slice(base.length)) ?? [];
  return `${root}${path === '' || path.endsWith('/') ? `${path}index.html` : path}${rest}`;
}

/** Links that scripts have made, and the menu of languages. */
function followLinks(base: string, root: string): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    const file = toFile(link?.getAttribute('href') ?? '', base, root);
    if (link !== null && file !== undefined) link.setAttribute('href', file);
  });
  document.addEventListener(
    'change',
    (event) => {
      const { target } = event;
      if (!(target instanceof HTMLSelectElement)) return;
      const file = toFile(target.value, base, root);
      if (file === undefined) return;
      event.stopImmediatePropagation();
      location.href = file;
    },
    { capture: true },
  );
}

/** Data comes by a script element, which may be loaded from a disk; who asks for a file meanwhile waits for the same one. */
function answerFetches(base: string, root: string): void {
  const ask = globalThis.fetch;
  const loading = new Map<string, Promise<string>>();
  const waiting = new Map<string, (text: string) => void>();
  globalThis.studyData = (path, text) => waiting.get(path)?.(text);
  globalThis.fetch = async (input, init) => {
    const address = String(input instanceof Request ? input.url : input);
    const name = address.startsWith('file:') ? new URL(address).pathname : address;
    const path = /\.json$/.test(name) && name.startsWith(base) ? name.slice(base.length) : undefined;
    if (path === undefined) return ask(input, init);
    const text = await (loading.get(path) ?? load(path));
    return new Response(text, { headers: { 'content-type': 'application/json' } });
  };

  function load(path: string): Promise<string> {
    const text = new Promise<string>((resolve, reject) => {
      const script = document.createElement('script');
      waiting.set(path, resolve);
      script.onerror = () => reject(new TypeError(`${path} is not there`));
      script.src = `${root}${path}.js`;
      document.head.append(script);
    }).finally(() => {
      waiting.delete(path);
      loading.delete(path);
    });
    loading.set(path, text);
    return text;
  }
}
