import { PassThrough, Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Question } from './answers.ts';
import { askAtTerminal, askOfPipe, GivenUp } from './ask.ts';

const [ENTER, CTRL_C, CLEAR] = ['\r', '\u0003', '\u0015'];
const QUESTION: Question = {
  field: 'base',
  message: 'Below which path?',
  suggestion: '/x/',
  refuse: (typed) => (typed.includes(' ') ? 'no spaces' : undefined),
};

/** Types each answer once its question is on the screen. */
function openTerminal(answers: readonly (readonly [question: string, keys: string])[]) {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { columns: 400 });
  const left = [...answers];
  let seen = '';
  output.on('data', (chunk: Buffer) => {
    seen += stripVTControlCharacters(chunk.toString());
    const [next] = left;
    if (next === undefined || !seen.replaceAll('\n', '').includes(next[0])) return;
    left.shift();
    seen = '';
    setImmediate(() => input.write(next[1]));
  });
  return askAtTerminal({ input, output });
}

test('at a terminal the suggestion stands there to be changed, and what is wrong can be typed again', async () => {
  expect(await openTerminal([['Below which path?', ENTER]]).ask(QUESTION)).toBe('/x/');
  const answers = [
    ['Below which path?', `${CLEAR}my notes${ENTER}`],
    ['no spaces', `${CLEAR}mine${ENTER}`],
  ] as const;
  expect(await openTerminal(answers).ask(QUESTION)).toBe('mine');
});

test('Ctrl-C gives up', async () => {
  await expect(openTerminal([['Below', CTRL_C]]).ask(QUESTION)).rejects.toThrow(GivenUp);
  await expect(openTerminal([['Write', CTRL_C]]).confirm('Write this?')).rejects.toThrow(GivenUp);
});

function openPipe(text: string) {
  const shown: string[] = [];
  const output = new PassThrough().on('data', (chunk: Buffer) => shown.push(chunk.toString()));
  return { ...askOfPipe(Readable.from([text]), output), shown };
}

test('of a pipe each line is an answer, and an empty one takes the suggestion', async () => {
  const { ask, confirm, shown } = openPipe('mine\n\ny\n');
  expect([await ask(QUESTION), await ask(QUESTION), await confirm('Write this?')]).toEqual(['mine', '/x/', true]);
  expect(shown.join('')).toContain('Below which path? [/x/] ');
});

test('a pipe that says something wrong, or nothing, is told which option it is', async () => {
  await expect(openPipe('my notes\n').ask(QUESTION)).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Refusal: Nothing was written. --base: no spaces]`,
  );
  await expect(openPipe('').ask(QUESTION)).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Refusal: Nothing was written, since nothing says what --base is: give it, or --yes to take what is suggested]`,
  );
  await expect(openPipe('').confirm('Write this?')).rejects.toThrowErrorMatchingInlineSnapshot(
    `[Refusal: Nothing was written, since nothing says yes: give --yes]`,
  );
});
