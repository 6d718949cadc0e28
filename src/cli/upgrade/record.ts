/**
 * `.engine.json`: which engine the fork stands on, and where newer ones come from. Written by each upgrade, for the next
 * one. A fork that never had one, and shares its history with the engine, does without.
 */
import { z } from 'astro/zod';
import { parseJson } from '../../domain/json.ts';
import { Refusal } from '../new/refusal.ts';

export const RECORD = '.engine.json';

const recordSchema = z.object({
  /** Where newer engines come from: an address or a path that git can fetch. */
  upstream: z.string().min(1).optional(),
  version: z.string(),
  /** The engine's commit, where it is known. */
  commit: z.string().optional(),
  /** Git's name for the engine's files as a whole: it finds the commit where only an archive was seen. */
  tree: z.string().optional(),
});

export type EngineRecord = z.infer<typeof recordSchema>;

/** @throws {Refusal} when it is there and cannot be read */
export function parseRecord(text: string): EngineRecord {
  const record = recordSchema.safeParse(parseJson(text));
  if (record.success) return record.data;
  throw new Refusal(`${RECORD} is damaged: take it from an earlier commit, or delete it and give --base`);
}

export function formatRecord(record: EngineRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`;
}
