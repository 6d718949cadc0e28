/**
 * How a reader likes to read on this device: text size and width of the column, `{ size, width }` in
 * `localStorage["<siteId>:reading"]`. A phone and a desk want different ones, so they are not in the study document.
 * The page's head applies them before anything is painted: site/reading-script.ts.
 */
import { isRecord, parseJson } from '../json.ts';

export const TEXT_SIZES = ['small', 'normal', 'large', 'larger', 'largest'] as const;
export const TEXT_WIDTHS = ['narrow', 'normal', 'wide'] as const;

export interface ReadingSettings {
  readonly size: (typeof TEXT_SIZES)[number];
  readonly width: (typeof TEXT_WIDTHS)[number];
}

/** What is stored, each part as it is by default where it cannot be read. */
export function readReadingSettings(text: string | null): ReadingSettings {
  const stored = parseJson(text ?? '');
  const { size, width } = isRecord(stored) ? stored : {};
  return {
    size: TEXT_SIZES.find((known) => known === size) ?? 'normal',
    width: TEXT_WIDTHS.find((known) => known === width) ?? 'normal',
  };
}
