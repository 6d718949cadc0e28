import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeConfigText } from './config-text.ts';

const TEXT = `import { defineSite } from './src/content/site-config.ts';

export default defineSite({
  siteId: 'pskb',
  title: 'Ours',
  // Nothing is saved.
  offline: false,
  strictIds: true,
  locales: {
    root: { label: 'English', lang: 'en' },
  },
});
`;

/** What the module would hand to defineSite. */
function evaluate(text: string): unknown {
  const body = text.replace(/^import.*$/m, '').replace('export default', 'return');
  return new Function('defineSite', body)((site: unknown) => site);
}

test('what is not asked for stays, with its comment', () => {
  const text = writeConfigText(TEXT, {
    title: 'Mine',
    strictIds: undefined,
    base: '/x/',
    locales: { root: { lang: 'es' } },
  });
  expect(text).toContain('  // Nothing is saved.\n  offline: false,');
  expect(evaluate(text)).toEqual({
    siteId: 'pskb',
    title: 'Mine',
    offline: false,
    locales: { root: { lang: 'es' } },
    base: '/x/',
  });
});

test('any title is written so that it reads the same', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(`"quotes" 'and' \`ticks\` \${1} 🐍\\`)),
      (title) => {
        expect(evaluate(writeConfigText(TEXT, { title }))).toMatchObject({ siteId: 'pskb', title });
      },
    ),
    { numRuns: 25 },
  );
});

test('a file without defineSite is refused', () => {
  expect(() => writeConfigText('export default {};', { title: 'Mine' })).toThrowErrorMatchingInlineSnapshot(
    `[Refusal: site.config.ts does not say defineSite({ … }), so its options are not found: write it like that again]`,
  );
});
