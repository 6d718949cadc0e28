/** Titles: any text is one, as long as something of it can be seen. */

/** What no page can show, and what some readers of YAML refuse: control characters and code points that are none. */
const UNSEEN = /[\s\p{Cc}\p{Noncharacter_Code_Point}]+/gu;

/** In one line. `undefined` where nothing is left. */
export function cleanTitle(text: string): string | undefined {
  return text.toWellFormed().replace(UNSEEN, ' ').trim() || undefined;
}

/** @example titleOf('databases/b-tree') // 'B tree' */
export function titleOf(place: string): string {
  const name = place.slice(place.lastIndexOf('/') + 1).replaceAll('-', ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
