"""What each sentence of a statement tells: a problem, a cause, a measure or none, and whether a point begins with it.

A sentence is labelled by its characters, by the heading above it, by its place in its paragraph and by how the rules
read it, and all sentences together by what follows what. The weights in sentence_words.txt are fitted by
tools/fit_sentence_words.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

LABELS = "PpCcMmO"
"""A sentence with which a problem, a cause or a measure begins, then one with which it goes on; O tells none."""
KINDS = "PCMO"
BEGINS = "PCM"
WEIGHTS = Path(__file__).parent / "sentence_words.txt"
SENTENCE = LazyPattern("[^。！？!?\n；;]+[。！？!?；;]*[”’）)]?")
NUMBER = LazyPattern("[0-9０-９]+")
CHINESE_NUMBER = LazyPattern("[一二三四五六七八九十]+")
MARKER = LazyPattern(
    "\\s*(?:[（(]?[一二三四五六七八九十\\d]{1,2}(?:\\.\\d)?[）)、.．]|[㈠-㈩①-⑳]|[第其][一二三四五六七八九十][，、]|"
    "[一二三四五六七八九十](?:是|要)|[●○•·■◆★▲◎※\\-])\\s*"
)
LONGEST_HEADING, SENTENCES_BACK = 24, 14
STEPS_OF_PLACE = 6
NO_HEADING = "。！；;，"
READ = "@r"
"""What the pieces begin with that tell how the rules read a sentence."""
FORBIDDEN = -1_000_000
SCALE = 100
"""Weights are written in hundredths."""
NOTHING = (0, 0, 0, 0, 0)


class LabelWeights(NamedTuple):
    """What each piece speaks for: the kinds of KINDS, and that a point begins. `follows` is what a label speaks for
    the next one: by whether a new paragraph begins, by the label before (the last for none), by the label.
    """

    pieces: Mapping[str, tuple[int, ...]]
    follows: Sequence[Sequence[Sequence[int]]]


def sentences_of(text: str, span: Span) -> list[Span]:
    """The sentences of a stretch of text; semicolons part them too."""
    found = SENTENCE.finditer(text, *span)
    return [Span(*each.span()) for each in found if each[0].strip()]


def begins_paragraph(text: str, sentences: Sequence[Span], at: int) -> bool:
    """Whether a paragraph begins with the sentence of this number."""
    return at == 0 or "\n" in text[sentences[at - 1].end : sentences[at].start]


def pieces_of(text: str, sentences: Sequence[Span], read: str) -> Iterator[set[str]]:
    """What is known of each sentence; `read` has the label that the rules give to each.

    Its characters, pairs and threes of them, and behind an @: + or - for the beginning of a paragraph or none, with #
    for a number and . for the end of the paragraph; l and n for the length of it and of the next; e and s for the mark
    at its end and ahead of it; m for how it is counted, as the last one or not; b for the words of the sentence before;
    h for the heading above; q, p, t and z for its place in the text and in its paragraph; r for the label by the rules.
    """
    new = [begins_paragraph(text, sentences, at) for at in range(len(sentences))] + [True]
    sizes = _sizes(new)
    kinds = len({*read.upper()} & {*BEGINS})
    heading, heading_at, before, counter = "", -SENTENCES_BACK, "", ""
    place = 0
    for at, (start, end) in enumerate(sentences):
        raw = text[start:end].strip()
        marker = MARKER.match(raw)
        counted = _style(marker[0]) if marker else ""
        words = NUMBER.sub("0", raw[marker.end() :] if marker else raw)
        place = 0 if new[at] else place + 1
        found = {*words, *_runs(f"^{words}$"), *_readings(read, at, kinds)}
        found.update(_places(at, len(sentences), place, sizes[at]))
        side = "+" if new[at] else "-"
        found |= {
            f"@{side}{'#' if counted else ''}",
            f"@{side}{'.' if new[at + 1] else ','}",
            f"@l{len(raw) // 12 if len(raw) < 72 else 6}",
            f"@e{raw[-1:]}",
            f"@m{counted}{counted == counter}",
            f"@s{text[sentences[at - 1].end - 1] if at else ''}{side}",
        }
        if at + 1 < len(sentences):
            length = sentences[at + 1].end - sentences[at + 1].start
            found.add(f"@n{length // 12 if length < 72 else 6}")
        if before:
            found |= {f"@b{before[:2]}", f"@b{before[-3:-1]}"}
        if at - heading_at <= SENTENCES_BACK:
            found |= {f"@h{each}" for each in (*heading, *_pairs(heading))}
        yield found
        before, counter = words, counted or counter
        if new[at] and new[at + 1] and len(raw) <= LONGEST_HEADING and raw[-1:] not in NO_HEADING:
            heading, heading_at = words, at


def _sizes(new: Sequence[bool]) -> list[int]:
    """How many sentences the paragraph of each has; `new` tells where paragraphs begin, and the end."""
    starts = [at for at, begins in enumerate(new) if begins]
    return [stop - start for start, stop in pairwise(starts) for _ in range(start, stop)]


def _style(marker: str) -> str:
    """How a point is counted: 一、 for 三、, 0. for 12."""
    return CHINESE_NUMBER.sub("一", NUMBER.sub("0", marker.strip()))


def _readings(read: str, at: int, kinds: int) -> Iterator[str]:
    label, after = read[at], read[at + 1 : at + 2]
    return iter((f"{READ}{label}", f"{READ}{kinds}{label}", f"{READ}{label}{after}"))


def _places(at: int, count: int, place: int, size: int) -> Iterator[str]:
    """Where a sentence stands in the text and in its paragraph."""
    yield f"@q{STEPS_OF_PLACE * at // count}"
    yield f"@p{min(place, 3)}"
    yield f"@p/{min(size, 6)}"
    yield f"@p{min(place, 3)}/{min(size, 4)}"
    if at < 3:
        yield f"@t{at}"
    if at + 2 >= count:
        yield "@z"


def _pairs(words: str) -> Iterator[str]:
    return map("".join, pairwise(words))


def _runs(edged: str) -> Iterator[str]:
    yield from _pairs(edged)
    yield from map("".join, zip(edged, edged[1:], edged[2:], strict=False))


@cache
def weights() -> LabelWeights:
    """The fitted weights."""
    head, *lines = WEIGHTS.read_text(encoding="utf-8").rstrip("\n").split("\n")
    numbers = iter(map(int, head.split("\t")))
    follows = [[[next(numbers) for _ in LABELS] for _ in range(len(LABELS) + 1)] for _ in range(2)]
    rows = (line.split("\t") for line in lines)
    return LabelWeights({piece: tuple(map(int, row)) for piece, *row in rows}, follows)


class Labelling(NamedTuple):
    """The labels for which most speaks, and how much more than for the reading by the rules, a sentence."""

    labels: str
    ahead: float


def best_labels(text: str, sentences: Sequence[Span], read: str) -> Labelling:
    """The labels of all sentences for which together most speaks; `read` has those by the rules."""
    known = weights()
    scores: list[float] = []
    back: list[list[int]] = []
    of_read = 0.0
    last = -1
    for at, pieces in enumerate(pieces_of(text, sentences, read)):
        own = _own_scores(pieces, known.pieces)
        follows = known.follows[begins_paragraph(text, sentences, at)]
        now = LABELS.index(read[at])
        of_read += own[now] + follows[last][now]
        last = now
        if not scores:
            scores = [own[now] + follows[-1][now] + FIRST_MAY[now] for now in PLACES]
            continue
        ways = [
            max(
                (score + follows[before][now] + MAY_FOLLOW[before][now], -before)
                for before, score in enumerate(scores)
            )
            for now in PLACES
        ]
        scores = [best + of_own for (best, _), of_own in zip(ways, own, strict=True)]
        back.append([-before for _, before in ways])
    path = [max(PLACES, key=scores.__getitem__)]
    for row in reversed(back):
        path.append(row[path[-1]])
    labels = "".join(LABELS[at] for at in reversed(path))
    return Labelling(labels, (max(scores) - of_read) / SCALE / len(sentences))


def may_follow(before: str, now: str) -> int:
    """0 if a label may follow another; a point goes on only behind a sentence of its own kind."""
    return FORBIDDEN if now.islower() and before.upper() != now.upper() else 0


def _own_scores(found: set[str], known: Mapping[str, tuple[int, ...]]) -> list[float]:
    """What the pieces of a sentence speak for, label by label."""
    hits = [known[each] for each in found if each in known]
    # So that a long sentence, which has more pieces, is no surer than a short one.
    scale = len(hits) ** 0.5 + 1
    sums = [sum(column) / scale for column in zip(NOTHING, *hits, strict=True)]
    return [sums[KINDS.index(label.upper())] + sums[-1] * (label in BEGINS) for label in LABELS]


PLACES = range(len(LABELS))
MAY_FOLLOW = [[may_follow(before, now) for now in LABELS] for before in LABELS]
FIRST_MAY = [may_follow("", now) for now in LABELS]
