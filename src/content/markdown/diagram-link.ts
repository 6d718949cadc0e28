/** Where a box of a diagram leads. */
import { escapeMarkup } from '../../domain/markup.ts';

export interface Target {
  readonly href: string;
  /** For pages that are shown in another language than they are written in. */
  readonly mark: string | undefined;
}

/** By the id of the box. */
export type Targets = ReadonlyMap<string, Target>;

/** @param attributes more of the link's, with a space before each */
export function linkTo(target: Target | undefined, content: string, attributes = ''): string {
  if (target === undefined) return content;
  const mark = target.mark === undefined ? '' : ` ${target.mark}=""`;
  return `<a${attributes} href="${escapeMarkup(target.href)}"${mark}>${content}</a>`;
}
