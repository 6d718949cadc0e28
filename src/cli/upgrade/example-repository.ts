/** Repositories for the tests: small trees in temporary folders, with commits by nobody in particular. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { git } from './git.ts';
import { readDisk, type Tree } from './tree.ts';

/** `null` takes a file away. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

const IDENTITY = [
  'user.name=T',
  'user.email=t@example.org',
  'commit.gpgsign=false',
  'tag.gpgsign=false',
  'core.hooksPath=',
];

export class ExampleRepository {
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'kb-upgrade-')));

  /** @param origin another one, whose history it shares */
  constructor(origin?: ExampleRepository) {
    if (origin === undefined) this.git('init', '--quiet', '--initial-branch=main');
    else this.git('clone', '--quiet', origin.folder, '.');
  }

  /** Lets it read what another one has, without a copy. @param project absolute path of that one's folder */
  borrow(project: string): void {
    const { stdout } = spawnSync('git', ['rev-parse', '--path-format=absolute', '--git-path', 'objects'], {
      cwd: project,
    });
    writeFileSync(path.join(this.folder, '.git/objects/info/alternates'), stdout);
  }

  write(files: Files): this {
    for (const [file, text] of Object.entries(files)) {
      const target = path.join(this.folder, file);
      if (text === null) rmSync(target);
      else {
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, text);
      }
    }
    return this;
  }

  /** @returns the commit */
  commit(files: Files = {}, tag?: string): string {
    this.write(files);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', 'change');
    if (tag !== undefined) this.git('tag', tag);
    return this.git('rev-parse', 'HEAD');
  }

  /**
   * A first commit on `main` that no folder is needed for: that of many files.
   * @param tree what it begins with
   */
  commitTree(tree: string, files: Files): void {
    const lines = Object.entries(files).flatMap(([file, text]) =>
      text === null
        ? [`D ${file}\n`]
        : [`M 100644 inline ${file}\ndata ${Buffer.byteLength(text)}\n`, Buffer.from(text), '\n'],
    );
    const head = `commit refs/heads/main\ncommitter T <t@example.org> 0 +0000\ndata 6\nfirst\nM 040000 ${tree} \n`;
    const input = Buffer.concat([head, ...lines].map((line) => Buffer.from(line)));
    git(this.folder, ['fast-import', '--quiet'], { input });
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  has(file: string): boolean {
    return existsSync(path.join(this.folder, file));
  }

  /** Every file that lies there, whether git knows of it or not. */
  snapshot(): Tree {
    const listed = this.git('ls-files', '-z', '--cached', '--others', '--deduplicate').split('\0').filter(Boolean);
    return readDisk(this.folder, listed);
  }

  git(...words: string[]): string {
    const identity = IDENTITY.flatMap((setting) => ['-c', setting]);
    const { status, stdout, stderr } = spawnSync('git', [...identity, ...words], {
      cwd: this.folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return stdout.trimEnd();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
