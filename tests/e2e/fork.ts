/** A second site on the origin of the first: the same pages at the root, under another name, as a fork of it would be. */
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeFile } from '../../src/site/offline/files.ts';

interface ForkOptions {
  /** Folder of the first site, and the base that it was built for. */
  readonly site: string;
  readonly base: string;
  readonly siteId: { readonly from: string; readonly to: string };
  /** The only group that can be saved of the fork, which has its files alone. */
  readonly group: string;
}

/** Writes the fork into a folder, which then holds the first site too, below its base. */
export async function publishFork(folder: string, { site, base, siteId, group }: ForkOptions): Promise<void> {
  const rename = (bytes: Buffer, file: string) =>
    /\.(html|js|json|webmanifest)$/.test(file)
      ? Buffer.from(bytes.toString().replaceAll(base, '/').replaceAll(siteId.from, siteId.to))
      : bytes;
  const publish = async (file: string) => {
    const bytes = rename(await readFile(path.join(site, file)), file);
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), bytes);
    return bytes;
  };
  const { parts, groups, ...rest } = JSON.parse(await readFile(path.join(site, 'offline.json'), 'utf8'));
  const wanted = ['shell', group];
  for (const file of await readdir(path.join(site, '_astro'))) await publish(`_astro/${file}`);
  await publish('sw.js');
  for (const part of wanted) {
    for (const file of Object.keys(parts[part])) {
      const { hash, wire, disk } = await describeFile(file, await publish(file));
      parts[part][file] = [hash, wire, disk];
    }
  }
  const own = {
    ...rest,
    parts: Object.fromEntries(wanted.map((part) => [part, parts[part]])),
    groups: { [group]: wanted },
  };
  await writeFile(path.join(folder, 'offline.json'), JSON.stringify(own));
  await mkdir(path.dirname(path.join(folder, base)), { recursive: true });
  await symlink(site, path.join(folder, base.replace(/\/$/, '')));
}
