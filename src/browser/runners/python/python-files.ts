/** Our own Python files, which the worker carries with it: path below the folder of modules to text. */

const FOUND: Record<string, string> = import.meta.glob('./**/*.py', { query: '?raw', import: 'default', eager: true });

export const PYTHON_FILES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(FOUND).map(([path, text]) => [path.slice('./'.length), text]),
);
