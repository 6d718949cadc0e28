import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stemmerOf } from './stem.ts';
import { fold, splitWords } from './word.ts';

const read = (text: string) => splitWords(text, (word) => word).map(({ term, parts }) => [term, ...parts].join(' '));

test.each([
  ['select_related', ['select_related select related']],
  ['__slots__', ['__slots__ slots']],
  ['asyncio.gather(x).', ['asyncio.gather asyncio gather', 'x']],
  ['@property', ['@property property']],
  ['**kwargs', ['kwargs']],
  ['except* Error', ['except* except', 'error']],
  ['ParamSpec, GIL', ['paramspec param spec', 'gil']],
  ['XMLHttpRequest', ['xmlhttprequest xml http request']],
  ['Python 3.14', ['python', '3.14']],
  ['C++ and N+1', ['c++', 'and', 'n+1']],
  ['the GIL’s lock, it’s', ['the', 'gil', 'lock', 'it']],
  ['Entry.objects.select_related.filter', ['filter entry objects select_related select related']],
  ['!?… — __', []],
])('%s is found under %j', (text, terms) => {
  expect(read(text)).toEqual(terms);
});

test('accents and case do not count', () => {
  expect(fold('PROGRAMACIÓN')).toBe('programacion');
  expect(read('Programac\u0327ão')).toEqual(read('programação'));
});

test('words lie where they say, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let last = 0;
      for (const { start, end, plain } of splitWords(text, stemmerOf('en'))) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(fold(text.slice(start, end))).toBe(plain);
        last = end;
      }
    }),
  );
});

test.each([
  ['en', 'caching cached caches cache'],
  ['en', 'decorators decorator decorating decorated'],
  ['en', 'management manage managed'],
  ['en', 'queries query'],
  ['en', 'dependencies dependency'],
  ['en', 'optimization optimize optimised'],
  ['es', 'corrutinas corrutina'],
  ['es', 'programacion programar programado'],
  ['es', 'decoradores decorador decorar'],
  ['pt', 'conexoes conexao'],
  ['pt', 'geradores gerador'],
])('in %s these are one term: %s', (lang, words) => {
  expect(new Set(words.split(' ').map(stemmerOf(lang))).size).toBe(1);
});

test('names of the trade stay apart', () => {
  const stem = stemmerOf('en');
  for (const [a, b] of [
    ['generic', 'generator'],
    ['worker', 'work'],
    ['class', 'clash'],
    ['string', 'stride'],
  ] as const)
    expect(stem(a)).not.toBe(stem(b));
});
