/**
 * Draws a picture in steps: one SVG and one caption a step, in an ordered list that reads as a text without a script.
 * `picture.css` shows one step at a time where there are scripts, `study-picture.ts` goes from one to the next.
 */
import { escapeMarkup } from './markup.ts';
import type { Picture, PictureCell, PictureStep } from './picture.ts';
import { drawArrow, placeArrows } from './picture-arrow.ts';
import { placeLabel } from './picture-label.ts';
import { type CellBox, listJoinedRows, PICTURE_WIDTH, placeCells } from './picture-layout.ts';
import { CELL_HEIGHT, type PictureRow, placeRows } from './picture-rows.ts';
import { fillWord } from './timeline-words.ts';

/** In the reader's language; `step` has the gaps `{step}` and `{count}`, `leads` has `{from}` and `{to}`. */
export interface PictureWords {
  readonly controls: string;
  readonly back: string;
  readonly next: string;
  readonly step: string;
  readonly leads: string;
}

/** @param id begins the ids of this picture: another one on the page has another */
export function drawPicture(picture: Picture, words: PictureWords, id: string): string {
  const count = picture.steps.length;
  const drawings = drawSteps(picture);
  const steps = picture.steps.map((step, index) => {
    const own = `${id}-${index + 1}`;
    const current = index === 0 ? ' aria-current="step"' : '';
    const title = `${picture.title}. ${fillWord(words.step, { step: index + 1, count })}`;
    const named = [
      `role="img" focusable="false" aria-labelledby="${own}-title" aria-describedby="${own}-desc" data-pagefind-ignore>`,
      `<title id="${own}-title">${escapeMarkup(title)}</title>`,
      `<desc id="${own}-desc">${escapeMarkup(tellStep(picture, step, words))}</desc>`,
    ];
    const svg = `<svg viewBox="${drawings.box}" ${named.join('')}${drawings.steps[index] ?? ''}</svg>`;
    return `<li${current}>${svg}<p>${drawCaption(step.caption)}</p></li>`;
  });
  const title = escapeMarkup(picture.title);
  return [
    `<figure class="study-picture not-content" id="${id}"><figcaption>${title}</figcaption>`,
    `<study-picture data-step="${escapeMarkup(words.step)}"><ol role="list">${steps.join('')}</ol>`,
    `<div class="picture-bar" role="group" aria-label="${escapeMarkup(words.controls)}" data-pagefind-ignore>`,
    `<button type="button" data-go="back" aria-keyshortcuts="ArrowLeft" aria-disabled="true">${escapeMarkup(words.back)}</button>`,
    `<button type="button" data-go="next" aria-keyshortcuts="ArrowRight">${escapeMarkup(words.next)}</button>`,
    `<span role="status">${escapeMarkup(fillWord(words.step, { step: 1, count }))}</span></div>`,
    '</study-picture></figure>',
  ].join('');
}

/** What a step shows, in words: each place with its cells, then what leads where. */
function tellStep({ places }: Picture, { cells, edges }: PictureStep, { leads }: PictureWords): string {
  const held = places.map((place, row) => `${place}: ${(cells[row] ?? []).map(({ text }) => text).join(', ') || '–'}.`);
  const textOf = ({ row, index }: { row: number; index: number }) => cells[row]?.[index]?.text ?? '';
  const targets = Map.groupBy(edges, ({ from }) => textOf(from));
  const joined = [...targets].map(([from, list]) =>
    fillWord(leads, { from, to: list.map(({ to }) => textOf(to)).join(', ') }),
  );
  return [...held, ...joined].join(' ');
}

/** Names of places stand at the same place in all steps. */
function drawSteps(picture: Picture): { readonly box: string; readonly steps: readonly string[] } {
  const { rows, height } = placeRows(picture);
  const joined = listJoinedRows(picture.steps);
  const placed = picture.steps.map((step) => {
    const boxes = placeCells(step, joined);
    return { step, boxes, arrows: placeArrows(step, boxes, rows) };
  });
  const arrows = placed.flatMap((step) => step.arrows);
  const names = picture.places.map((place, index) => {
    const { label = 0 } = rows[index] ?? {};
    const x = placeLabel(place, label, arrows);
    return `<text class="picture-place"${x === 0 ? '' : ` x="${x}"`} y="${label}">${escapeMarkup(place)}</text>`;
  });
  const steps = placed.map(({ step: { cells }, boxes, arrows: own }) => {
    const drawn = rows.flatMap((row, index) => drawCells(cells[index] ?? [], boxes[index] ?? [], row));
    return [...own.map(drawArrow), ...names, ...drawn].join('');
  });
  return { box: `-1 0 ${PICTURE_WIDTH + 2} ${height}`, steps };
}

function drawCells(cells: readonly PictureCell[], boxes: readonly CellBox[], { top }: PictureRow): string[] {
  if (cells.length === 0) return [`<path class="picture-empty" d="M0 ${top + CELL_HEIGHT / 2}H${PICTURE_WIDTH}"/>`];
  return cells.map((cell, index) => {
    const { x, width } = boxes[index] ?? { x: 0, width: 0 };
    const box = `<rect x="${x}" y="${top}" width="${width}" height="${CELL_HEIGHT}" rx="5"/>`;
    const text = `<text x="${x + width / 2}" y="${top + 18.5}">${escapeMarkup(cell.text)}</text>`;
    return `<g class="picture-cell${cell.mark === undefined ? '' : ` is-${cell.mark}`}">${box}${text}</g>`;
  });
}

function drawCaption(caption: string): string {
  return escapeMarkup(caption).replace(/`([^`]+)`/g, '<code dir="ltr">$1</code>');
}
