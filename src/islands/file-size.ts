/** How much room a file takes, in the numbers of the page's language. */
export function formatSize(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  const maximumSignificantDigits = megabytes < 10 ? 2 : 3;
  const options: Intl.NumberFormatOptions = { style: 'unit', unit: 'megabyte', maximumSignificantDigits };
  // What is small would otherwise be nothing. Figure and unit stay in one line.
  return new Intl.NumberFormat(document.documentElement.lang, options)
    .format(Math.max(0.01, megabytes))
    .replace(' ', '\u00a0');
}
