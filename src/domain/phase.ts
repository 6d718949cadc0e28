/** The three phases of studying a note. A file of its own, since pages that only show them need not know events. */
export const PHASES = ['read', 'practise', 'consolidate'] as const;
export type Phase = (typeof PHASES)[number];
