/**
 * Backups as files: text in parts is packed with gzip while it is made, and unpacked while it is read, so that a large
 * log needs no memory for both. Plain JSON is read as well.
 */

/** A text of ten times what a reader writes in ten years; a small file may unpack to any size. */
const MAX_BYTES = 100 * 1024 * 1024;

export type FileReading =
  | { readonly kind: 'text'; readonly text: string }
  /** More than `limit` bytes when unpacked. */
  | { readonly kind: 'large'; readonly limit: number }
  /** Cut off or damaged, or the browser could not read it to its end. */
  | { readonly kind: 'unreadable' };

/** @example nameBackupFile('pskb', '2026-11-24') // pskb-2026-11-24.json.gz */
export function nameBackupFile(siteId: string, day: string): string {
  return `${siteId}-${day}.json${canPack() ? '.gz' : ''}`;
}

/** The file of a text in parts; not packed where the browser cannot. */
export async function packBackup(parts: Iterable<string>): Promise<Blob> {
  const text = streamParts(parts);
  const file = canPack() ? text.pipeThrough(new CompressionStream('gzip')) : text;
  const type = canPack() ? 'application/gzip' : 'application/json';
  return new Response(file, { headers: { 'content-type': type } }).blob();
}

/** The text of a file, packed or not; never rejects. */
export function readBackupFile(file: Blob, limit = MAX_BYTES): Promise<FileReading> {
  return readBytes(() => openFile(file), limit);
}

/** A text in parts, packed without the frame of a file: for where every byte counts. */
export async function packBytes(parts: Iterable<string>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = streamParts(parts).pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** The text that `packBytes` has packed; never rejects. */
export function unpackBytes(bytes: Uint8Array<ArrayBuffer>, limit = MAX_BYTES): Promise<FileReading> {
  return readBytes(async () => new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')), limit);
}

async function readBytes(
  open: () => Promise<ReadableStream<Uint8Array<ArrayBuffer>>>,
  limit: number,
): Promise<FileReading> {
  const parts: string[] = [];
  let size = 0;
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const reader = (await open()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > limit) {
        await reader.cancel();
        return { kind: 'large', limit };
      }
      parts.push(decoder.decode(part.value, { stream: true }));
    }
    return { kind: 'text', text: parts.join('') + decoder.decode() };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** Told by its first bytes: a file may have lost its name on the way. */
async function openFile(file: Blob): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  return isPacked ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
}

function streamParts(parts: Iterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const iterator = parts[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const part = iterator.next();
      if (part.done) controller.close();
      else controller.enqueue(encoder.encode(part.value));
    },
  });
}

export function canPack(): boolean {
  return typeof CompressionStream !== 'undefined';
}
