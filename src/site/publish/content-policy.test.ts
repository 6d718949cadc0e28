import { expect, test } from 'vitest';
import { addPolicy, allowDisk, changePolicy, readPolicy, writeHeaderPolicy, writePolicy } from './content-policy.ts';

const sourcesOf = (policy: string, directive: string) =>
  policy
    .split('; ')
    .find((part) => part.startsWith(`${directive} `))
    ?.split(' ')
    .slice(1);

test('the policy of a page with one script of its own', () => {
  expect(writePolicy(["'sha256-abc='"]).split('; ')).toMatchInlineSnapshot(`
    [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval' 'sha256-abc='",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "media-src 'self' blob:",
      "worker-src 'self'",
      "manifest-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
    ]
  `);
});

test('no script runs because of where it stands, or because it is text', () => {
  const sources = sourcesOf(writeHeaderPolicy([]), 'script-src');
  expect(sources).toBeDefined();
  for (const source of ["'unsafe-inline'", "'unsafe-eval'", 'data:', 'blob:', 'https:', '*']) {
    expect(sources).not.toContain(source);
  }
});

test('no directive names another host, so a page can ask none', () => {
  expect(writePolicy([])).not.toMatch(/https?:|\/\/|\*/);
});

test('the header also keeps the pages out of frames, which in a page would only be a warning', () => {
  expect(writeHeaderPolicy([])).toContain("frame-ancestors 'none'");
  expect(writePolicy([])).not.toContain('frame-ancestors');
});

test.each([
  ['<!DOCTYPE html><html><head><meta charset="utf-8"/><script>x</script>', '<meta charset="utf-8"/>'],
  ['<!doctype html><head><title>x</title>', '<head>'],
  ['<!doctype html><title>Redirecting</title>', '<!doctype html>'],
  ['<title>x</title>', ''],
])('in %s it stands before everything that it holds for', (html, before) => {
  const changed = addPolicy(html, "default-src 'none'");
  const [start = '', rest] = changed.split(
    '<meta http-equiv="content-security-policy" content="default-src \'none\'"/>',
  );
  expect(start.endsWith(before)).toBe(true);
  expect(start + rest).toBe(html);
  expect(readPolicy(changed)).toBe("default-src 'none'");
});

test('a policy is changed where it stands', () => {
  const html = addPolicy('<head><p>$&</p>', "script-src 'self'");
  expect(readPolicy(changePolicy(html, (policy) => `${policy} $&`))).toBe("script-src 'self' $&");
  expect(changePolicy('<head></head>', () => 'x')).toBe('<head></head>');
});

test('a page on a disk loads what lies beside it, still nothing of any host', () => {
  const policy = allowDisk(writePolicy([]), ["'sha256-new='"]);
  expect(sourcesOf(policy, 'script-src')).toEqual(["'self'", 'file:', "'wasm-unsafe-eval'", "'sha256-new='"]);
  expect(sourcesOf(policy, 'style-src')).toContain('file:');
  expect(sourcesOf(policy, 'default-src')).toEqual(["'none'"]);
  expect(policy).not.toMatch(/https?:/);
});
