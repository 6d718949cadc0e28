/** What search takes for the same, `content/search-synonyms.yaml`: a list of groups of expressions, in any language. */
import { z } from 'astro/zod';

/** Longer ones are never typed as they stand. */
const LONGEST = 60;

const expression = z.string().trim().min(1).max(LONGEST, `write ${LONGEST} characters or less`);

export const synonymsSchema = z.array(z.array(expression).min(2, 'give it two expressions or more'));

export type SynonymGroup = readonly string[];
