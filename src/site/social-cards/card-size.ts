/** Of a card in pixels, as those who show it expect it. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;
