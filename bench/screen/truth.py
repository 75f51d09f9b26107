"""Where the copied passages of a corpus stand, to the character."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import combinations

from bench.screen.corpus import MEMBERS, OWN_PARAGRAPH, Copy, Corpus
from bench.screen.planted import Kind, Pair, Passage, Truth
from bench.screen.statement import PARAGRAPHS, Statement
from bench.screen.wording import masked
from duizhao.text.span import Span

TEMPLATE_RUNS = tuple(
    (first, min(first + OWN_PARAGRAPH, PARAGRAPHS) - 1) for first in range(0, PARAGRAPHS, 3)
)


def truth(corpus: Corpus) -> Truth:
    """All that was planted in `corpus`, pairs in the order of their numbers."""
    made = lru_cache(maxsize=MEMBERS)(corpus.statement)
    groups = _groups(corpus)
    pairs = [_copy(corpus, number, copy) for number, copy in corpus.copies.items()]
    pairs += [pair for group in groups for pair in _template(group, made)]
    return Truth(
        tuple(sorted(pairs, key=lambda pair: (pair.left, pair.right))),
        tuple(map(frozenset, groups)),
    )


def _groups(corpus: Corpus) -> list[list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for number, template in corpus.templates.items():
        groups[template].append(number)
    return [sorted(group) for group in groups.values()]


def _template(group: list[int], made: Callable[[int], Statement]) -> Iterator[Pair]:
    for left, right in combinations(group, 2):
        passages = _passages(made(left), made(right), TEMPLATE_RUNS)
        yield Pair(left, right, Kind.TEMPLATE, passages)


def _copy(corpus: Corpus, number: int, copy: Copy) -> Pair:
    left, right = corpus.statement(copy.original), corpus.statement(number)
    if copy.kind in (Kind.CLONE, Kind.CLONE_REPLACED):
        passages = (_whole(left, right),)
    else:
        passages = _passages(left, right, [(at, at) for at in corpus.copied_paragraphs(number)])
    return Pair(copy.original, number, copy.kind, passages)


def _whole(left: Statement, right: Statement) -> Passage:
    cores = [Span(each.places[0][0], each.places[-1][1]) for each in (left, right)]
    own = _own(cores[0].of(masked(left.text)))
    return Passage(Span(0, len(left.text)), Span(0, len(right.text)), *cores, own)


def _passages(
    left: Statement, right: Statement, runs: list[tuple[int, int]] | tuple[tuple[int, int], ...]
) -> tuple[Passage, ...]:
    plain = masked(left.text)
    return tuple(_passage(left, right, run, plain) for run in runs)


def _passage(left: Statement, right: Statement, run: tuple[int, int], plain: str) -> Passage:
    """The paragraphs from the first to the last of `run`, and what is equal around them."""
    first, last = run
    cores = [Span(each.places[first][0], each.places[last][1]) for each in (left, right)]
    one, two = cores
    before = _equal(left.text[: one.start][::-1], right.text[: two.start][::-1])
    after = _equal(left.text[one.end :], right.text[two.end :])
    outer = [Span(core.start - before, core.end + after) for core in cores]
    return Passage(*outer, *cores, _own(one.of(plain)))


def _equal(one: str, two: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, two, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(two)))


def _own(plain: str) -> int:
    return sum(not letter.isspace() for letter in plain)
