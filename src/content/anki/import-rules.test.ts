/** Anki's rules for a second import, as a model, on two builds: the real one is asked in tests/python/anki.test.ts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnkiNote } from './anki-note.ts';
import { noteTypeId } from './note-types.ts';
import { CARDS, CHANGED_AT, createTestNotes, SITE } from './testing/small-deck.ts';

interface KnownNote {
  readonly type: number;
  readonly mod: number;
  readonly fields: readonly string[];
}

/** Known by guid alone; another note type is a conflict; what is older or as old is left alone. */
function importNotes(known: Map<string, KnownNote>, notes: readonly AnkiNote[]) {
  const outcome = { new: 0, updated: 0, duplicate: 0, conflicting: 0 };
  for (const { guid, type, fields, changedAt } of notes) {
    const incoming = { type: noteTypeId(SITE.siteId, type), mod: changedAt, fields };
    const before = known.get(guid);
    if (before === undefined) outcome.new += 1;
    else if (before.type !== incoming.type) outcome.conflicting += 1;
    else if (before.mod < incoming.mod) outcome.updated += 1;
    else outcome.duplicate += 1;
    if (before === undefined || (before.type === incoming.type && before.mod < incoming.mod)) known.set(guid, incoming);
  }
  return outcome;
}

test('a second build updates the cards that changed, keeps later edits, and conflicts with nothing', async () => {
  const first = await createTestNotes();
  const ids = first.map(({ guid }) => guid.split(':').at(-1) ?? '');
  await fc.assert(
    fc.asyncProperty(fc.subarray(ids), fc.subarray(ids), async (changed, edited) => {
      const later = new Set(changed.map((id) => (id === 'first-name' ? 'renamed' : id)));
      const second = await createTestNotes(CARDS, (id) => CHANGED_AT + (later.has(id) ? 10 : 0));
      const known = new Map<string, KnownNote>();
      expect(importNotes(known, first)).toEqual({ new: ids.length, updated: 0, duplicate: 0, conflicting: 0 });
      for (const id of edited) {
        const guid = `${SITE.siteId}:en:${id}`;
        const note = known.get(guid);
        if (note) known.set(guid, { ...note, mod: CHANGED_AT + 20, fields: ['mine'] });
      }
      const updated = changed.filter((id) => !edited.includes(id)).length;
      expect(importNotes(known, second)).toEqual({ new: 0, updated, duplicate: ids.length - updated, conflicting: 0 });
      for (const id of edited) expect(known.get(`${SITE.siteId}:en:${id}`)?.fields).toEqual(['mine']);
    }),
    { numRuns: 50 },
  );
});
