/** Texts of a project are Markdown of one line: code, stress and links. What looks like HTML is text all the same. */

const CODE = /(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g;

/**
 * A text as it is put into generated Markdown: in one line, and `<` outside code means itself.
 * @example writeInline('Ask for <id>, as `GET /todos/<id>`') // 'Ask for \<id>, as `GET /todos/<id>`'
 */
export function writeInline(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  let written = '';
  let end = 0;
  for (const { 0: code, index } of line.matchAll(CODE)) {
    written += line.slice(end, index).replaceAll('<', '\\<') + code;
    end = index + code.length;
  }
  return written + line.slice(end).replaceAll('<', '\\<');
}

/** The same in a cell of a table, which a bar would end even in code. */
export function writeCell(text: string): string {
  return writeInline(text).replaceAll('|', '\\|');
}
