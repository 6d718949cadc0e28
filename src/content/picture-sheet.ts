/**
 * The contact sheet: every picture that is drawn, once in light and once in dark, with what it says in words and where it
 * is written. For those who draw: whether all can be read, and look alike, is seen at one glance.
 */
import type { GeneratedText } from './codes/error-page.ts';
import type { DrawnPicture, PICTURE_KINDS } from './drawn-picture.ts';
import { escapeMarkdown } from './markdown/escape.ts';
import type { Translate } from './markdown/words.ts';

export interface SheetPicture extends Omit<DrawnPicture, 'kind'> {
  readonly kind: (typeof PICTURE_KINDS)[number] | 'map';
}
/** A page with pictures. */
export interface SheetPage {
  readonly title: string;
  /** As a link of the sheet has it. */
  readonly address: string;
  /** Path of its file, and where the repository shows that. */
  readonly file: string;
  readonly source: string;
  /** Number of the area's color, where the page draws in it. */
  readonly hue: number | undefined;
  readonly pictures: readonly SheetPicture[];
}
export interface SheetSection {
  readonly title: string;
  readonly pages: readonly SheetPage[];
}

const SCHEMES = ['light', 'dark'] as const;

export function writePictureSheet(sections: readonly SheetSection[], t: Translate): GeneratedText {
  const shown = sections.filter(({ pages }) => pages.length > 0);
  const count = shown.flatMap(({ pages }) => pages.flatMap(({ pictures }) => pictures)).length;
  return {
    title: t('study.pictures.title'),
    description: t('study.pictures.description'),
    body: [
      t('study.pictures.description'),
      t('study.pictures.count', { count }),
      ...shown.flatMap(({ title, pages }) => [
        `## ${escapeMarkdown(title)}`,
        ...pages.flatMap((page) => [
          `### [${escapeMarkdown(page.title)}](${page.address})`,
          ...page.pictures.map((picture) => writePicture(picture, page, t)),
        ]),
      ]),
    ].join('\n\n'),
  };
}

function writePicture(picture: SheetPicture, { file, source, hue }: SheetPage, t: Translate): string {
  const { kind, title, words, line, markdown } = picture;
  const place = `[\`${file}:${line}\`](${source}?plain=1#L${line})`;
  const name = title === undefined ? '' : `**${escapeMarkdown(title)}** · `;
  const cells = SCHEMES.map((scheme) => {
    const label = `<p class="study-sheet-scheme">${t(`study.pictures.${scheme}`)}</p>`;
    return `<div class="study-sheet-${scheme}">${label}\n\n${markdown}\n\n</div>`;
  });
  const area = hue === undefined ? ['', ''] : [`<div class="study-area" data-hue="${hue}">`, '</div>'];
  return [
    `${name}${t(`study.pictures.${kind}`)} · ${place}`,
    ...words.map((text) => escapeMarkdown(text)),
    `${area[0]}<div class="study-sheet">\n\n${cells.join('\n\n')}\n\n</div>${area[1]}`,
  ].join('\n\n');
}
