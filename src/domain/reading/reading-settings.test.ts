import { expect, test } from 'vitest';
import { readReadingSettings } from './reading-settings.ts';

test('what was chosen is read again', () => {
  expect(readReadingSettings('{"size":"larger","width":"narrow"}')).toEqual({ size: 'larger', width: 'narrow' });
});

test.each([[null], [''], ['[]'], ['{'], ['{"size":"huge","width":3}']])('%j is what it is by default', (text) => {
  expect(readReadingSettings(text)).toEqual({ size: 'normal', width: 'normal' });
});

test('what cannot be read of one does not cost the other', () => {
  expect(readReadingSettings('{"size":"huge","width":"wide"}')).toEqual({ size: 'normal', width: 'wide' });
});
