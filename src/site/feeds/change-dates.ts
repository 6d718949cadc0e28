/** When each file was last changed, by the history of the repository: asked once, since asking for each file takes seconds. */
import { spawnSync } from 'node:child_process';

/** Newest first: a line with the time in seconds, then the files of that commit with what was done to them. */
const FORMAT = ['-c', 'core.quotePath=false', 'log', '--format=t:%ct', '--name-status', '--relative', '-M'];
const ALIKE = 'R100';

/**
 * @param project absolute path of the project
 * @param folder relative to it
 * @returns the time of the newest commit by file, relative to the project; empty where there is no history
 */
export function readChangeDates(project: string, folder: string): Map<string, Date> {
  const { status, stdout } = spawnSync('git', [...FORMAT, '--', folder], {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return status === 0 ? parseChanges(stdout) : new Map();
}

/** A file that was only moved has not changed: its date is that of the file it was. */
export function parseChanges(log: string): Map<string, Date> {
  const dates = new Map<string, Date>();
  /** What a file is called today, by the name it had then. */
  const today = new Map<string, string>();
  let date = new Date(0);
  for (const line of log.split('\n')) {
    if (line.startsWith('t:')) date = new Date(Number(line.slice(2)) * 1000);
    const [kind, before, after] = line.split('\t');
    if (kind === undefined || before === undefined) continue;
    const name = after ?? before;
    const file = today.get(name) ?? name;
    if (after !== undefined) today.set(before, file);
    if (kind !== ALIKE && !dates.has(file)) dates.set(file, date);
  }
  return dates;
}
