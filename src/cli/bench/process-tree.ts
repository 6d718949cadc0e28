/** What a process and all that it started take, from `/proc`, which Linux has. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Usage {
  /** Bytes in memory, those that several processes share counted for each. */
  readonly memory: number;
  /** Seconds of a processor so far, of those that run still. */
  readonly cpu: number;
}

/** As the kernel counts. */
const TICKS_PER_SECOND = 100;
const PAGE = 4096;

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly usage: Usage;
}

/** @param root id of the process that began it all */
export function measureTree(root: number): Usage {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readProcess(name) : []));
  const children = Map.groupBy(all, ({ parent }) => parent);
  const collect = (id: number): Process[] => (children.get(id) ?? []).flatMap((child) => [child, ...collect(child.id)]);
  const tree = [...all.filter(({ id }) => id === root), ...collect(root)];
  return {
    memory: tree.reduce((sum, { usage }) => sum + usage.memory, 0),
    cpu: tree.reduce((sum, { usage }) => sum + usage.cpu, 0),
  };
}

/** None where it has ended meanwhile. @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function readProcess(name: string): Process[] {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'utf8');
    // Behind the name of the program, which may hold anything.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0] = fields.slice(11);
    const resident = fields[21] ?? 0;
    return [{ id: Number(name), parent, usage: { memory: resident * PAGE, cpu: (user + system) / TICKS_PER_SECOND } }];
  } catch {
    return [];
  }
}
