/**
 * Draws a picture in steps: one SVG and one caption a step, in an ordered list that reads as a text without a script.
 * `picture.css` shows one step at a time where there are scripts, `study-picture.ts` goes from one to the next.
 */
import { escapeMarkup } from './markup.ts';
import { CELL_GAP, PICTURE_WIDTH, type Picture, type PictureCell, type PictureStep, widthOfCell } from './picture.ts';
import { fillWord } from './timeline-words.ts';

/** In the reader's language; `step` has the gaps `{step}` and `{count}`. */
export interface PictureWords {
  readonly controls: string;
  readonly back: string;
  readonly next: string;
  readonly step: string;
}

/** A place is its name and, below it, a row of cells. */
const ROW = { height: 62, label: 13, top: 20, cell: 28 };

/** @param id begins the ids of this picture: another one on the page has another */
export function drawPicture(picture: Picture, words: PictureWords, id: string): string {
  const count = picture.steps.length;
  const steps = picture.steps.map((step, index) => {
    const number = fillWord(words.step, { step: index + 1, count });
    const current = index === 0 ? ' aria-current="step"' : '';
    return `<li${current}>${drawStep(picture, step, number, `${id}-${index + 1}`)}<p>${drawCaption(step.caption)}</p></li>`;
  });
  const title = escapeMarkup(picture.title);
  return [
    `<figure class="study-picture not-content" id="${id}"><figcaption>${title}</figcaption>`,
    `<study-picture data-step="${escapeMarkup(words.step)}"><ol role="list">${steps.join('')}</ol>`,
    `<div class="picture-bar" role="group" aria-label="${escapeMarkup(words.controls)}" data-pagefind-ignore>`,
    `<button type="button" data-go="-1" aria-keyshortcuts="ArrowLeft" aria-disabled="true">${escapeMarkup(words.back)}</button>`,
    `<button type="button" data-go="1" aria-keyshortcuts="ArrowRight">${escapeMarkup(words.next)}</button>`,
    `<span role="status">${escapeMarkup(fillWord(words.step, { step: 1, count }))}</span></div>`,
    '</study-picture></figure>',
  ].join('');
}

function drawStep({ title, places }: Picture, { cells }: PictureStep, number: string, id: string): string {
  const height = places.length * ROW.height - (ROW.height - ROW.top - ROW.cell) + 2;
  const rows = places.map((place, index) => drawPlace(place, cells[index] ?? [], index * ROW.height));
  const told = places.map((place, index) => {
    const held = (cells[index] ?? []).map(({ text }) => text).join(', ');
    return `${place}: ${held || '–'}.`;
  });
  return [
    `<svg viewBox="-1 0 ${PICTURE_WIDTH + 2} ${height}" role="img" focusable="false" aria-labelledby="${id}-title" aria-describedby="${id}-desc" data-pagefind-ignore>`,
    `<title id="${id}-title">${escapeMarkup(`${title}. ${number}`)}</title>`,
    `<desc id="${id}-desc">${escapeMarkup(told.join(' '))}</desc>${rows.join('')}</svg>`,
  ].join('');
}

function drawPlace(place: string, cells: readonly PictureCell[], y: number): string {
  const label = `<text class="picture-place" y="${y + ROW.label}">${escapeMarkup(place)}</text>`;
  const top = y + ROW.top;
  if (cells.length === 0) return `${label}<path class="picture-empty" d="M0 ${top + ROW.cell / 2}H${PICTURE_WIDTH}"/>`;
  let x = 0;
  const drawn = cells.map((cell) => {
    const width = widthOfCell(cell);
    const box = `<rect x="${x}" y="${top}" width="${width}" height="${ROW.cell}" rx="5"/>`;
    const text = `<text x="${x + width / 2}" y="${top + 18.5}">${escapeMarkup(cell.text)}</text>`;
    x += width + CELL_GAP;
    return `<g class="picture-cell${cell.mark === undefined ? '' : ` is-${cell.mark}`}">${box}${text}</g>`;
  });
  return label + drawn.join('');
}

function drawCaption(caption: string): string {
  return escapeMarkup(caption).replace(/`([^`]+)`/g, '<code dir="ltr">$1</code>');
}
