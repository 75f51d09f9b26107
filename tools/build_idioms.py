"""Writes the idioms whose halves are anchors, and the characters that sound alike.

    python tools/build_idioms.py FOLDER…

One wrong character leaves one half of an idiom of four characters intact. A half is kept if it is rare in the FOLDERs
of correct prose (see sources.txt), and if nothing but the idiom itself ever stands there with three of the four
characters. Writes idioms.txt and sounds.txt in the folder of `duizhao.rules.wording.misspellings`. For developers: it
needs what tools/build_slips.py needs.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from ahocorasick_rs import AhoCorasick
from build_misspellings import HERE
from build_slips import Corpus, Lexicon, gb2312, near_syllables, tagged_words

FREQUENT = 5
"""Occurrences in jieba's corpus from which an idiom is looked for; those of slips/terms are in any case."""
RARE = 0.6 / 100_000
"""A half that stands more often than this beside its idioms costs more than it finds."""
NEAR_WORD = 20
PER_LINE = 14
IDIOMS_HEAD = """\
# 成语：“全”的两半都用来找，“前”只用前半，“后”只用后半；另一半错一个字、错的字音近或形近时报出。
# 由 tools/build_idioms.py 生成，请勿手改。数据来源：jieba 0.42.1，见 NOTICE；数过的文本见 sources.txt。
"""
SOUNDS_HEAD = """\
# 同音、近音的常用字，每行一组（平翘舌、前后鼻音、边鼻音不分，声调不分）。
# 由 tools/build_idioms.py 生成，请勿手改。数据来源：pypinyin 0.55.0，见 NOTICE。
"""
Halves = dict[str, list[tuple[str, int]]]


def main() -> int:
    texts = [path for folder in sys.argv[1:] for path in sorted(Path(folder).rglob("*.txt"))]
    if not texts:
        print(__doc__)
        return 2
    corpus = Corpus.read()
    halves = _halves(corpus)
    prose = "\n".join(path.read_text(encoding="utf-8") for path in texts)
    kept = _kept(halves, prose, corpus.words)
    (HERE / "idioms.txt").write_text(
        IDIOMS_HEAD + "".join(_lines(kept)), encoding="utf-8", newline="\n"
    )
    (HERE / "sounds.txt").write_text(
        SOUNDS_HEAD + "".join(_sounds(corpus)), encoding="utf-8", newline="\n"
    )
    return 0


def _halves(corpus: Corpus) -> Halves:
    tags = tagged_words()
    lexicon = Lexicon.read()
    ours = {word for word in (*lexicon.idioms, *lexicon.terms) if len(word) == 4}
    frequent = {w for w, tag in tags.items() if tag == "i" and corpus.words[w] >= FREQUENT}
    halves: Halves = defaultdict(list)
    for word in sorted(ours | frequent):
        if len(word) == 4 and len(set(word)) > 2:
            halves[word[:2]].append((word, 0))
            halves[word[2:]].append((word, 2))
    return halves


def _kept(halves: Halves, prose: str, words: Mapping[str, int]) -> set[tuple[str, int]]:
    """The idioms with those of their halves beside which nothing else stands."""
    often: Counter[str] = Counter()
    spoilt: set[tuple[str, int]] = set()
    names = list(halves)
    for number, start, _ in AhoCorasick(names).find_matches_as_indexes(prose, overlapping=True):
        around = [
            (*each, prose[start - each[1] : start - each[1] + 4]) for each in halves[names[number]]
        ]
        often[names[number]] += all(form != word for word, _, form in around)
        spoilt.update((word, offset) for word, offset, form in around if _is_near(form, word))
    for other, times in words.items():
        if len(other) == 4 and times >= NEAR_WORD:
            for offset in (0, 2):
                for word, its in halves.get(other[offset : offset + 2], ()):
                    if its == offset and _is_near(other, word):
                        spoilt.add((word, offset))
    most = RARE * len(prose)
    return {
        (word, offset)
        for half, listed in halves.items()
        if often[half] <= most
        for word, offset in listed
        if (word, offset) not in spoilt
    }


def _is_near(form: str, word: str) -> bool:
    return len(form) == 4 and sum(a != b for a, b in zip(form, word, strict=True)) == 1


def _lines(kept: set[tuple[str, int]]) -> Iterator[str]:
    first = {word for word, offset in kept if not offset}
    second = {word for word, offset in kept if offset}
    for mark, words in (("全", first & second), ("前", first - second), ("后", second - first)):
        listed = sorted(words)
        for at in range(0, len(listed), PER_LINE):
            yield f"{mark} {''.join(listed[at : at + PER_LINE])}\n"


def _sounds(corpus: Corpus) -> Iterator[str]:
    groups: dict[str, list[str]] = defaultdict(list)
    for character in gb2312():
        for syllable in near_syllables(corpus, character):
            groups[syllable].append(character)
    for _, characters in sorted(groups.items()):
        if len(characters) > 1:
            yield "".join(sorted(characters)) + "\n"


if __name__ == "__main__":
    sys.exit(main())
