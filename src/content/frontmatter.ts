/** The YAML at the head of a Markdown file, as text: found, read past, and changed in one key. */
import { isMap, isNode, isScalar, parseDocument, stringify } from 'yaml';

const FRONTMATTER = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/;

/** The YAML between the dashes; `undefined` where there is none. */
export function findFrontmatter(text: string): string | undefined {
  const match = FRONTMATTER.exec(text);
  return match === null ? undefined : (match[1] ?? '');
}

/** What follows the frontmatter. */
export function bodyOf(text: string): string {
  return text.replace(FRONTMATTER, '');
}

/** The text with a key set, in its place or as the last one; everything else stays byte for byte. */
export function setFrontmatterKey(text: string, key: string, value: unknown): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const written = stringify({ [key]: value }, { lineWidth: 0 }).replaceAll('\n', lineEnd);
  const frontmatter = findFrontmatter(text);
  if (frontmatter === undefined) return `---${lineEnd}${written}---${lineEnd}${lineEnd}${text}`;
  const start = text.indexOf('\n') + 1;
  const [from, to] = findKey(frontmatter, key) ?? [frontmatter.length, frontmatter.length];
  const before = frontmatter.slice(0, from);
  const after = frontmatter.slice(to).replace(/^\r?\n/, '');
  const head = before === '' || before.endsWith('\n') ? before : `${before}${lineEnd}`;
  // Where the key comes last, the line end before the dashes is part of it.
  const changed = frontmatter !== '' && after === '' ? (head + written).replace(/\r?\n$/, '') : head + written + after;
  return text.slice(0, start) + changed + text.slice(start + frontmatter.length);
}

/** From the key to the end of its value. */
function findKey(frontmatter: string, name: string): [from: number, to: number] | undefined {
  const { contents } = parseDocument(frontmatter);
  const pair = isMap(contents) ? contents.items.find(({ key }) => isScalar(key) && key.value === name) : undefined;
  if (!isScalar(pair?.key) || !pair.key.range) return undefined;
  const end = isNode(pair.value) && pair.value.range ? pair.value.range[2] : pair.key.range[1] + 1;
  return [pair.key.range[0], end];
}
