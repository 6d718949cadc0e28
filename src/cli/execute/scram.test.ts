import { expect, test } from 'vitest';
import { startScram } from './scram.ts';

test('the proof is that of the example in RFC 7677, but for the name of the user', () => {
  const client = startScram('pencil', 'rOprNGfwEbeRWgbNEkqO');
  expect(client.first).toBe('n,,n=,r=rOprNGfwEbeRWgbNEkqO');
  const nonce = 'rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0';
  expect(client.prove(`r=${nonce},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096`)).toMatchInlineSnapshot(
    `"c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=qvT2SWdEH5Q06albL+hjSYuUhCG7VndFyzIb7CK4n9k="`,
  );
});

test('an answer to somebody else is refused', () => {
  expect(() => startScram('pencil', 'mine').prove('r=other,s=AA==,i=1')).toThrow('somebody else');
});
