/** `_redirects`: old addresses for hosts that lead on from them before any page is looked for. Elsewhere the page there does. */

/** Both below the base, without slashes at their ends; `to` is empty for the home page. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** An old address, and where it leads: whole paths. */
export type MovedAddress = readonly [from: string, to: string];

/** Each old address twice, since hosts compare to the letter: as it is linked, and without its slash. */
export function listMovedAddresses(base: string, moves: readonly Move[]): MovedAddress[] {
  return moves.flatMap(({ from, to }) => {
    const target = to === '' ? base : `${base}${to}/`;
    return [
      [`${base}${from}/`, target],
      [base + from, target],
    ] as const;
  });
}

/** @see https://developers.cloudflare.com/pages/configuration/redirects/ */
export function writeRedirectsFile(moved: readonly MovedAddress[]): string {
  return moved.map(([from, to]) => `${from} ${to} 301\n`).join('');
}
