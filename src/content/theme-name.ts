/** The looks that a site can start from: `src/styles/themes/<name>.css`. */
export const THEMES = ['ink', 'forest', 'paper'] as const;

export type ThemeName = (typeof THEMES)[number];
