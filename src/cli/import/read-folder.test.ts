import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from '../new/refusal.ts';
import { readFolder } from './read-folder.ts';

let project: string;
let vault: string;

beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'kb-import-'));
  vault = path.join(project, 'vault');
  mkdirSync(path.join(project, 'content/docs'), { recursive: true });
  write('a.md', 'A');
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(vault, file)), { recursive: true });
  writeFileSync(path.join(vault, file), content);
}

test('notes and pictures are read, and everything else is named with a reason', () => {
  write('deep/b.markdown', '\uFEFFB');
  write('.obsidian/x.md', 'hidden');
  write('latin.md', Buffer.from('señor', 'latin1'));
  write('empty.md', ' \n');
  write('huge.md', 'x'.repeat(1024 * 1024 + 1));
  write('song.mp3', 'x');
  write('page.mdx', 'x');
  write('ok.PNG', Buffer.from('\x89PNG\r\n', 'latin1'));
  write('no.png', 'text');
  write('drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  symlinkSync(path.join(project, 'vault'), path.join(vault, 'loop'));
  const { notes, images, remarks } = readFolder(vault, project);
  expect(notes).toEqual([
    { path: 'a.md', text: 'A' },
    { path: 'deep/b.markdown', text: 'B' },
  ]);
  expect(images.map(({ path: file }) => file)).toEqual(['drawing.svg', 'ok.PNG']);
  expect(remarks.map(({ file, message }) => `${file}: ${message}`)).toMatchInlineSnapshot(`
    [
      "loop: it is a link of the file system, which is not followed",
      "empty.md: it is empty, so it was left out",
      "huge.md: it was left out, since it has 2 MiB and 1 is the most",
      "latin.md: it was left out: line 1, this byte is not UTF-8, so the file cannot be read; save the file as UTF-8; your editor calls it "encoding" or "charset"",
      "no.png: it was left out, since it is not the picture that its name says",
      "page.mdx: it was left out, since components of another site are unknown here; rename it .md to try",
      "song.mp3: it was left out, since pages show only pictures",
    ]
  `);
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('what may not be read is passed over', () => {
  write('secret.md', 'x');
  chmodSync(path.join(vault, 'secret.md'), 0);
  const { notes, remarks } = readFolder(vault, project);
  expect(notes).toHaveLength(1);
  expect(remarks).toMatchObject([{ file: 'secret.md', message: expect.stringContaining('EACCES') }]);
});

test.each(['.', 'content', 'content/docs', 'nothing', 'vault/a.md'])('%s is refused', (folder) => {
  expect(() => readFolder(path.join(project, folder), project)).toThrow(Refusal);
});
