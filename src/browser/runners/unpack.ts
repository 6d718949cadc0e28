/**
 * Files that the site publishes only gzipped, so that they are small on hosts that compress nothing, and how far their
 * download is.
 */

/** Bytes: `wire` goes over the wire, `raw` is what it unpacks to. */
export interface FileSize {
  readonly wire: number;
  readonly raw: number;
}

/**
 * Unpacks a gzipped file. Some hosts say `Content-Encoding: gzip` of a file that ends in `.gz`, and the browser has then
 * unpacked it already; what the file begins with tells.
 */
export async function unpack(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  { wire, raw }: FileSize,
  onProgress: (share: number) => void,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const reader = body.getReader();
  const first = await readStart(reader);
  const isPacked = first.value?.[0] === 0x1f && first.value[1] === 0x8b;
  let seen = 0;
  const counted = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      pass(first, controller);
    },
    async pull(controller) {
      pass(await reader.read(), controller);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  function pass(
    { value, done }: ReadableStreamReadResult<Uint8Array<ArrayBuffer>>,
    controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>,
  ): void {
    if (done) {
      controller.close();
      return;
    }
    seen += value.length;
    onProgress(Math.min(1, seen / (isPacked ? wire : raw)));
    controller.enqueue(value);
  }
  return isPacked ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
}

/** The first two bytes or more, which may come one by one. */
async function readStart(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>> {
  const first = await reader.read();
  if (first.done || first.value.length > 1) return first;
  const second = await reader.read();
  if (second.done) return first;
  const value = new Uint8Array(first.value.length + second.value.length);
  value.set(first.value);
  value.set(second.value, first.value.length);
  return { value, done: false };
}
