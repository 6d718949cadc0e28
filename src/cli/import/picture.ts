/** Pictures that a page can show, told by name and by how such a file begins. */

const BEGINNINGS: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  png: (bytes) => startsWith(bytes, '\x89PNG'),
  jpg: (bytes) => startsWith(bytes, '\xFF\xD8\xFF'),
  jpeg: (bytes) => startsWith(bytes, '\xFF\xD8\xFF'),
  gif: (bytes) => startsWith(bytes, 'GIF8'),
  webp: (bytes) => startsWith(bytes, 'RIFF') && startsWith(bytes.subarray(8), 'WEBP'),
  avif: (bytes) => startsWith(bytes.subarray(4), 'ftyp'),
  svg: (bytes) => new TextDecoder().decode(bytes.subarray(0, 4096)).includes('<svg'),
};

/** Whether a file can be shown: by its name, and where its bytes are given by these too. */
export function isPicture(file: string, bytes?: Uint8Array): boolean {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  const begins = Object.hasOwn(BEGINNINGS, extension) ? BEGINNINGS[extension] : undefined;
  return begins !== undefined && (bytes === undefined || begins(bytes));
}

function startsWith(bytes: Uint8Array, letters: string): boolean {
  return [...letters].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}
