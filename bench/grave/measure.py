"""Measures what is found of one slip in each of the gravest phrases: `python -m bench.grave.measure [--write] [FILE…]`.

Slips are planted with a seed: a character wrong (half of them by shape or sound), missing, twice, too many, or
exchanged with the next. FILEs are correct texts; what is found there is printed.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from bench.report import Row, show
from duizhao.rules.wording import grave, slips
from duizhao.rules.wording.grave.miswriting import Miswriting, RestsByPiece, miswritings
from duizhao.text import Vocabulary

NAME = "grave"
KINDS = ("wrong", "missing", "twice", "too many", "exchanged")
BEFORE = ("学习", "贯彻落实", "。", "，", "关于", "我对", "深入开展", "坚持", "今年", "")
BEHIND = ("，", "。", "的要求", "精神", "工作", "、", "", "方面", "中", "不够")


class Detector:
    """The rule without the rest of the program."""

    def __init__(self) -> None:
        self._vocabulary = Vocabulary({NAME: grave.pieces()})
        self._rests = RestsByPiece(grave.phrases)

    def found(self, text: str) -> list[Miswriting]:
        return miswritings(text, self._vocabulary.scan(text).get(NAME), self._rests)


def rights() -> list[str]:
    """Every phrase of the table."""
    every = (each for piece in grave.pieces() for each in grave.phrases(piece))
    return sorted({each.right for each in every if each.start != grave.AS_IT_STANDS})


def planted(seed: int = 7) -> Iterator[tuple[str, str, str]]:
    """The kind of a slip, the phrase, and a text with the phrase and its slip: one of each kind for each phrase."""
    chance = random.Random(seed)
    known = rights()
    letters = [each for phrase in known for each in phrase if "\u4e00" <= each <= "\u9fff"]
    for phrase in known:
        for kind in KINDS:
            wrong = _planted(kind, phrase, chance, letters)
            if wrong and wrong != phrase and wrong not in known:
                yield kind, phrase, chance.choice(BEFORE) + wrong + chance.choice(BEHIND)


def _planted(kind: str, phrase: str, chance: random.Random, letters: list[str]) -> str | None:
    places = [at for at, each in enumerate(phrase) if "\u4e00" <= each <= "\u9fff"]
    at = chance.choice(places)
    before, character, behind = phrase[:at], phrase[at], phrase[at + 1 :]
    match kind:
        case "wrong":
            near = slips.confusable_with(character)
            other = (
                chance.choice(near) if near and chance.random() < 0.5 else chance.choice(letters)
            )
            return before + other + behind
        case "missing":
            return before + behind
        case "twice":
            return before + character * 2 + behind
        case "too many":
            return before + chance.choice(letters) + character + behind if at else None
    return before + behind[0] + character + behind[1:] if at + 1 in places else None


def recall(detector: Detector) -> dict[str, float]:
    """Of each kind of slip, and in all, the share that is found with a right form."""
    tried, found = Counter[str](), Counter[str]()
    for kind, phrase, text in planted():
        is_found = any(
            each.right in phrase or phrase in each.right or "几" in each.right
            for each in detector.found(text)
        )
        for name in (kind, "all"):
            tried[name] += 1
            found[name] += is_found
    return {name: found[name] / tried[name] for name in tried}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("correct", nargs="*", type=Path, help="correct texts")
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()
    detector = Detector()
    shares = recall(detector)
    rows = [Row(f"recall, {name}", shares[name], "") for name in KINDS]
    rows.append(Row("recall, all", shares["all"], "", 0.95, at_least=True))
    texts = [path.read_text(encoding="utf-8") for path in chosen.correct]
    hits = [(text, each) for text in texts for each in detector.found(text)]
    if texts:
        rows.append(Row("characters of correct texts", sum(map(len, texts)), ""))
        rows.append(Row("found there", len(hits), ""))
    show(f"grave: one slip of each kind in {len(rights())} phrases", rows, write=chosen.write)
    print(*(f"{each.span.of(text)} ← {each.right}" for text, each in hits), sep="\n")


if __name__ == "__main__":
    main()
