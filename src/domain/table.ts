/** A reader's record as tables for a spreadsheet: CSV as in RFC 4180. @see https://www.rfc-editor.org/rfc/rfc4180 */
import { type EventLog, listEvents } from './event-log.ts';
import { learningDay } from './learning-day.ts';
import type { StudyDocument } from './study-document.ts';

const IDENTITY = ['d', 'n', 't', 'z', 'k'];

/** A row for each event, in order: when, on whose learning day, of what kind, and what it says. */
export function tabulateLog(log: EventLog): string[][] {
  const rows = listEvents(log).map((event) => {
    const { note, phase, ms } = event;
    const others = Object.entries(event).filter(([name]) => ![...IDENTITY, 'note', 'phase', 'ms'].includes(name));
    const minutes = typeof ms === 'number' ? String(ms / 60_000) : '';
    const details = others.length > 0 ? JSON.stringify(Object.fromEntries(others)) : '';
    return [
      printTime(event.t),
      learningDay(event),
      event.d,
      event.k,
      printCell(note),
      printCell(phase),
      minutes,
      details,
    ];
  });
  return [['time', 'learning day', 'device', 'kind', 'note', 'phase', 'minutes', 'details'], ...rows];
}

/** A row for each ticked item, in alphabetical order. */
export function tabulateTicks({ ticks }: StudyDocument): string[][] {
  const rows = Object.entries(ticks).map(([item, { state, at }]) => [item, state, printTime(at)]);
  return [['item', 'state', 'time'], ...rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))];
}

export function printTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('');
}

/** What begins like a formula would be one in a spreadsheet, and a record may come from a file of somebody else. */
function quote(cell: string): string {
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function printTime(time: number): string {
  return new Date(time).toISOString();
}

function printCell(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
