/**
 * A side of Anki's cards: HTML with `{{Field}}` in it, some of it for certain fields only.
 * @see https://docs.ankiweb.net/templates/fields.html
 */

export interface SideOptions {
  /** HTML of the fields, by name. */
  readonly fields: ReadonlyMap<string, string>;
  /** Filters whose fields stay out: `cloze` and `type` are shown otherwise here. */
  readonly without?: readonly string[];
}

/** @returns HTML. Names that are no field, such as `{{FrontSide}}` and `{{Tags}}`, are left out */
export function writeSide(template: string, { fields, without = [] }: SideOptions): string {
  const chosen = chooseParts(template.replace(/<!--.*?-->/gs, ''), fields);
  return chosen.replace(/\{\{([^{}]*)\}\}/g, (_, inner: string) => {
    const filters = inner.split(':').map((part) => part.trim());
    const name = filters.pop() ?? '';
    return without.some((filter) => filters.includes(filter)) ? '' : (fields.get(name) ?? '');
  });
}

/** The field that a reader is to type on this side. */
export function findTyped(template: string): string | undefined {
  const inner = /\{\{\s*type:((?:(?!cloze:)[^{}])*)\}\}/.exec(template)?.[1];
  return inner?.split(':').at(-1)?.trim();
}

const INNERMOST = /\{\{([#^])([^{}]*)\}\}((?:(?!\{\{[#^]).)*?)\{\{\/\2\}\}/s;

/** Parts for fields that are filled, `{{#Field}}…{{/Field}}`, and for those that are empty, `{{^Field}}…{{/Field}}`. */
function chooseParts(template: string, fields: ReadonlyMap<string, string>): string {
  let rest = template;
  for (let found = INNERMOST.exec(rest); found !== null; found = INNERMOST.exec(rest)) {
    const [whole, sign, name = '', inside = ''] = found;
    const isFilled = isSeen(fields.get(name.trim()) ?? '');
    const isChosen = isFilled === (sign === '#');
    rest = rest.slice(0, found.index) + (isChosen ? inside : '') + rest.slice(found.index + whole.length);
  }
  return rest;
}

/** Whether HTML shows anything. */
export function isSeen(html: string): boolean {
  return /<img\b/i.test(html) || html.replace(/<[^>]*>|&nbsp;|\s/g, '') !== '';
}
