/**
 * Files that the site keeps gzipped, so that they are small on hosts that compress nothing. Some hosts serve a `.gz` file as
 * its content, with an encoding that the browser has undone already: what it is, is told by its first bytes.
 */

/** The content of a response, gunzipped where it is gzipped. */
export function gunzip(body: ReadableStream<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  let inner: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
  return new ReadableStream({
    async pull(controller) {
      inner ??= await open(reader);
      const { done, value } = await inner.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => (inner ?? reader).cancel(reason),
  });
}

type Reader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

async function open(reader: Reader): Promise<Reader> {
  const first = await readStart(reader);
  const isPacked = first[0] === 0x1f && first[1] === 0x8b;
  const whole = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(first),
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return (isPacked ? whole.pipeThrough(new DecompressionStream('gzip')) : whole).getReader();
}

/** The first two bytes, and what came with them. */
async function readStart(reader: Reader): Promise<Uint8Array<ArrayBuffer>> {
  let start = new Uint8Array(0);
  while (start.length < 2) {
    const { done, value } = await reader.read();
    if (done) return start;
    const longer = new Uint8Array(start.length + value.length);
    longer.set(start);
    longer.set(value, start.length);
    start = longer;
  }
  return start;
}
