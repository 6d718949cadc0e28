import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { resolvePart } from './own-parts.ts';

const STARLIGHT = path.resolve(import.meta.dirname, '../../node_modules/@astrojs/starlight/dist');
const STYLES = path.resolve(import.meta.dirname, '../styles');

test('each sheet of Starlight is ours, or one that is kept', () => {
  const names = readdirSync(path.join(STARLIGHT, 'style'));
  const kept = names.filter((name) => resolvePart(`../style/${name}`) === undefined);
  // Their own order of layers, and asides; what Markdown becomes is imported by the component that we replace.
  expect(kept).toEqual(['asides.css', 'layers.css', 'markdown.css']);
  for (const name of names.filter((other) => !kept.includes(other)))
    expect(existsSync(resolvePart(`../style/${name}`) ?? ''), name).toBe(true);
});

test('so is its script', () => {
  const script = '../components-internals/SidebarPersistState';
  expect(readFileSync(path.join(STARLIGHT, 'components/Page.astro'), 'utf8')).toContain(`<script src="${script}">`);
  expect(existsSync(resolvePart(script) ?? '')).toBe(true);
});

test('a query stays with the name', () => {
  expect(resolvePart('../style/print.css?url&no-inline')).toMatch(/\/styles\/print\.css\?url&no-inline$/);
  expect(resolvePart('../styles/print.css')).toBeUndefined();
});

test('what Starlight’s components ask for is defined', () => {
  const sources = [
    ...['Banner', 'Hero', 'ContentNotice'].map((name) => `components/${name}.astro`),
    ...readdirSync(path.join(STARLIGHT, 'user-components')).map((name) => `user-components/${name}`),
    'style/asides.css',
  ];
  const all = sources
    .filter((name) => /\.(astro|css)$/.test(name))
    .map((name) => readFileSync(path.join(STARLIGHT, name), 'utf8'))
    .join('\n');
  const own = readdirSync(STYLES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(path.join(STYLES, name), 'utf8'))
    .join('\n');
  const asked = new Set([...`${all}\n${own}`.matchAll(/var\((--(?:__)?sl-[\w-]+)\)/g)].map(([, name]) => name));
  const defined = new Set([...`${all}\n${own}`.matchAll(/(--(?:__)?sl-[\w-]+)['"]?\s*:/g)].map(([, name]) => name));
  expect(asked.size).toBeGreaterThan(50);
  // Said by who uses an icon.
  expect([...asked].filter((name) => !defined.has(name))).toEqual(['--sl-icon-color']);
});
