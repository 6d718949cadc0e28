/** How the service worker answers a request: from the network, from what is saved, or from whichever comes first. */

import { hashBytes } from './download.ts';

export interface Sources {
  /** Asks the network; rejects without one. */
  readonly ask: () => Promise<Response>;
  /** What is saved for the request. */
  readonly find: () => Promise<Response | undefined>;
  /** The saved page that says that there is no such page; for visits only. */
  readonly findMissing: () => Promise<Response | undefined>;
}

/**
 * For what changes under one address: the network, unless it takes too long, fails, or has a server's error.
 * @param onLate is given what the network brings after the saved answer was given
 */
export async function answerNetworkFirst(
  { ask, find, findMissing }: Sources,
  wait: () => Promise<void>,
  onLate: (answer: Response, network: Promise<Response | undefined>) => void = () => {},
): Promise<Response> {
  const network = ask();
  const usable = network.then(
    (response) => (response.status < 500 ? response : undefined),
    () => undefined,
  );
  const prompt = await Promise.race([usable, wait().then(() => undefined)]);
  if (prompt !== undefined) return prompt;
  const saved = await findQuietly(find);
  if (saved === undefined) return withoutNetwork(network, findMissing);
  onLate(saved.clone(), usable);
  return saved;
}

/** Whether the network has brought something else, at last, than what was saved. */
export async function isNewer(saved: Response, network: Promise<Response | undefined>): Promise<boolean> {
  const late = await network;
  if (late?.ok !== true) return false;
  const [before, after] = await Promise.all([saved, late].map(async (one) => hashBytes(await one.arrayBuffer())));
  return before !== after;
}

/** For what never changes under one address. */
export async function answerCacheFirst({ ask, find, findMissing }: Sources): Promise<Response> {
  return (await findQuietly(find)) ?? withoutNetwork(ask(), findMissing);
}

/** A cache that cannot be read must not keep anybody from the network. */
async function findQuietly(find: Sources['find']): Promise<Response | undefined> {
  try {
    return await find();
  } catch (error) {
    console.warn(error);
    return undefined;
  }
}

async function withoutNetwork(network: Promise<Response>, find: Sources['findMissing']): Promise<Response> {
  try {
    return await network;
  } catch (error) {
    const missing = await findQuietly(find);
    if (missing === undefined) throw error;
    return missing;
  }
}
