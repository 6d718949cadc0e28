/** The outline of a map as HTML: nested lists of the same links, for a column that is too narrow for the drawing. */
import { escapeMarkup } from '../../domain/markup.ts';
import { type OutlineItem, outlineOf } from '../outline.ts';
import { linkTo, type Targets } from './diagram-link.ts';
import type { Translate } from './words.ts';

/** Widths of a column in pixels, each with a rule in `styles/outline.css`. The last is what a column has on a desk. */
const ROOMS = [400, 500, 550, 600, 700] as const;
const DESK = 700;

/**
 * The column that a map needs: in a narrower one its words, which are drawn 15 pixels high, would shrink below 12.5. A map
 * that is too wide for any column shrinks further, as a drawing on a desk says more than a list.
 * @param width of the drawing in pixels
 */
export function findRoom(width: number): number {
  return ROOMS.find((room) => room >= (width * 12.5) / 15) ?? DESK;
}

/**
 * @param drawing the flowchart
 * @param label the attribute that names the whole
 * @returns nothing where a box leads nowhere, or where boxes lead round: that is no map
 */
export function drawMapOutline(drawing: string, targets: Targets, label: string, t: Translate): string {
  const outline = targets.size === 0 ? undefined : outlineOf(drawing);
  if (outline === undefined || !isMap(outline, targets)) return '';
  // A search finds the notes themselves.
  return `<div class="study-outline" data-pagefind-ignore>${drawList(outline, targets, t, ` ${label}`)}</div>`;
}

function isMap(items: readonly OutlineItem[], targets: Targets): boolean {
  return items.every((item) => targets.has(item.box) && isMap(item.items, targets));
}

/** The role is said since a list without marks is none to Safari. */
function drawList(items: readonly OutlineItem[], targets: Targets, t: Translate, name = ''): string {
  if (items.length === 0) return '';
  const drawn = items.map(({ box, label, after, items: below }) => {
    const boxes = escapeMarkup(after.join(', '));
    const others = after.length === 0 ? '' : ` <small>${t('study.map.after', { boxes })}</small>`;
    return `<li>${linkTo(targets.get(box), escapeMarkup(label))}${others}${drawList(below, targets, t)}</li>`;
  });
  return `<ul role="list"${name}>${drawn.join('')}</ul>`;
}
