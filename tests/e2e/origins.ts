/** What leaves the site: requests to other origins, and pages that would make some. */
import type { BrowserContext } from '@playwright/test';

/** Elements that load what they name, or send something there. A link that is followed, or read by search engines, is none. */
const LOADING = /<(?:audio|embed|form|iframe|image|img|input|link|object|script|source|track|use|video)\b[^>]*>/g;
const ELSEWHERE = /\s(?:action|data|href|poster|src|srcset|xlink:href)="(?!data:)[^"]*?(?:https?:)?\/\/[^"]*"|\sping="/;
const NAMING = /^<link\b[^>]*\srel="(?:canonical|alternate|license|author|me)"/;

/** Tags of a page that would ask another host for something. */
export function findForeignTags(html: string): string[] {
  return [...html.matchAll(LOADING)].map(([tag]) => tag).filter((tag) => ELSEWHERE.test(tag) && !NAMING.test(tag));
}

/** @returns a list that grows with each request of a page, a worker or a service worker that leaves the site */
export function recordForeignRequests(context: BrowserContext): string[] {
  const foreign: string[] = [];
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && hostname !== 'localhost') foreign.push(request.url());
  });
  return foreign;
}
