/** Builds the fixture for the root of a host. Small, since all the content is looked at below a base path. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FixtureSite } from './site.ts';

const base = '/';
const icon = 'public/favicon.svg';
const site = new FixtureSite('root', { [icon]: readFileSync(icon, 'utf8') }, base);
const { ok, output } = site.build();
console.log(output);
if (ok) writeFileSync(path.join(site.dist, '.build.json'), JSON.stringify({ base }));
else process.exitCode = 1;
