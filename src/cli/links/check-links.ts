/** Visits many addresses politely: few at a time, one at a time for each host, with a pause between two. */
import type { ExternalLink } from '../../content/external-link.ts';
import { type Visit, type VisitOptions, visit } from './visit.ts';

export interface CheckedLink extends ExternalLink, Visit {}

export interface CheckOptions extends VisitOptions {
  /** Hosts that are asked at the same time. */
  readonly atOnce: number;
  /** Between two requests to one host, in milliseconds. */
  readonly pause: number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** @returns in the order of the links */
export async function checkLinks(links: readonly ExternalLink[], options: CheckOptions): Promise<CheckedLink[]> {
  const hosts = [...Map.groupBy(links, ({ url }) => new URL(url).host).values()].sort((a, b) => b.length - a.length);
  const visits = new Map<string, Visit>();
  const work = async () => {
    for (let host = hosts.shift(); host !== undefined; host = hosts.shift()) {
      for (const [index, { url }] of host.entries()) {
        if (index > 0) await options.wait(options.pause);
        visits.set(url, await visit(url, options));
      }
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, work));
  return links.map((link) => ({ ...link, ...(visits.get(link.url) ?? { state: 'unclear', why: 'not asked' }) }));
}
