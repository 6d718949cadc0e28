/**
 * The name under which a file's bytes are kept. It follows from what they are, not from where they are published: a page
 * that changes becomes another blob, and the old one stays whole until the last file of an update has come.
 */
export function blobOf({ path, hash }: { readonly path: string; readonly hash: string }): string {
  // The ending decides the content type, and two empty files of different types would otherwise be one.
  const ending = /\.\w+$/.exec(path)?.[0] ?? '';
  return `${hash}${ending}`;
}
