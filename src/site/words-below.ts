/** Interface words for the scripts of a page, by what their keys say below a prefix. */
import { INTERFACE_KEYS, type InterfaceKey } from '../content/interface-keys.ts';

/** @example WordBelow<'study.level.'> // 'foundation' | 'core' | … */
type WordBelow<Prefix extends string> = InterfaceKey extends infer Key
  ? Key extends `${Prefix}${infer Name}`
    ? Name
    : never
  : never;

/** Every word, and the forms that a counted one has: `results_one`. */
type Words<Prefix extends string> = Readonly<
  Record<WordBelow<Prefix>, string> & { [form: `${string}_${string}`]: string }
>;

/** Every word of the page's language, where it has one. */
export type AllWords = Readonly<{ [Key in InterfaceKey]?: string | undefined }>;

/** By the words of a language: every page asks for the same. */
const kept = new WeakMap<AllWords, Map<string, object>>();

/** @param all `Astro.locals.t.all()` */
export function wordsBelow<Prefix extends string>(all: AllWords, prefix: Prefix): Words<Prefix> {
  const ofLanguage = kept.get(all) ?? new Map<string, object>();
  kept.set(all, ofLanguage);
  const words = ofLanguage.get(prefix) ?? collectWords(all, prefix);
  ofLanguage.set(prefix, words);
  return words as Words<Prefix>;
}

function collectWords(all: AllWords, prefix: string): Readonly<Record<string, string>> {
  const keys = INTERFACE_KEYS.filter((key) => key.startsWith(prefix));
  const forms = Object.keys(all).filter((key) => key.startsWith(prefix) && /_[a-z]+$/.test(key));
  const texts: Readonly<Record<string, string | undefined>> = all;
  return Object.fromEntries([...keys, ...forms].map((key) => [key.slice(prefix.length), texts[key] ?? '']));
}

/** The same with gaps as scripts fill them in: `{count}`. */
export function templatesBelow<Prefix extends string>(all: AllWords, prefix: Prefix): Words<Prefix> {
  const words: Readonly<Record<string, string>> = wordsBelow(all, prefix);
  const templates = Object.entries(words).map(([name, text]) => [name, text.replace(/\{\{(\w+)\}\}/g, '{$1}')]);
  return Object.fromEntries(templates) as Words<Prefix>;
}
