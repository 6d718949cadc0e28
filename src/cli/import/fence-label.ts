/** Code blocks of notes that were written elsewhere: they say nothing of where they run. */
import { isCode, OWN_WORDS, parseFenceMeta } from '../../content/fence.ts';

/** What readers see below a block that nobody has run here. */
const NOT_RUN = 'imported, not run here yet';

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['py', 'python'],
  ['python3', 'python'],
  ['py3', 'python'],
  ['postgres', 'sql'],
  ['postgresql', 'sql'],
  ['psql', 'sql'],
]);
/** Languages that mean something here, and elsewhere something else. */
const KEPT = ['output', 'timeline'];
/** Words of the highlighter that stand alone or have a value. */
const HIGHLIGHTER =
  /^(title|frame|mark|ins|add|del|rem|collapse|wrap|preserveIndent|hangingIndent|showLineNumbers|startLineNumber)$/;

/**
 * The words after a fence's marker as this site takes them.
 * @example labelFence('py title="a.py"') // 'python norun="imported, not run here yet" title="a.py"'
 */
export function labelFence(info: string): string {
  const [written = ''] = /^\S*/.exec(info) ?? [];
  const plain = written.replace(/^\{?\.?([\w+#-]*).*$/, '$1').toLowerCase();
  if (KEPT.includes(plain)) return 'text';
  const lang = ALIASES.get(plain) ?? plain;
  const { words } = parseFenceMeta(info.slice(written.length));
  if (!isCode({ lang })) {
    const own = words.some(({ name }) => OWN_WORDS.some((word) => word === name));
    return own ? written : info;
  }
  const kept = words.filter(({ name }) => name === '' || HIGHLIGHTER.test(name)).map(({ text }) => text);
  return [lang, `norun="${NOT_RUN}"`, ...kept].join(' ');
}
