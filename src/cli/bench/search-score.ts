/** How well the judged queries are answered, in numbers. */
import path from 'node:path';
import { ROOT } from '../setup/project.mjs';
import { type JudgedQuery, readQueries, type Verdict } from './search-judge.ts';

/** Languages that have judged queries. */
export const LANGUAGES = [
  { lang: 'en', locale: undefined },
  { lang: 'es', locale: 'es' },
  { lang: 'pt-BR', locale: 'pt-br' },
] as const;

export function readLanguageQueries(lang: string): JudgedQuery[] {
  return readQueries(path.join(ROOT, `tests/search/queries.${lang}.yaml`));
}

export interface Score {
  readonly count: number;
  /** Mean of one over the rank. */
  readonly mrr: number;
  /** Share of the queries with a target among the first five. */
  readonly recall: number;
}

export function scoreOf(verdicts: readonly Verdict[]): Score {
  const mean = (worthOf: (rank: number) => number) =>
    verdicts.reduce((sum, { rank }) => sum + (rank === undefined ? 0 : worthOf(rank)), 0) /
    Math.max(1, verdicts.length);
  return { count: verdicts.length, mrr: mean((rank) => 1 / rank), recall: mean((rank) => (rank <= 5 ? 1 : 0)) };
}

export function printScores(verdicts: readonly Verdict[]): string {
  const kinds = [...Map.groupBy(verdicts, ({ kind }) => kind), ['all', verdicts] as const];
  const lines = kinds.map(([kind, own]) => {
    const { count, mrr, recall } = scoreOf(own);
    return `${kind.padEnd(16)} ${String(count).padStart(4)}  MRR ${mrr.toFixed(3)}  recall@5 ${recall.toFixed(3)}`;
  });
  return lines.join('\n');
}
