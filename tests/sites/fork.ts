/** A copy of this project in a repository of its own, as somebody has it who has cloned it. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyProject, linkPackages } from '../../src/cli/site/project-copy.ts';
import { COMMITTER, neutralEnvironment } from './site.ts';

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

export class Fork {
  readonly root: string;

  constructor(name: string) {
    this.root = path.join(import.meta.dirname, '.built', name);
    rmSync(this.root, { recursive: true, force: true });
    copyProject(this.root);
    linkPackages(this.root);
    this.git('init', '--quiet');
    this.commit();
  }

  git(...words: string[]): string {
    const { status, output } = run('git', [...COMMITTER, ...words], this.root);
    if (status !== 0) throw new Error(output);
    return output;
  }

  commit(): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', 'all');
  }

  /** One of the commands of package.json that are written in TypeScript. */
  command(name: string, ...words: string[]): Outcome {
    return run(process.execPath, [path.join(this.root, 'src/cli', `${name}.ts`), ...words], this.root);
  }

  build(): Outcome {
    const astro = path.join(this.root, 'node_modules/astro/bin/astro.mjs');
    return run(process.execPath, [astro, 'build', '--force'], this.root);
  }

  read(file: string): string {
    return readFileSync(path.join(this.root, file), 'utf8');
  }

  write(file: string, text: string): void {
    writeFileSync(path.join(this.root, file), text);
  }

  /** Built files with such an ending, relative to the project. */
  listBuilt(ending: string): string[] {
    const all = readdirSync(path.join(this.root, 'dist'), { recursive: true }).map(String);
    return all.filter((file) => file.endsWith(ending)).map((file) => path.join('dist', file));
  }
}

function run(command: string, words: readonly string[], cwd: string): Outcome {
  const env = neutralEnvironment();
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 26 });
  return { status, output: stdout + stderr };
}
