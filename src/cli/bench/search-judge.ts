/** Judges search by queries whose answers are known, through the very code of the page. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { createSearchEngine, type SearchEngine } from '../../browser/search/engine.ts';
import type { Hit } from '../../browser/search/hit.ts';
import { GROUPS } from '../../browser/search/kind.ts';

export interface JudgedQuery {
  readonly query: string;
  readonly kind: string;
  /** Paths without language, `django/orm`, some with an anchor. One of them is enough. */
  readonly targets: readonly string[];
}

export interface Verdict extends JudgedQuery {
  /** Place of the first target in the list as it is shown, 1 for the first; `undefined` where it is not near the top. */
  readonly rank: number | undefined;
  readonly found: readonly string[];
}

/** Results of each kind that the dialog shows before it is asked for more. */
const SHOWN = 3;
const MOST = 12;

/** @param file YAML: kinds, each with queries and their targets */
export function readQueries(file: string): JudgedQuery[] {
  const kinds = parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string | string[]>>;
  return Object.entries(kinds).flatMap(([kind, queries]) =>
    Object.entries(queries).map(([query, targets]) => ({ query, kind, targets: [targets].flat() })),
  );
}

/** An engine over a built site on disk. `onFile` learns of each file that it asks for. */
export function openBuiltEngine(
  site: string,
  language: { readonly lang: string; readonly locale: string | undefined },
  onFile: (file: string) => void = () => undefined,
): SearchEngine {
  return createSearchEngine({ base: '/', mainLang: 'en', ...language }, async (url) => {
    onFile(url.slice(1));
    return new Response(readFileSync(path.join(site, url)));
  });
}

/** Paths of everything that an index can lead to. */
async function listTargets(engine: SearchEngine, locale: string | undefined): Promise<ReadonlySet<string>> {
  const paths = new Set<string>();
  for (const kind of GROUPS) {
    const { groups } = await engine.search({ term: '', filters: { kind } });
    for (const hit of (await Promise.all(groups.map((group) => group.read(0, group.count)))).flat()) {
      paths.add(toPath(hit.href, locale));
    }
  }
  return paths;
}

export async function judge(
  engine: SearchEngine,
  queries: readonly JudgedQuery[],
  locale: string | undefined,
): Promise<Verdict[]> {
  const there = await listTargets(engine, locale);
  const verdicts: Verdict[] = [];
  for (const query of queries) {
    const targets = query.targets.filter((target) => there.has(target.split('#')[0] ?? '') || there.has(target));
    if (targets.length === 0) continue;
    const { groups } = await engine.search({ term: query.query, filters: {} });
    const hits = (await Promise.all(groups.map(({ read }) => read(0, SHOWN)))).flat().slice(0, MOST);
    const rank = hits.findIndex((hit) => targets.some((target) => leadsTo(hit, target, locale))) + 1;
    const found = hits.map(({ href }) => toPath(href, locale));
    verdicts.push({ ...query, rank: rank === 0 ? undefined : rank, found });
  }
  return verdicts;
}

function leadsTo({ href, sections }: Hit, target: string, locale: string | undefined): boolean {
  const addresses = [href, ...sections.map((section) => section.href)].map((address) => toPath(address, locale));
  return addresses.includes(target);
}

/** @example toPath('/es/django/orm/#lazy', 'es') // 'django/orm#lazy' */
function toPath(href: string, locale: string | undefined): string {
  const plain = href.replace(/^\//, '').replace(/\/(?=#|$)/, '');
  return locale !== undefined && plain.startsWith(`${locale}/`) ? plain.slice(locale.length + 1) : plain;
}
