/** How much a reader should already know, from least to most. */
export const LEVELS = ['beginner', 'intermediate', 'senior'] as const;
export type Level = (typeof LEVELS)[number];
