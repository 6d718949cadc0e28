/** How a pack reaches what it examines: a server by its address, or a program by the command that starts it. */

/** Variables of the environment, in which the reader says where their work is. */
export type ReachVariable = 'BASE_URL' | 'COMMAND';

export interface Reach {
  readonly variable: ReachVariable;
  /** What it is where the environment says nothing; `undefined` where that is not written down as a text. */
  readonly preset: string | undefined;
}

const LOOKED_UP = /["'](BASE_URL|COMMAND)["'](?:\s*,\s*["']([^"'{}]+)["'])?/g;

/**
 * What `conftest.py` looks up in its environment; a pack asks for one of the two.
 * @example readReach('os.environ.get("BASE_URL", "http://localhost:8000")')
 */
export function readReach(conftest: string): Reach {
  const found = [...conftest.matchAll(LOOKED_UP)];
  const variable = found.some(([, name]) => name === 'COMMAND') ? 'COMMAND' : 'BASE_URL';
  return { variable, preset: found.find(([, name, preset]) => name === variable && preset !== undefined)?.[2] };
}
