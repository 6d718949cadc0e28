import { expect, test } from 'vitest';
import { extensionOf, markQuestion, readRecording, startRecording } from './recording.ts';

const recording = startRecording({ id: 'a', session: 's', type: 'audio/webm', startedAt: 1 });

test('questions are marked where they are asked, once each', () => {
  const first = markQuestion(recording, 0, 'What?');
  expect(markQuestion(first, 5, 'What?')).toBe(first);
  expect(markQuestion(first, 5, '')).toBe(first);
  expect(markQuestion(first, 0, 'Why?').marks).toEqual([{ ms: 0, text: 'Why?' }]);
  expect(markQuestion(first, 5, 'Why?').marks.map(({ ms }) => ms)).toEqual([0, 5]);
});

test('what is damaged is no recording', () => {
  expect(readRecording(recording)).toBe(recording);
  const damages = [{ ms: -1 }, { bytes: '5' }, { marks: [{ ms: 5 }] }, { end: 'later' }, { type: undefined }];
  for (const damage of damages) expect(readRecording({ ...recording, ...damage })).toBeUndefined();
});

test('a file is named by what is in it', () => {
  const types = ['audio/webm;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/ogg', ''];
  expect(types.map(extensionOf)).toEqual(['.webm', '.m4a', '.ogg', '.webm']);
});
