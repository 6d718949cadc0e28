/** The day it is where the reader is, `2026-11-24`. The day of a plan begins at midnight, unlike that of the log. */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
