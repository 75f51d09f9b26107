"""Writes the data of the slip detector: which wrong forms to look for, which characters are confused.

    python tools/build_slips.py [--check]

Reads terms/, shapes.txt and known.txt in the folder of `duizhao.rules.wording.slips` and writes slips.txt,
confusable.txt and words.txt there. For developers: it needs jieba, pypinyin and the data files of pycorrector, none of
which is used at run time (`pip install --no-deps jieba pypinyin pycorrector`). With --check nothing is written; exit 1
if stale.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import distribution, version
from itertools import combinations, pairwise
from math import log10
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent / "src/duizhao/rules/wording/slips"
TERM_USE = Path(__file__).with_name("term_use.txt")
"""How often the fixed expressions are used, as tools/count_terms.py counted."""

# What the start of a process can afford: the pairs of 30,000 forms are read and built in about 20 ms.
WRONG_FORMS = 30_000
PER_CHARACTER = 8
LONGEST_PIECE = 6
# How often words drawn at random may yield a form that we still call wrong. A fixed expression stands about once in
# 100,000 places and is mistyped about once in 10,000 times (1e-9); a tenth of that keeps false alarms rare.
BY_CHANCE = 1e-10
COMMON_WORD = 150
# An idiom is written less often than a phrase of the field.
RARER = 0.4
# So many times a phrase of those once in 100,000 places stands in what tools/count_terms.py counts.
USED_SELDOM = 40
MOST_USED = 30.0
"""How many times more often than such a phrase one may be taken to stand."""
# A phrase that is written ten times as often is as much likelier mistyped as a slightly likelier character makes it.
FOR_USE = 0.3
# Right or wrong by context or by taste, never by the phrase alone.
UNDECIDED = (
    *("的地得", "他她它", "做作", "像象", "那哪", "在再", "账帐", "份分", "唯惟维", "其期", "查察"),
    *("治制", "定订", "词辞", "漂飘", "沉沈", "愤奋", "诿委", "故固", "需须", "记纪", "利力"),
)
INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
FINALS = (("ang", "an"), ("eng", "en"), ("ing", "in"))

Pair = tuple[str, str]


def main() -> int:
    stale = [path for path, text in _outputs() if _write(path, text, dry="--check" in sys.argv)]
    for path in stale:
        print(path.name, "stale" if "--check" in sys.argv else "written")
    return int("--check" in sys.argv and bool(stale))


def _write(path: Path, text: str, dry: bool) -> bool:
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    if not dry:
        path.write_text(text, encoding="utf-8", newline="\n")
    return True


def _outputs() -> Iterator[tuple[Path, str]]:
    lexicon, corpus = Lexicon.read(), Corpus.read()
    confusion = Confusion(corpus)
    yield HERE / "slips.txt", _slips(lexicon, Legitimacy(corpus, lexicon), confusion, corpus)
    yield HERE / "confusable.txt", _confusable(confusion)
    yield HERE / "words.txt", _words(corpus)


# --- sources ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Lexicon:
    """Our own data: the terms, the idioms among them, and the slips written down one by one (wrong → right)."""

    terms: tuple[str, ...]
    idioms: frozenset[str]
    known: dict[str, str]

    @classmethod
    def read(cls) -> Lexicon:
        files = sorted((HERE / "terms").glob("*.txt"))
        terms = (term for path in files for line in entries(path) for term in line.split())
        return cls(
            tuple(dict.fromkeys(terms)),
            frozenset(" ".join(entries(HERE / "terms/idioms.txt")).split()),
            dict(map(str.split, entries(HERE / "known.txt"))),
        )

    @cached_property
    def places(self) -> dict[str, frozenset[int]]:
        """Each term with those of its places that no shorter term inside it answers for already."""
        whole = set(self.terms)
        return {
            term: frozenset(range(len(term))) - _covered(term, whole)
            for term in self.terms
            if len(term) >= 3
        }


def _covered(term: str, terms: set[str]) -> set[int]:
    return {
        place
        for start, end in combinations(range(len(term) + 1), 2)
        if 4 <= end - start < len(term) and term[start:end] in terms
        for place in range(start, end)
    }


def entries(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@dataclass(frozen=True)
class Corpus:
    """What the packages know: words with their frequency, readings, shapes, the characters in common use."""

    words: dict[str, int]
    readings: dict[str, tuple[str, ...]]
    look_alikes: dict[str, dict[str, float]]
    common: tuple[str, ...]

    @classmethod
    def read(cls) -> Corpus:
        from pypinyin.constants import PINYIN_DICT

        lines = _packaged("jieba", "jieba/dict.txt").splitlines()
        words = {word: int(count) for word, count, *_ in map(str.split, lines)}
        common = _packaged("pycorrector", "pycorrector/data/common_char_set.txt").split()
        known = dict.fromkeys((*common, *gb2312()))
        readings = {c: tuple(PINYIN_DICT.get(ord(c), "").split(",")[:3]) for c in known}
        return cls(words, readings, _look_alikes(set(common)), tuple(common))

    @cached_property
    def frequency(self) -> Counter[str]:
        """How often each character is written, over all words."""
        counted: Counter[str] = Counter()
        for word, count in self.words.items():
            for character in word:
                counted[character] += count
        return counted

    @cached_property
    def _written(self) -> int:
        return self.frequency.total()

    @cached_property
    def _within_words(self) -> Counter[str]:
        counted: Counter[str] = Counter()
        for word, count in self.words.items():
            for first, second in pairwise(word):
                counted[first + second] += count
        return counted

    def neighbours(self, first: str, second: str) -> float:
        """How often two characters stand side by side: within words, and by chance where two words meet."""
        meetings = self.frequency[first] * self.frequency[second] / self._written
        return self._within_words[first + second] + meetings


def _packaged(package: str, path: str) -> str:
    # Read through the metadata: importing pycorrector would import torch.
    return Path(str(distribution(package).locate_file(path))).read_text(encoding="utf-8")


def _look_alikes(common: set[str]) -> dict[str, dict[str, float]]:
    """For each character those that look like it, with a weight; our own groups weigh most."""
    found: dict[str, dict[str, float]] = defaultdict(dict)

    known = {*common, *gb2312()}

    def note(left: str, right: str, weight: float, among: set[str] = common) -> None:
        for a, b in ((left, right), (right, left)):
            if {a, b} <= among:
                found[a][b] = max(weight, found[a].get(b, 0))

    for one, other in _stroke_neighbours(common):
        note(one, other, 0.8)
    for line in _packaged("pycorrector", "pycorrector/data/same_stroke.txt").splitlines():
        head, *rest = line.split("\t") if line.strip() else [""]
        for one, other in combinations(rest, 2):
            note(one, other, 1.0)
        for other in rest:
            note(head, other, 1.5)
    for group in (g for line in entries(HERE / "shapes.txt") for g in line.split()):
        for one, other in combinations(group, 2):
            note(one, other, 3.0, known)
    return found


def _stroke_neighbours(common: set[str]) -> Iterator[Pair]:
    """Characters written with the same strokes except for one replaced, added or left out."""
    lines = _packaged("pycorrector", "pycorrector/data/stroke.txt").splitlines()
    pairs = (line.split() for line in lines if not line.startswith("#"))
    strokes = {pair[0]: pair[1] for pair in pairs if len(pair) == 2 and pair[0] in common}
    alike: dict[str, set[str]] = defaultdict(set)
    for character, order in strokes.items():
        if len(order) >= 4:
            for at in range(len(order)):
                alike[order[:at] + "?" + order[at + 1 :]].add(character)
    for group in alike.values():
        yield from combinations(sorted(group), 2)


# --- confusion -------------------------------------------------------------------------------------------------------


class Confusion:
    """Which characters are taken for which, and how likely: by look, by sound, by both."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        for character in corpus.common:
            for key in {_near(toneless(r)) for r in corpus.readings[character]}:
                self._by_sound[key].append(character)

    @property
    def characters(self) -> tuple[str, ...]:
        return self._corpus.common

    def sounding(self, reading: str) -> list[str]:
        """The characters that sound like this syllable to a southern ear."""
        return self._by_sound[_near(toneless(reading))]

    def of(self, character: str, readings: Iterable[str] = ()) -> dict[str, float]:
        """The wrong characters for a right one read as in `readings` (by default in each of its own ways)."""
        corpus = self._corpus
        read = tuple(readings) or corpus.readings.get(character, ())
        candidates = set(corpus.look_alikes.get(character, ()))
        for reading in read:
            candidates.update(self._by_sound[_near(toneless(reading))])
        candidates -= {c for group in UNDECIDED if character in group for c in group} | {character}
        return {other: self._weight(character, read, other) for other in candidates}

    def _weight(self, character: str, read: tuple[str, ...], other: str) -> float:
        corpus = self._corpus
        shape = corpus.look_alikes.get(character, {}).get(other, 0.0)
        sound = max(
            (
                sound_of(mine, theirs) * (0.5 if at else 1)
                for mine in read
                for at, theirs in enumerate(corpus.readings[other])
            ),
            default=0.0,
        )
        usual = min(1.0, max(0.0, (log10(corpus.frequency[other] + 1) - 3) / 3))
        return shape + sound + 1.2 * usual


def sound_of(mine: str, theirs: str) -> float:
    if mine == theirs:
        return 2.2
    if toneless(mine) == toneless(theirs):
        return 2.0  # typed alike
    return 0.6 if _near(toneless(mine)) == _near(toneless(theirs)) else 0.0


TONES = str.maketrans("āáǎàēéěèōóǒòīíǐìūúǔùǖǘǚǜńňǹḿ", "aaaaeeeeooooiiiiuuuuvvvvnnnm")


def toneless(reading: str) -> str:
    return reading.translate(TONES).replace("ü", "v")


def _near(syllable: str) -> str:
    """The syllable as a southern ear hears it: zh = z, n = l, ing = in."""
    for long, short in INITIALS:
        if syllable.startswith(long):
            syllable = short + syllable[len(long) :]
            break
    for long, short in FINALS:
        if syllable.endswith(long):
            return syllable[: -len(long)] + short
    return syllable


SHAPES = {0.8: 0.5, 1.0: 0.6, 1.5: 1.0, 3.0: 1.6}
"""How much a likeness of shape counts where sound counts more: most is typed by sound."""


def alikeness(confusion: Confusion, corpus: Corpus, word: str) -> Iterator[tuple[int, str, float]]:
    """What each character of a word may be mistaken for, with its place and how likely that is."""
    for at, other, shape, sound in likenesses(confusion, corpus, word):
        usual = min(1.0, max(0.0, (log10(corpus.frequency[other] + 1) - 3) / 3))
        yield at, other, SHAPES.get(shape, 0.0) + sound + 1.5 * usual


def likenesses(
    confusion: Confusion, corpus: Corpus, word: str
) -> Iterator[tuple[int, str, float, float]]:
    """What each character of a word may be mistaken for, with its place and how alike the two look and sound."""
    from pypinyin import pinyin

    for at, readings in enumerate(pinyin(word)):
        mine = word[at]
        for other in confusion.of(mine, readings):
            sound = max(
                (
                    sound_of(one, theirs) * (0.6 if rank else 1)
                    for one in readings
                    for rank, theirs in enumerate(corpus.readings[other])
                ),
                default=0.0,
            )
            yield at, other, corpus.look_alikes.get(mine, {}).get(other, 0.0), sound


def near_syllables(corpus: Corpus, character: str) -> set[str]:
    """The syllables of a character's two usual readings, as a southern ear hears them."""
    return {_near(toneless(reading)) for reading in corpus.readings[character][:2] if reading}


def gb2312() -> Iterator[str]:
    """All Chinese characters of GB 2312: idioms have rare ones, too."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            with suppress(UnicodeDecodeError):
                yield bytes((row, cell)).decode("gb2312")


def tagged_words() -> dict[str, str]:
    """The words of the dictionary with their part of speech; `i` is an idiom."""
    rows = map(str.split, _packaged("jieba", "jieba/dict.txt").splitlines())
    return {row[0]: row[2] for row in rows}


# --- what may stand --------------------------------------------------------------------------------------------------


class Legitimacy:
    """Decides whether a wrong form could be meant as it stands, alone or between unknown neighbours."""

    def __init__(self, corpus: Corpus, lexicon: Lexicon) -> None:
        total = sum(corpus.words.values())
        self._inside = _pieces((*corpus.words, *lexicon.terms), 3, LONGEST_PIECE)
        self._whole = {word: count / total for word, count in corpus.words.items()}
        self._heads: dict[str, float] = defaultdict(float)
        self._tails: dict[str, float] = defaultdict(float)
        for word, share in self._whole.items():
            for cut in range(1, len(word)):
                self._heads[word[:cut]] += share
                self._tails[word[cut:]] += share

    def allows(self, form: str, often: float) -> bool:
        """True where `form` stands inside a word or a term, or words in a row would yield it too often.

        Too often for a phrase that stands `often` times in 100,000 places.
        """
        return form in self._inside or self.by_chance(form) > BY_CHANCE * often

    def by_chance(self, form: str) -> float:
        """How often `form` would begin at a given place, were words drawn at random by their frequency."""
        size = len(form)
        upto = [1.0, *(self._tails.get(form[:end], 0.0) for end in range(1, size))]
        chance = 0.0
        for end in range(1, size + 1):
            whole = sum(upto[start] * self._whole.get(form[start:end], 0.0) for start in range(end))
            if end < size:
                upto[end] += whole
            else:
                chance += whole
        return chance + sum(
            upto[start] * self._heads.get(form[start:], 0.0) for start in range(1, size)
        )


def _pieces(words: Iterable[str], shortest: int, longest: int) -> set[str]:
    return {
        word[start:end]
        for word in words
        for start, end in combinations(range(len(word) + 1), 2)
        if shortest <= end - start <= longest
    }


# --- outputs ---------------------------------------------------------------------------------------------------------


def _header(what: str) -> str:
    used = "、".join(f"{name} {version(name)}" for name in ("jieba", "pypinyin", "pycorrector"))
    return f"# {what}\n# 由 tools/build_slips.py 生成（make slips），请勿手改。数据来源：{used}，见 NOTICE。\n"


def _slips(lexicon: Lexicon, legitimacy: Legitimacy, confusion: Confusion, corpus: Corpus) -> str:
    likely = sorted(
        ((weight, wrong, right) for wrong, right, weight in _forms(lexicon, legitimacy, confusion)),
        key=lambda form: (-form[0], form[1]),
    )
    chosen = dict(lexicon.known)
    for _, wrong, right in likely:
        if len(chosen) >= WRONG_FORMS:
            break
        chosen.setdefault(wrong, right)
    return _header(
        "固定提法的误写：每行先写误写里相邻的两个字，其中一个是错字；后写正写，和这两个字在第几字起。"
    ) + _table(chosen, corpus)


def _table(chosen: dict[str, str], corpus: Corpus) -> str:
    rows: dict[str, list[str]] = defaultdict(list)
    for wrong, right in chosen.items():
        at = next(at for at, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b)
        starts = range(max(0, at - 1), min(at, len(wrong) - 2) + 1)
        # Each time a pair stands in a text, it has to be looked at.
        start = min(starts, key=lambda start: corpus.neighbours(*wrong[start : start + 2]))
        rows[wrong[start : start + 2]].append(f"{right}{start + 1}")
    return "".join(f"{pair} {' '.join(sorted(rights))}\n" for pair, rights in sorted(rows.items()))


def _forms(
    lexicon: Lexicon, legitimacy: Legitimacy, confusion: Confusion
) -> Iterator[tuple[str, str, float]]:
    from pypinyin import pinyin

    uses = {term: int(times) for term, times in map(str.split, entries(TERM_USE))}
    for term, places in lexicon.places.items():
        if len(term) < 4:
            continue
        readings = pinyin(term)
        use = FOR_USE * log10(1 + uses.get(term, 0)) - RARER * (term in lexicon.idioms)
        often = min(MOST_USED, max(1.0, uses.get(term, 0) / USED_SELDOM))
        for at in sorted(places):
            for other, weight in confusion.of(term[at], readings[at]).items():
                wrong = term[:at] + other + term[at + 1 :]
                if not legitimacy.allows(wrong, often):
                    yield wrong, term, weight + use


def _confusable(confusion: Confusion) -> str:
    lines = []
    for character in sorted(confusion.characters):
        ranked = sorted(confusion.of(character).items(), key=lambda pair: (-pair[1], pair[0]))
        lines.append(character + "".join(other for other, _ in ranked[:PER_CHARACTER]))
    return _header("易混字：每行首字会误作其后各字，先像后不像。") + "\n".join(lines) + "\n"


def _words(corpus: Corpus) -> str:
    words = sorted(w for w, n in corpus.words.items() if len(w) == 2 and n >= COMMON_WORD)
    return _header("常用二字词：误写处若与旁字成词，则不敢断定。") + "\n".join(words) + "\n"


if __name__ == "__main__":
    sys.exit(main())
