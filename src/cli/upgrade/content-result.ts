/** What the newer engine's check says of the fork's content: every error, and how many warnings. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'astro/zod';
import { parseJson } from '../../domain/json.ts';

/** What `check --format json` prints. */
const resultSchema = z.object({
  checked: z.number(),
  errors: z.number(),
  warnings: z.number(),
  problems: z.array(
    z.object({
      file: z.string(),
      line: z.number(),
      column: z.number(),
      code: z.string(),
      message: z.string(),
      hint: z.string(),
      severity: z.string(),
    }),
  ),
});

export interface ContentResult {
  readonly isWell: boolean;
  readonly text: string;
}

/** In a process of its own, which reads `site.config.ts` as it is now. */
export function checkUpgraded(project: string): ContentResult {
  const words = [path.join(project, 'src/cli/check.ts'), '--format', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  const result = resultSchema.safeParse(parseJson(stdout));
  if (!result.success) return { isWell: false, text: `The content could not be checked:\n${stderr.trim() || stdout}` };
  const { checked, errors, warnings, problems } = result.data;
  const found = problems.filter(({ severity }) => severity === 'error');
  const lines = found.map(
    ({ file, line, column, code, message, hint }) =>
      `${file}:${line}:${column}  error  ${code}  ${message}\n  hint: ${hint}`,
  );
  const sum = `${checked} files of content checked: ${count(errors, 'error')}, ${count(warnings, 'warning')} (npm run check shows all)`;
  return { isWell: errors === 0, text: [...lines, sum].join('\n') };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
