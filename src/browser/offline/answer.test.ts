import { describe, expect, test } from 'vitest';
import { answerCacheFirst, answerNetworkFirst, isNewer } from './answer.ts';

const say = (text: string, status = 200) => Promise.resolve(new Response(text, { status }));
const nothing = () => Promise.resolve(undefined);
const fail = () => Promise.reject(new TypeError('Failed to fetch'));
const never = () => new Promise<never>(() => {});
const read = async (response: Promise<Response>) => {
  const answer = await response;
  return [answer.status, await answer.text()];
};
const saved = () => say('saved');
const missing = () => say('missing', 404);

describe('the network first', () => {
  test.each([
    ['the network answers', { ask: () => say('new'), find: saved, findMissing: missing }, never, [200, 'new']],
    ['the page is gone', { ask: () => say('gone', 404), find: saved, findMissing: missing }, never, [404, 'gone']],
    ['there is no network', { ask: fail, find: saved, findMissing: missing }, never, [200, 'saved']],
    ['the server fails', { ask: () => say('oh', 503), find: saved, findMissing: missing }, never, [200, 'saved']],
    ['the network takes too long', { ask: never, find: saved, findMissing: missing }, async () => {}, [200, 'saved']],
    [
      'nothing is saved, and the server fails',
      { ask: () => say('oh', 503), find: nothing, findMissing: missing },
      never,
      [503, 'oh'],
    ],
    [
      'nothing is saved, without a network',
      { ask: fail, find: nothing, findMissing: missing },
      never,
      [404, 'missing'],
    ],
    ['the cache cannot be read', { ask: () => say('oh', 503), find: fail, findMissing: fail }, never, [503, 'oh']],
  ])('where %s', async (_, sources, wait, expected) => {
    expect(await read(answerNetworkFirst(sources, wait))).toEqual(expected);
  });

  test('a page that is not saved is waited for as long as it takes', async () => {
    const late = Promise.withResolvers<Response>();
    const sources = { ask: () => late.promise, find: nothing, findMissing: nothing };
    const answer = answerNetworkFirst(sources, async () => late.resolve(new Response('late')));
    expect(await read(answer)).toEqual([200, 'late']);
  });

  test('what comes after the saved page was shown is told apart by its content', async () => {
    const answers: [Response, Promise<Response | undefined>][] = [];
    const late = Promise.withResolvers<Response>();
    const sources = { ask: () => late.promise, find: saved, findMissing: nothing };
    const answer = await answerNetworkFirst(
      sources,
      async () => {},
      (...told) => answers.push(told),
    );
    expect(await answer.text()).toBe('saved');
    late.resolve(new Response('new'));
    const [[first, network] = []] = answers;
    expect(first && network && (await isNewer(first, network))).toBe(true);
    expect(await isNewer(new Response('same'), say('same'))).toBe(false);
    expect(await isNewer(new Response('saved'), say('gone', 404))).toBe(false);
    expect(await isNewer(new Response('saved'), Promise.resolve(undefined))).toBe(false);
  });

  test('without network and without anything saved it fails as it would without the worker', async () => {
    await expect(answerNetworkFirst({ ask: fail, find: nothing, findMissing: nothing }, never)).rejects.toThrow(
      'Failed to fetch',
    );
  });
});

describe('the cache first', () => {
  test('what is saved is not asked for', async () => {
    const ask = () => {
      throw new Error('asked');
    };
    expect(await read(answerCacheFirst({ ask, find: saved, findMissing: nothing }))).toEqual([200, 'saved']);
  });

  test('what is not saved comes from the network, or does not come', async () => {
    expect(await read(answerCacheFirst({ ask: () => say('new'), find: nothing, findMissing: nothing }))).toEqual([
      200,
      'new',
    ]);
    expect(await read(answerCacheFirst({ ask: () => say('new'), find: fail, findMissing: nothing }))).toEqual([
      200,
      'new',
    ]);
    await expect(answerCacheFirst({ ask: fail, find: nothing, findMissing: nothing })).rejects.toThrow(
      'Failed to fetch',
    );
  });
});
