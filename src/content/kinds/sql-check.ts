/** The list of what an exercise in SQL demands: `checks.yaml`. */
import { z } from 'astro/zod';
import type { SqlCheck } from '../../domain/sql-check.ts';
import { createTextField, idField, type Languages, type LocalizedText } from './field.ts';

const order = z.enum(['ordered', 'set']);
const text = z.string().trim().min(1, 'write a text');
const texts = z.array(text).min(1);

const plan = z.strictObject({
  of: text.optional(),
  on: text.optional(),
  uses: texts.optional(),
  never: texts.optional(),
  index: text.optional(),
  maxBuffers: z.number().int().positive().optional(),
  maxHeapFetches: z.number().int().nonnegative().optional(),
  partitionsScanned: texts.optional(),
});

const after = z.strictObject({ query: text, order: order.default('ordered'), again: z.boolean().default(false) });

/** What a check may demand; one of these keys must be there. */
const DEMANDS = ['result', 'plan', 'after', 'maxStatements', 'says', 'avoids'] as const;

export function createSqlChecksSchema(languages: Languages): z.ZodType<readonly SqlCheck<LocalizedText>[]> {
  const check = z
    .strictObject({
      name: idField,
      task: z.number().int().positive(),
      title: createTextField(languages),
      result: order.optional(),
      plan: plan.optional(),
      after: after.optional(),
      maxStatements: z.number().int().positive().optional(),
      says: texts.optional(),
      avoids: texts.optional(),
    })
    .refine((value) => DEMANDS.some((key) => value[key] !== undefined), `demand something: ${DEMANDS.join(', ')}`);
  return z.array(check).min(1);
}
