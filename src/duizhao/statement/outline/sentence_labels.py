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

from duizhao.statement.outline.label_habits import habits_of
from duizhao.statement.outline.sentence_layout import (
    BEGINS_PARAGRAPH,
    GOES_ON,
    MARKER,
    SentenceLayout,
    layout_of,
)
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

LABELS = "PpCcMmO"
"""A sentence with which a problem, a cause or a measure begins, then one with which it goes on; O tells none."""
KINDS = "PCMO"
BEGINS = "PCM"
WEIGHTS = Path(__file__).parent / "sentence_words.txt"
NUMBER = LazyPattern("[0-9０-９]+")
CHINESE_NUMBER = LazyPattern("[一二三四五六七八九十]+")
ONESELF = LazyPattern("我|本人|自己")
SENTENCES_BACK = 14
STEPS_OF_PLACE = 6
READ = "@r"
"""What the pieces begin with that tell how the rules read a sentence."""
FORBIDDEN = -1_000_000
SCALE = 20
"""Weights are written in twentieths."""
NOTHING = (0,) * (len(KINDS) + len(BEGINS))


class LabelWeights(NamedTuple):
    """What each piece speaks for: the kinds of KINDS, and that a point of those of BEGINS begins. `follows` is what a
    label speaks for the next one: by whether a new paragraph begins, by the label before (the last for none), by it.
    """

    pieces: Mapping[str, tuple[int, ...]]
    follows: Sequence[Sequence[Sequence[int]]]


def pieces_of(text: str, layout: SentenceLayout, read: str) -> Iterator[set[str]]:
    """What is known of each sentence; `read` has the label that the rules give to each.

    Its characters, pairs and threes of them, and behind an @: + or - for the beginning of a paragraph or none, with #
    for a number and . for the end of the paragraph; l and n for the length of it and of the next; e and s for the mark
    at its end and ahead of it; m for how it is counted, as the last one or not; u and v for the number that it stands
    under; N for what stands behind it; f for the first one below a heading; o for how many pairs of characters it has
    from what its paragraph said before; b for the words of the sentence before; h for the heading above; q, p, t and z
    for its place in the text and in its paragraph, J for its chapter; w for its first characters; k for its commas and
    i for whether it names the author, with those of the sentence before; y for how long paragraphs are; r for the label
    by the rules.
    """
    sentences, places, sections, chapters = layout
    new = [each[0] == BEGINS_PARAGRAPH for each in places] + [True]
    numbers = [each[1:] for each in places] + [""]
    sizes, usual = _sizes(new), _usual_size(new)
    kinds = len({*read.upper()} & {*BEGINS})
    heading, heading_at, before, counter, under = "", -SENTENCES_BACK, "", "", ""
    place, said = 0, set[str]()
    for at, (start, end) in enumerate(sentences):
        raw = text[start:end].strip()
        marker = MARKER.match(raw)
        counted = _style(marker[0]) if marker else ""
        words = NUMBER.sub("0", raw[marker.end() :] if marker else raw)
        if new[at]:
            place = 0
            said.clear()
        else:
            place += 1
        pairs = {*_pairs(words)}
        under = counted or under
        side, number, behind = _side(new[at]), numbers[at], _side(new[at + 1])
        found = {*words, *pairs, *_edged(words), *_readings(read, at, kinds)}
        found.update(_places(at, len(sentences), place, sizes[at]), _chapter(chapters[at]))
        found |= {
            f"@{side}{number}",
            f"@{side}{'.' if new[at + 1] else ','}",
            f"@l{_length(len(raw))}",
            f"@e{raw[-1:]}",
            f"@m{counted}{counted == counter}",
            f"@s{text[sentences[at - 1].end - 1] if at else ''}{side}",
            f"@u{under}{side}{number}",
            f"@v{bool(under)}{side}{number}{min(place, 2)}",
            f"@N{side}{number}{behind}{numbers[at + 1]}",
            f"@f{at - heading_at == 1}{number}",
            f"@o{min(len(pairs & said), 4)}{side}",
            f"@w{raw[:2]}{side}",
            f"@y{usual}{side}",
        }
        found.update(_clauses(raw, "" if new[at] else sentences[at - 1].of(text)))
        if at + 1 < len(sentences):
            found.add(f"@n{_length(sentences[at + 1].end - sentences[at + 1].start)}")
        over = heading if at - heading_at <= SENTENCES_BACK else ""
        found.update(_ends(before), (f"@h{each}" for each in (*over, *_pairs(over))))
        yield found
        before, counter = words, counted or counter
        said |= pairs
        if not sections[at]:
            heading, heading_at, under = words, at, ""


def _clauses(words: str, before: str) -> Iterator[str]:
    """The commas of a sentence and whether it names the author, with those of the one before in its paragraph."""
    commas, is_oneself = _commas(words), bool(ONESELF.search(words))
    yield f"@k{commas}"
    if before:
        yield f"@k{commas}{_commas(before)}"
    yield f"@i{is_oneself}{bool(ONESELF.search(before)) if before else 'x'}"


def _commas(words: str) -> int:
    return min(words.count("，"), 4)


def _side(begins: bool) -> str:
    return BEGINS_PARAGRAPH if begins else GOES_ON


def _length(characters: int) -> int:
    """A length in dozens."""
    return min(characters // 12, 6)


def _sizes(new: Sequence[bool]) -> list[int]:
    """How many sentences the paragraph of each has; `new` tells where paragraphs begin, and the end."""
    starts = [at for at, begins in enumerate(new) if begins]
    return [stop - start for start, stop in pairwise(starts) for _ in range(start, stop)]


def _usual_size(new: Sequence[bool]) -> int:
    """How many sentences a paragraph has on average, of those with several."""
    starts = [at for at, begins in enumerate(new) if begins]
    sizes = [stop - start for start, stop in pairwise(starts) if stop - start > 1]
    return min(sum(sizes) // len(sizes), 7) if sizes else 0


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


def _ends(before: str) -> tuple[str, ...]:
    return (f"@b{before[:2]}", f"@b{before[-3:-1]}") if before else ()


def _chapter(place: str) -> tuple[str, ...]:
    return (f"@J{place}",) if place else ()


def _pairs(words: str) -> Iterator[str]:
    return map("".join, pairwise(words))


def _edged(words: str) -> Iterator[str]:
    """The threes of characters, with signs for both ends, and the pairs at the ends."""
    edged = f"^{words}$"
    yield from (edged[:2], edged[-2:])
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
    """The labels of all sentences for which together most speaks; `read` has those by the rules.

    They are found twice: the first labels show how points are parted in this text, which counts for the second.
    """
    known = weights()
    layout = layout_of(text, sentences)
    places = layout.places
    hits = [
        [known.pieces[each] for each in pieces if each in known.pieces]
        for pieces in pieces_of(text, layout, read)
    ]
    own = [_own_scores(each) for each in hits]
    labels, best = _best_row(own, places, known.follows)
    ahead = (best - _score(read, own, places, known.follows)) / SCALE / len(sentences)
    for each, habits in zip(hits, habits_of(labels, places, layout.sections), strict=True):
        each += (known.pieces[habit] for habit in habits if habit in known.pieces)
    labels, _ = _best_row([_own_scores(each) for each in hits], places, known.follows)
    return Labelling(labels, ahead)


def _score(
    labels: str,
    own: Sequence[Sequence[float]],
    places: Sequence[str],
    follows: Sequence[Sequence[Sequence[int]]],
) -> float:
    """What speaks for a row of labels."""
    last, found = -1, 0.0
    for label, scores, place in zip(labels, own, places, strict=True):
        now = LABELS.index(label)
        found += scores[now] + follows[place[0] == BEGINS_PARAGRAPH][last][now]
        last = now
    return found


def _best_row(
    own: Sequence[Sequence[float]],
    places: Sequence[str],
    follows: Sequence[Sequence[Sequence[int]]],
) -> tuple[str, float]:
    """The row of labels for which most speaks, and how much."""
    first = follows[1][-1]
    scores = [own[0][now] + first[now] + FIRST_MAY[now] for now in PLACES]
    back: list[list[int]] = []
    for at in range(1, len(own)):
        scores, origins = _followed(scores, own[at], follows[places[at][0] == BEGINS_PARAGRAPH])
        back.append(origins)
    path = [max(PLACES, key=scores.__getitem__)]
    for row in reversed(back):
        path.append(row[path[-1]])
    return "".join(LABELS[at] for at in reversed(path)), max(scores)


def _followed(
    scores: Sequence[float], own: Sequence[float], follows: Sequence[Sequence[int]]
) -> tuple[list[float], list[int]]:
    """The best scores of the labels of a sentence behind those of the one before, and the label before each."""
    found: list[float] = []
    origins: list[int] = []
    for now in PLACES:
        best, origin = float("-inf"), 0
        for before in BEFORE[now]:
            score = scores[before] + follows[before][now]
            if score > best:
                best, origin = score, before
        found.append(best + own[now])
        origins.append(origin)
    return found, origins


def may_follow(before: str, now: str) -> int:
    """0 if a label may follow another; a point goes on only behind a sentence of its own kind."""
    return FORBIDDEN if now.islower() and before.upper() != now.upper() else 0


def _own_scores(hits: Sequence[tuple[int, ...]]) -> list[float]:
    """What the pieces of a sentence speak for, label by label; `hits` has their weights."""
    # So that a long sentence, which has more pieces, is no surer than a short one.
    scale = len(hits) ** 0.5 + 1
    sums = [sum(column) / scale for column in zip(NOTHING, *hits, strict=True)]
    return [sum(sums[at] for at in columns) for columns in COLUMNS]


PLACES = range(len(LABELS))
COLUMNS = [
    (KINDS.index(label.upper()), *(len(KINDS) + at for at in (BEGINS.find(label),) if at >= 0))
    for label in LABELS
]
BEFORE = [[at for at, each in enumerate(LABELS) if not may_follow(each, now)] for now in LABELS]
"""Which labels each label may follow."""
FIRST_MAY = [may_follow("", now) for now in LABELS]
