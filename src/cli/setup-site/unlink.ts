/** Links that lead nowhere any more become their words. */

/** @example unlink('See [the GIL](./gil.md#a).', './gil.md#a') // 'See the GIL.' */
export function unlink(text: string, target: string): string {
  const address = target.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const words = String.raw`\[((?:[^\[\]]|\[[^\]]*\])*)\]`;
  const inline = new RegExp(`(?<!!)${words}\\(<?${address}>?(?:\\s+(?:"[^"]*"|'[^']*'))?\\)`, 'g');
  const element = new RegExp(`<a\\s[^>]*href=["']${address}["'][^>]*>([\\s\\S]*?)</a>`, 'g');
  return unlinkReferences(text, address).replace(inline, '$1').replace(element, '$1');
}

/** `[the GIL][gil]`, and below `[gil]: ./gil.md`. */
function unlinkReferences(text: string, address: string): string {
  const definition = new RegExp(`^ {0,3}\\[([^\\]]+)\\]: +<?${address}>?(?: .*)?\\n?`, 'gm');
  const names = [...text.matchAll(definition)].map(([, name = '']) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return names.reduce(
    (rest, name) =>
      rest
        .replace(new RegExp(`\\[([^\\]]+)\\]\\[${name}\\]`, 'gi'), '$1')
        .replace(new RegExp(`\\[(${name})\\](\\[\\])?(?![(:])`, 'gi'), '$1'),
    text.replace(definition, ''),
  );
}
