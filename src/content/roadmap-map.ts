/**
 * The picture of a roadmap: its stages as stations of a path, drawn at build time as SVG. Each station is a link to its
 * stage; a ring around its number fills as the reader ticks its items (`src/islands/roadmap.ts`), and its count says the
 * same in words.
 */

/** A stage as the map shows it. */
export interface MapStation {
  /** Where it leads: the anchor of its heading. */
  readonly anchor: string;
  readonly title: string;
  /** Keys of its items in the reader's record. */
  readonly items: readonly string[];
}

const WIDTH = 232;
const HEIGHT = 84;
const GAP = 36;
const RADIUS = 22;
/** Characters that fit beside the ring. */
const LINE = 19;
const LINES = 2;

/** @param columns stations in a row; the path turns at each end */
export function drawRoadmapMap(stations: readonly MapStation[], columns: number): string {
  const rows = Math.ceil(stations.length / columns);
  const places = stations.map((_, index) => placeOf(index, columns));
  const width = Math.min(columns, stations.length) * (WIDTH + GAP) - GAP;
  const height = rows * (HEIGHT + GAP) - GAP;
  const path = places.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x + WIDTH / 2} ${y + HEIGHT / 2}`).join('');
  const drawn = stations.map((station, index) => drawStation(station, index, places[index] ?? { x: 0, y: 0 }));
  return [
    `<svg viewBox="-4 -4 ${width + 8} ${height + 8}" width="${width + 8}" height="${height + 8}" role="presentation">`,
    `<path class="study-map-path" d="${path}"/>`,
    ...drawn,
    '</svg>',
  ].join('');
}

/** To the right in the first row, to the left in the next. */
function placeOf(index: number, columns: number): { x: number; y: number } {
  const row = Math.floor(index / columns);
  const column = index % columns;
  const turned = row % 2 === 0 ? column : columns - 1 - column;
  return { x: turned * (WIDTH + GAP), y: row * (HEIGHT + GAP) };
}

function drawStation({ anchor, title, items }: MapStation, index: number, { x, y }: { x: number; y: number }): string {
  const lines = wrap(title);
  const top = HEIGHT / 2 - (lines.length - 1) * 9 - 4;
  const words = lines.map((line, row) => `<tspan x="70" y="${top + row * 18}">${escapeText(line)}</tspan>`).join('');
  const circle = (name: string) =>
    `<circle class="study-map-${name}" cx="38" cy="${HEIGHT / 2}" r="${RADIUS}" pathLength="100"/>`;
  return [
    `<a href="#${anchor}" class="study-map-station" data-items="${items.join(' ')}" transform="translate(${x} ${y})">`,
    `<title>${escapeText(title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" rx="12"/>`,
    circle('track'),
    circle('ring'),
    `<text class="study-map-number" x="38" y="${HEIGHT / 2 + 6}">${index + 1}</text>`,
    `<text class="study-map-title">${words}</text>`,
    `<text class="study-map-count" x="70" y="${top + lines.length * 18 + 2}">0/${items.length}</text>`,
    '</a>',
  ].join('');
}

/** At most two lines; what does not fit ends in an ellipsis, and stands whole in the title. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= LINES && lines.every((line) => line.length <= LINE + 3)) return lines;
  return lines
    .slice(0, LINES)
    .map((line, index) => (index === LINES - 1 || line.length > LINE ? `${line.slice(0, LINE - 1)}…` : line));
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
