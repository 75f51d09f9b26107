"""How likely an office writes a word with one character exchanged, and how likely words that meet yield that form.

Used by tools/build_misspellings.py; it needs jieba to cut the prose into words.
"""

from __future__ import annotations

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import log10
from operator import itemgetter
from pathlib import Path

from build_slips import (
    HERE,
    Confusion,
    Corpus,
    entries,
    sound_of,
    tagged_words,
    toneless,
)

from duizhao.rules.wording import misspellings
from duizhao.rules.wording.misspellings import at_borders, certain, variants
from duizhao.rules.wording.slips import common_words

RUN = re.compile("[\u4e00-\u9fff]+")
ROOT = Path(__file__).resolve().parent.parent
STATEMENTS = ("bench/*/statements/*.md", "bench/shapes/tuned.md", "examples/*.txt")
SAMPLE = 400_000
"""Characters of each text that are cut into words."""
IN_STATEMENTS, IN_DICTIONARY, LISTED = 0.5, 0.03, 20.0
"""What the use of a word in statements counts against that in prose, in a dictionary, and for standing in field.txt."""
FOR_USE = 1.4
"""How much a tenfold use of a word counts against the likeness of the characters."""
UNSEEN = 3e-6
"""How often a character that never stood at a border of words is taken to stand there."""
LARGEST_FAMILY = 25
"""More characters with one part in common are no family: 木 and 口 are in hundreds."""
NUMERALS = frozenset("一二三四五六七八九十百千万亿两几第")


class OfficeUse:
    """The words of statements and of official prose, and the characters at their borders, by how often they stand."""

    def __init__(self, texts: Iterable[str], corpus: Corpus, listed: Iterable[str]) -> None:
        prose = [_cut(text[:SAMPLE]) for text in texts]
        weighed = [(_cut(statements()), IN_STATEMENTS)]
        weighed += [(words, (1 - IN_STATEMENTS) / len(prose)) for words in prose]
        self._dictionary = sum(corpus.words.values()) / 1e6
        self._corpus, self._listed = corpus, frozenset(listed)
        self._used: Counter[str] = Counter()
        self._ends: Counter[str] = Counter()
        self._begins: Counter[str] = Counter()
        for runs, weight in weighed:
            self._count(runs, weight)

    def _count(self, runs: list[list[str]], weight: float) -> None:
        words = sum(map(len, runs))
        characters = sum(len(word) for run in runs for word in run)
        for run in runs:
            text, at, usual = "".join(run), 0, common_words()
            for word in run:
                end = at + len(word)
                self._used[word] += weight * 1e6 / words
                # A border that a usual word spans is one that the rule looks through.
                if text[max(0, end - 2) : end] not in usual:
                    self._ends[text[end - 1]] += weight / characters
                if text[at : at + 2] not in usual:
                    self._begins[text[at]] += weight / characters
                at = end

    def words(self) -> Iterator[str]:
        """The words of two characters without numerals."""
        for word in {*self._used, *self._listed}:
            if len(word) == 2 and word in self._corpus.words and not NUMERALS.intersection(word):
                yield word

    def of(self, word: str) -> float:
        """How often the word stands in a million."""
        by_dictionary = IN_DICTIONARY * self._corpus.words.get(word, 0) / self._dictionary
        return self._used[word] + by_dictionary + LISTED * (word in self._listed)

    def meeting(self, form: str) -> float:
        """How often words that meet yield the form in 100,000 characters."""
        return 1e5 * (self._ends[form[0]] + UNSEEN) * (self._begins[form[1]] + UNSEEN)


def statements() -> str:
    """The statements of this project."""
    paths = (path for each in STATEMENTS for path in sorted(ROOT.glob(each)))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def _cut(text: str) -> list[list[str]]:
    import jieba

    jieba.setLogLevel(logging.ERROR)
    return [list(jieba.cut(run)) for run in RUN.findall(text)]


def known_mistakes() -> Mapping[str, str]:
    """The mistakes that were written down by hand, each with the right form."""
    known = dict(line.split() for line in entries(HERE / "known.txt"))
    return {**known, **certain(), **at_borders(), **variants()}


@dataclass(frozen=True)
class Likeness:
    """How a wrong character is like a right one."""

    share: float
    """Its part of all mistakes of the right character in a word, by sound and by shape."""
    known: float
    """In how many known mistakes the two stand for each other; one the other way round counts 0.6."""
    shape: float
    is_typed_alike: bool
    sounds_alike: bool
    is_of_family: bool


class MistakenCharacters:
    """Which characters are written for which."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus, self._confusion = corpus, Confusion(corpus)
        self._families: dict[str, list[str]] = defaultdict(list)
        for family in misspellings.entries("parts.txt"):
            for character in family:
                self._families[character].append(family)
        self._known: dict[str, Counter[str]] = defaultdict(Counter)
        for wrong, right in known_mistakes().items():
            pairs = [pair for pair in zip(wrong, right, strict=False) if pair[0] != pair[1]]
            if len(wrong) == len(right) and len(pairs) == 1:
                self._known[pairs[0][1]][pairs[0][0]] += 1
                self._known[pairs[0][0]][pairs[0][1]] += 0.6

    @cache  # noqa: B019 - one object lives as long as the tool
    def of(self, right: str, reading: str) -> Mapping[str, Likeness]:
        """The characters that are written for `right`, read so."""
        sounds, shapes = self._by_sound(right, reading), self._by_shape(right)
        heard, seen = sum(sounds.values()) or 1, sum(shapes.values()) or 1
        found = {}
        for other in {*sounds, *shapes, *self._known.get(right, ())} - {right}:
            typed = any(toneless(each) == toneless(reading) for each in self._readings(other))
            found[other] = Likeness(
                0.6 * sounds[other] / heard + 0.4 * shapes[other] / seen,
                self._known[right][other] if right in self._known else 0,
                self._corpus.look_alikes.get(right, {}).get(other, 0.0),
                typed,
                typed or self._sounds_near(reading, other),
                self._is_of_family(right, other),
            )
        return found

    def _readings(self, character: str) -> list[str]:
        return [each for each in self._corpus.readings.get(character, ())[:2] if each]

    def _sounds_near(self, reading: str, other: str) -> bool:
        return any(sound_of(reading, each) for each in self._readings(other))

    def _is_of_family(self, one: str, other: str) -> bool:
        return any(other in family for family in self._families.get(one, ()))

    def _by_sound(self, right: str, reading: str) -> Counter[str]:
        found: Counter[str] = Counter()
        for other in self._confusion.sounding(reading):
            sound = max((sound_of(reading, each) for each in self._readings(other)), default=0.0)
            usual = min(1.0, max(0.05, ((self._corpus.frequency[other] + 1) / 3e5) ** 0.5))
            family = 3 if self._is_of_family(right, other) else 1
            found[other] = {2.2: 1.0, 2.0: 0.7}.get(sound, 0.2 * sound) * usual * family
        del found[right]
        return found

    def _by_shape(self, right: str) -> Counter[str]:
        weights = {0.8: 1.0, 1.0: 0.8, 1.5: 1.2, 3.0: 3.0}
        like = self._corpus.look_alikes.get(right, {}).items()
        found = Counter({other: weights[weight] for other, weight in like})
        for family in self._families.get(right, ()):
            if len(family) <= LARGEST_FAMILY:
                for other in family:
                    found[other] = max(found[other], 0.6)
        del found[right]
        for other in found:
            found[other] *= min(1.0, max(0.1, ((self._corpus.frequency[other] + 1) / 1e5) ** 0.3))
        return found


class LikelyForms:
    """The forms that are no words, ranked by how likely they are mistakes."""

    def __init__(self, corpus: Corpus, use: OfficeUse, seen: Mapping[str, int]) -> None:
        self._corpus, self._use, self._seen = corpus, use, seen
        self._tags = tagged_words()

    def ranked(self, *, rarest_meeting: float) -> Iterator[tuple[str, str]]:
        """Each form with its word: two by the pairs of characters of known mistakes, then one by its share of all.

        Left out are forms that words which meet yield more often than `rarest_meeting` in 100,000 characters.
        """
        by_share: dict[str, tuple[float, str]] = {}
        by_pair: dict[str, tuple[float, str]] = {}
        for form, word, like in self._forms():
            meeting, use = self._use.meeting(form), self._use.of(word)
            if meeting <= rarest_meeting:
                share = like.share * use**0.6 / (1 + meeting / 5e-4)
                by_share[form] = max(by_share.get(form, (-1.0, "")), (share, word))
                score = _score(like) + FOR_USE * log10(0.3 + use) - 0.3 * log10(1 + meeting / 2e-4)
                by_pair[form] = max(by_pair.get(form, (-99.0, "")), (score, word))
        pairs, shares = _in_order(by_pair), _in_order(by_share)
        given: set[str] = set()
        for form, word in chain.from_iterable(zip(pairs[::2], pairs[1::2], shares, strict=False)):
            if form not in given:
                given.add(form)
                yield form, word

    def _forms(self) -> Iterator[tuple[str, str, Likeness]]:
        from pypinyin import pinyin

        characters = MistakenCharacters(self._corpus)
        for word in self._use.words():
            for at, readings in enumerate(pinyin(word)):
                for other, like in characters.of(word[at], readings[0]).items():
                    form = word[:at] + other + word[at + 1 :]
                    if not self._is_word(form, like):
                        yield form, word, like

    def _is_word(self, form: str, like: Likeness) -> bool:
        used = self._corpus.words.get(form, 0)
        if used < 3:
            return False
        # Dictionaries have words that nobody writes today (查寻, 糟踏), and names.
        is_name = self._tags[form][:2] in {"nr", "ns", "nt", "nz"}
        return bool(is_name or used >= 30 or self._seen.get(form) or not like.known)


def _score(like: Likeness) -> float:
    known = 1.6 * min(like.known, 6) ** 0.5
    shape = {3.0: 1.6, 1.5: 0.6, 1.0: 0.6, 0.8: 0.3}.get(like.shape, 0.0)
    sound = 1.2 if like.is_typed_alike else 0.5 if like.sounds_alike else 0.0
    family = like.is_of_family * (1.2 if like.sounds_alike else 0.4)
    usual = 0.8 * log10(1 + 100 * max(like.share, 0.05 if like.known else 0))
    return known + shape + sound + family + usual


def _in_order(forms: Mapping[str, tuple[float, str]]) -> list[tuple[str, str]]:
    ranked = sorted(((*value, form) for form, value in forms.items()), reverse=True)
    return [*map(itemgetter(2, 1), ranked)]
