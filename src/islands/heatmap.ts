/** Pictures of how much was studied, as SVG: a square for each day of a year, a bar for each of its weeks. */
import { formatMinutes } from '../domain/duration.ts';
import type { HeatDay } from '../domain/statistics.ts';

const SIZE = 11;
const STEP = 14;
const BAR_HEIGHT = 7 * STEP;
const SVG = 'http://www.w3.org/2000/svg';

/** A column for each week; a darker square is a longer day. @param say what is told of a day, its minutes by default */
export function drawHeatmap(weeks: readonly (readonly HeatDay[])[], say = formatMinutes): SVGElement {
  const squares = weeks.flatMap((days, column) =>
    days.map(({ day, minutes, level }, row) => {
      const place = { x: column * STEP, y: row * STEP, width: SIZE, height: SIZE, rx: 2 };
      return drawRectangle(place, `study-heat-${level}`, `${day}: ${say(minutes)}`);
    }),
  );
  return drawPicture(weeks.length, squares);
}

/** The target as a line across, where there is one. */
export function drawWeeks(weeks: readonly (readonly HeatDay[])[], target: number): SVGElement {
  const sums = weeks.map((days) => days.reduce((sum, { minutes }) => sum + minutes, 0));
  const most = Math.max(target, ...sums, 1);
  const bars = sums.map((minutes, column) => {
    const height = (minutes / most) * BAR_HEIGHT;
    const place = { x: column * STEP, y: BAR_HEIGHT - height, width: SIZE, height, rx: 2 };
    const level = target > 0 && minutes >= target ? 'study-week-reached' : 'study-week-bar';
    return drawRectangle(place, level, `${weeks[column]?.[0]?.day}: ${formatMinutes(minutes)}`);
  });
  const y = BAR_HEIGHT - (target / most) * BAR_HEIGHT;
  const line = createElement('line', { class: 'study-week-target', x1: 0, x2: weeks.length * STEP, y1: y, y2: y });
  return drawPicture(weeks.length, target > 0 ? [...bars, line] : bars);
}

/** A bar for each value, in order. */
export function drawBars(bars: readonly { readonly value: number; readonly text: string }[]): SVGElement {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const shapes = bars.map(({ value, text }, column) => {
    const height = (value / most) * BAR_HEIGHT;
    const place = { x: column * STEP, y: BAR_HEIGHT - height, width: SIZE, height, rx: 2 };
    return drawRectangle(place, 'study-week-bar', text);
  });
  return drawPicture(bars.length, shapes);
}

function drawPicture(columns: number, shapes: readonly SVGElement[]): SVGElement {
  const svg = createElement('svg', { viewBox: `0 -2 ${columns * STEP} ${BAR_HEIGHT + 4}`, 'aria-hidden': 'true' });
  svg.append(...shapes);
  return svg;
}

function drawRectangle(place: Readonly<Record<string, number>>, name: string, text: string): SVGElement {
  const rectangle = createElement('rect', { ...place, class: name });
  const title = createElement('title', {});
  title.textContent = text;
  rectangle.append(title);
  return rectangle;
}

function createElement(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
