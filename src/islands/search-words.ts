/** The words of search in the page's language, as `Search.astro` writes them into the page. */
import type { Group } from '../browser/search/kind.ts';

export interface SearchWords {
  readonly title: string;
  readonly placeholder: string;
  readonly hint: string;
  readonly keys: string;
  readonly close: string;
  readonly loading: string;
  /** With `{{count}}`; its other forms stand beside it. */
  readonly results: string;
  /** With `{{typed}}` and `{{meant}}`. */
  readonly meant: string;
  readonly more: string;
  /** With `{{count}}`. */
  readonly all: string;
  /** With `{{query}}`. */
  readonly none: string;
  readonly noneHint: string;
  readonly titles: string;
  readonly noIndex: string;
  readonly failed: string;
  readonly again: string;
  readonly clear: string;
  readonly recent: string;
  readonly forget: string;
  /** With `{{language}}`. */
  readonly alsoIn: string;
  readonly area: string;
  readonly level: string;
  readonly kind: string;
  readonly ticked: string;
  readonly due: string;
  /** With `{{done}}` and `{{total}}`. */
  readonly progress: string;
  readonly levels: Readonly<Record<string, string>>;
  /** What is said of a page whose kind its group does not tell. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<Group, string>>;
}

/** Not by a pattern: a query may hold what means something in a replacement. */
export function fillIn(sentence: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((filled, [name, value]) => filled.split(`{{${name}}}`).join(value), sentence);
}
