/** What the parser understands, for pages and for everything that reads the same files: what differs here differs there. */
import type { Features } from 'satteri';

export const FEATURES = { smartPunctuation: true, directive: true } as const satisfies Features;
