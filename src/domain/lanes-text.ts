/**
 * Lanes as a program prints them. A session is a letter behind twenty spaces for each session before it; what it says
 * stands behind the letter, and below that the result, unless there is nothing to say about it:
 *
 *     A BEGIN
 *     A UPDATE account SET n = 90
 *     A    -> UPDATE 1
 *                         B UPDATE account SET n = 80
 *                         B    ... waits
 *     A COMMIT
 *                         B    -> ERROR 40001: could not serialize access due to concurrent update
 *
 * An empty line ends a run; the first line of a run may be its title. In notes this is the output of a block, compared as
 * any other.
 */
import { type LaneRun, type LaneStep, MAX_LANES, nameLane } from './lanes.ts';

/** Why a text is no lanes; `line` counts from 1. */
export interface LanesFault {
  readonly line: number;
  readonly message: string;
}

const WIDTH = 20;
const LINE = /^( *)([A-Z])(?: (.*))?$/;
const RESULT = /^ {3}->(?: (.*))?$/;
const WAITS = '   ... waits';

/** Never throws. A text without any lane has a fault too. */
export function parseLanes(text: string): readonly LaneRun[] | LanesFault {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const runs: LaneRun[] = [];
  for (let start = 0; start < lines.length; start += 1) {
    if (lines[start] === '') continue;
    const length = lines.slice(start).indexOf('');
    const end = length === -1 ? lines.length : start + length;
    const run = parseRun(lines.slice(start, end), start);
    if ('message' in run) return run;
    runs.push(run);
    start = end;
  }
  return runs.length === 0 ? { line: 1, message: 'no session says anything' } : runs;
}

/** @param start how many lines stand above */
function parseRun(lines: readonly string[], start: number): LaneRun | LanesFault {
  const title = readLine(lines[0]) === undefined ? lines[0]?.trim() : undefined;
  const steps: LaneStep[] = [];
  const waiting = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (index === 0 && title !== undefined) continue;
    const read = readLine(line);
    const fault = (message: string): LanesFault => ({ line: start + index + 1, message });
    if (read === undefined) return fault(`\`${line.trim()}\` stands in no lane`);
    const { lane, said } = read;
    const name = nameLane(lane);
    const last = steps.at(-1);
    const isAnswer =
      last?.lane === lane && last.statement !== undefined && !last.isWaiting && last.result === undefined;
    const result = RESULT.exec(said);
    if (result !== null) {
      const step = { lane, result: result[1] ?? '', isError: /^ERROR\b/.test(result[1] ?? ''), isWaiting: false };
      if (isAnswer) steps.splice(-1, 1, { ...step, statement: last.statement });
      else if (waiting.delete(lane)) steps.push({ ...step, statement: undefined });
      else return fault(`${name} has a result, and has said nothing that it could belong to`);
    } else if (said === WAITS) {
      if (!isAnswer) return fault(`${name} waits, and has said nothing before`);
      steps.splice(-1, 1, { ...last, isWaiting: true });
      waiting.add(lane);
    } else {
      if (waiting.has(lane)) return fault(`${name} says something while it waits`);
      steps.push({ lane, statement: said.trim(), result: undefined, isError: false, isWaiting: false });
    }
  }
  return steps.length === 0 ? { line: start + 1, message: `\`${title}\` stands in no lane` } : { title, steps };
}

/** The lane of a line and what is said in it; `undefined` for a line in no lane. */
function readLine(line = ''): { lane: number; said: string } | undefined {
  const [, margin = '', letter = '', said = ''] = LINE.exec(line) ?? [];
  const lane = margin.length / WIDTH;
  return said !== '' && lane < MAX_LANES && letter === nameLane(lane) ? { lane, said } : undefined;
}
