"""The data of the slip detector: fixed expressions, each with its wrong forms by one character.

slips.txt holds the forms. tools/build_slips.py expands and filters them beforehand and groups them by a pair of
neighbouring characters, one of them wrong: a text is searched for these pairs. Terms of users are expanded here, with
the same confusable characters but without a full dictionary, and therefore more sparingly.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

DATA = Path(__file__).parent
SHORTEST_TERM = 4


class SlipForm(NamedTuple):
    """A wrong form, the right one, and the offset in both of the pair that it is filed under."""

    wrong: str
    right: str
    start: int


@cache
def _lines() -> tuple[str, ...]:
    """The lines of the shipped lexicon: each a pair, and what is filed under it, in the order of the pairs."""
    return entries("slips.txt")


def pairs() -> list[str]:
    """The pairs of the shipped lexicon."""
    return [line[:2] for line in _lines()]


@cache
def forms(pair: str) -> tuple[SlipForm, ...]:
    """The shipped wrong forms that are filed under `pair`."""
    lines = _lines()
    at = bisect_left(lines, pair)
    if at == len(lines) or not lines[at].startswith(pair):
        return ()
    return tuple(_form(pair, entry) for entry in lines[at].split()[1:])


def _form(pair: str, entry: str) -> SlipForm:
    right = entry.rstrip("0123456789")
    start = int(entry[len(right) :]) - 1
    return SlipForm(right[:start] + pair + right[start + 2 :], right, start)


def load() -> Mapping[str, str]:
    """Every wrong form of the shipped lexicon with the right one."""
    every = (form for pair in pairs() for form in forms(pair))
    return MappingProxyType({form.wrong: form.right for form in every})


def by_pair(wrongs: Mapping[str, str]) -> Mapping[str, tuple[SlipForm, ...]]:
    """Further wrong forms with the right ones, grouped by their pairs."""
    filed: dict[str, tuple[SlipForm, ...]] = {}
    for wrong, right in wrongs.items():
        start = max(0, misspelt(wrong, right) - 1)
        pair = wrong[start : start + 2]
        filed[pair] = (*filed.get(pair, ()), SlipForm(wrong, right, start))
    return MappingProxyType(filed)


@lru_cache(maxsize=1024)
def misspelt(wrong: str, right: str) -> int:
    """The offset of the wrong character."""
    return next(at for at, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b)


def expand(terms: Iterable[str]) -> Mapping[str, str]:
    """Wrong forms of a user's own terms, mapped to the right ones. Terms below four characters have none.

    A form that is itself a term, or whose wrong character makes a common word with its neighbour, is left out.
    """
    rights = tuple(dict.fromkeys(terms))
    known = {*rights, *lexicon()}
    forms: dict[str, str] = {}
    for right in rights:
        for wrong, at in _one_off(right):
            if wrong not in known and not _makes_a_word(wrong, at):
                forms.setdefault(wrong, right)
    return MappingProxyType(forms)


@cache
def lexicon() -> frozenset[str]:
    """The fixed expressions behind the shipped forms."""
    names = (f"terms/{path.name}" for path in (DATA / "terms").iterdir())
    return frozenset(term for name in names for line in entries(name) for term in line.split())


def _one_off(right: str) -> Iterator[tuple[str, int]]:
    if len(right) >= SHORTEST_TERM:
        for at, character in enumerate(right):
            for other in confusable().get(character, ""):
                yield right[:at] + other + right[at + 1 :], at


def _makes_a_word(wrong: str, at: int) -> bool:
    return not common_words().isdisjoint((wrong[at - 1 : at + 1], wrong[at : at + 2]))


@cache
def common_words() -> frozenset[str]:
    """Common words of two characters."""
    return frozenset(entries("words.txt"))


@cache
def known_words() -> frozenset[str]:
    """The common words, and those of offices and trades: what stands beside a form may be one."""
    return common_words().union(*map(str.split, entries("office_words.txt")))


@cache
def exceptions() -> tuple[str, ...]:
    """Longer strings that make a wrong form right."""
    return entries("exceptions.txt")


def confusable_with(character: str) -> str:
    """The characters that are easily written for `character`."""
    return confusable().get(character, "")


@cache
def confusable() -> Mapping[str, str]:
    """Each common character with those that it is taken for, the likeliest first."""
    return {line[0]: line[1:] for line in entries("confusable.txt")}


def entries(name: str) -> tuple[str, ...]:
    """The lines of a data file without comments."""
    text = (DATA / name).read_text(encoding="utf-8")
    return tuple([line for line in text.split("\n") if line and line[0] != "#"])
