/** Notes as lines of text, which other programs read too. Anki asks for the note types to be there already. */
import { type AnkiNote, FIELDS } from './anki-note.ts';
import { noteTypeName } from './note-types.ts';

const COLUMNS = ['guid', 'notetype', 'deck', 'tags', ...FIELDS.basic.slice(0, 3)];

export function writeTextExport(notes: readonly AnkiNote[], title: string): string {
  const header = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#notetype column:2',
    '#deck column:3',
    '#tags column:4',
    `#columns:${COLUMNS.join('\t')}`,
  ];
  const rows = notes.map(({ guid, type, deck, tags, fields }) =>
    [guid, noteTypeName(title, type), deck, tags.join(' '), ...fields.slice(0, 3)].map(quote).join('\t'),
  );
  return `${[...header, ...rows].join('\n')}\n`;
}

function quote(field: string): string {
  return /[\t\n\r"]|^#/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
