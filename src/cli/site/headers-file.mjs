/**
 * Reads `_headers` of a built site as Netlify and Cloudflare Pages do, as far as our own needs it: an address that may end in
 * `*`, and below it, indented, what is said with every file that it fits.
 */
import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ address: string, headers: [name: string, value: string][] }} HeaderRule */

/**
 * @param {string} text of the file
 * @returns {HeaderRule[]}
 */
export function parseHeadersFile(text) {
  const rules = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!/^\s/.test(line)) rules.push({ address: line.trim(), headers: [] });
    else {
      const colon = line.indexOf(':');
      rules.at(-1)?.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    }
  }
  return rules;
}

/**
 * @param {string} file
 * @returns {HeaderRule[]} none where there is no such file
 */
export function readHeadersFile(file) {
  return existsSync(file) ? parseHeadersFile(readFileSync(file, 'utf8')) : [];
}

/**
 * @param {readonly HeaderRule[]} rules
 * @param {string} address path of a request, without its query
 * @returns {Record<string, string>} what several rules say of one header is joined by commas
 */
export function findHeaders(rules, address) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const rule of rules) {
    const start = rule.address.endsWith('*') ? rule.address.slice(0, -1) : undefined;
    if (start === undefined ? address !== rule.address : !address.startsWith(start)) continue;
    for (const [name, value] of rule.headers) found[name] = name in found ? `${found[name]}, ${value}` : value;
  }
  return found;
}
