"""Runs steps in a fresh collection of the real Anki and prints what came of each, as JSON.

A step is {"import": path, "scheduling": bool}, {"export": path, "legacy": bool}, {"query": sql} or
{"edit": guid, "field": text}, which changes the first field of a note as a learner would.
"""

import json
import sys
import tempfile
from pathlib import Path

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

OUTCOMES = ("new", "updated", "duplicate", "conflicting")


def run(collection: Collection, step: dict) -> object:
    match step:
        case {"import": path, "scheduling": scheduling}:
            options = ImportAnkiPackageOptions(with_scheduling=scheduling)
            request = ImportAnkiPackageRequest(package_path=path, options=options)
            log = collection.import_anki_package(request).log
            return {name: len(getattr(log, name)) for name in OUTCOMES} | {"found": log.found_notes}
        case {"export": path, "legacy": legacy}:
            options = ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=legacy)
            return collection.export_anki_package(out_path=path, options=options, limit=None)
        case {"edit": guid, "field": text}:
            note = collection.get_note(collection.db.scalar("select id from notes where guid = ?", guid))
            note.fields[0] = text
            return bool(collection.update_note(note))
        case {"render": guid}:
            note = collection.get_note(collection.db.scalar("select id from notes where guid = ?", guid))
            return [[card.question(), card.answer()] for card in note.cards()]
        case {"query": sql}:
            return collection.db.all(sql)
    raise ValueError(step)


def main() -> None:
    steps = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        print(json.dumps([run(collection, step) for step in steps]))
        collection.close()


main()
