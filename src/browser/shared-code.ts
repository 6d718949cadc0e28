/**
 * Code in the fragment of an address, which no server sees: `#python/eJx…`, the language and then the code, deflated, in the
 * letters that need no escaping in an address.
 */
/** Longer addresses are cut off by some messengers and browsers. */
export const MAX_FRAGMENT = 16_000;
/** A small fragment may unpack to any size; nobody writes more than this by hand. */
const MAX_CODE = 2_000_000;
/** `sql` is PostgreSQL. */
export const SHARED_LANGUAGES = ['python', 'sql', 'sqlite'] as const;
export type SharedLanguage = (typeof SHARED_LANGUAGES)[number];

export interface SharedCode {
  readonly language: SharedLanguage;
  readonly code: string;
}

/** @example await printFragment({ language: 'python', code: 'print(1)' }) // '#python/Kyg…' */
export async function printFragment({ language, code }: SharedCode): Promise<string> {
  const packed = new Blob([code]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return `#${language}/${letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** The code of a fragment; `undefined` where it holds none, `damaged` where it cannot be read. Never rejects. */
export async function readFragment(fragment: string): Promise<SharedCode | 'damaged' | undefined> {
  const [, name, letters] = /^#(\w+)\/(.*)$/s.exec(fragment) ?? [];
  const language = SHARED_LANGUAGES.find((known) => known === name);
  if (language === undefined || letters === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    return { language, code: await unpack(bytes) };
  } catch {
    return 'damaged';
  }
}

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let code = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    code += decoder.decode(part.value, { stream: true });
    if (code.length > MAX_CODE) {
      await reader.cancel();
      throw new RangeError('The code of the link is too large.');
    }
  }
  return code + decoder.decode();
}
