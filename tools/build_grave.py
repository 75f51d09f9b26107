"""Writes the pieces that texts are searched for when the gravest phrases are guarded.

    python tools/build_grave.py [--check]

Reads phrases.toml in the folder of `duizhao.rules.wording.grave`, and the meetings and rules of `duizhao.chronology`.
Writes pieces.txt and right.txt there. With --check nothing is written; exit 1 if stale.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from typing import Any

from duizhao.chronology import EventKind, chronology
from duizhao.rules.wording import grave, slips

HEAD = "# 由 tools/build_grave.py 从 phrases.toml 生成（make slips），请勿手改。\n"


def main() -> int:
    is_check = "--check" in sys.argv
    stale = False
    for name, text in _outputs():
        path = grave.DATA / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale = True
            print(name, "stale" if is_check else "written")
            if not is_check:
                path.write_text(text, encoding="utf-8", newline="\n")
    return int(is_check and stale)


def _outputs() -> Iterator[tuple[str, str]]:
    table = tomllib.loads((grave.DATA / "phrases.toml").read_text(encoding="utf-8"))
    written = dict.fromkeys([*_of_table(table), *_of_chronology()])
    pieces = dict(grave.by_piece(written, frozenset(table["frequent"].split())))
    for wrong, right in (each.split() for group in table["wrong"] for each in group["forms"]):
        pieces[wrong] = (f"={right}",)
    for right in (each for group in table["name"] for each in group["names"]):
        for at, character in enumerate(right):
            for other in slips.confusable_with(character):
                pieces[right[:at] + other + right[at + 1 :]] = (f"={right}",)
    lines = (f"{piece}\t{' '.join(entries)}\n" for piece, entries in sorted(pieces.items()))
    yield "pieces.txt", HEAD + "".join(lines)
    rights = table["right"]
    forms = " ".join(each for group in rights for each in group["forms"])
    patterns = "|".join(each for group in rights for each in group["patterns"])
    yield "right.txt", f"{HEAD}{forms}\n{patterns}\n"


def _of_table(table: dict[str, Any]) -> Iterator[str]:
    for group in table["group"]:
        for each in group["phrases"]:
            yield each if isinstance(each, str) else each["phrase"]


def _of_chronology() -> Iterator[str]:
    """The plenums and the congresses by their long and short names, and the rules by their titles."""
    for kind in (EventKind.PLENUM, EventKind.DISCIPLINE_PLENUM):
        for event in chronology().of_kind(kind):
            yield from event.names
    for event in chronology().of_kind(EventKind.CONGRESS):
        yield f"中国共产党{event.names[1]}"
    for each in chronology().rules:
        if len(each.name) >= grave.SHORTEST_PHRASE:
            yield f"~{each.name}~"


if __name__ == "__main__":
    sys.exit(main())
