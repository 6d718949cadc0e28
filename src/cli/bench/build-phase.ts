/** The phases of a build, told by what Astro and our integrations print when they have finished one. */

export const PHASES = ['check and start', 'content', 'bundles', 'pages', 'search', 'publish', 'offline'] as const;
export type Phase = (typeof PHASES)[number];

/** What a phase ends with; the first that is printed counts. */
const ENDS: readonly (readonly [Phase, RegExp])[] = [
  ['check and start', /Syncing content/],
  ['content', /Building static entrypoints/],
  ['bundles', /generating static routes/],
  ['pages', /✓ Completed in/],
  ['search', /search: /],
  ['publish', /content policy: /],
  ['offline', /Complete!/],
];

/** Takes lines as they are printed, with the seconds so far: of a processor, since those of a clock depend on who else works. */
export class PhaseClock {
  readonly #seconds = new Map<Phase, number>();
  #next = 0;
  #last = 0;

  /** @param seconds since the build began */
  read(line: string, seconds: number): void {
    const [phase, end] = ENDS[this.#next] ?? [];
    if (phase === undefined || !end?.test(line)) return;
    this.#seconds.set(phase, seconds - this.#last);
    this.#last = seconds;
    this.#next += 1;
  }

  /** Seconds by phase; those that did not end are missing. */
  get seconds(): ReadonlyMap<Phase, number> {
    return this.#seconds;
  }
}
