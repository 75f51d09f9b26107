"""Writes the idioms whose halves are anchors, and the characters that sound alike.

    python tools/build_idioms.py FOLDER…

One wrong character leaves one half of an idiom of four characters intact. A half is kept if it is rare in the FOLDERs
of correct prose (see sources.txt), and if nothing but the idiom itself ever stands there with three of the four
characters. Of a half that is not kept, the first or the last three characters are, if they stand in the idiom alone.
Writes idioms.txt and sounds.txt in the folder of `duizhao.rules.wording.misspellings`. For developers: it needs what
tools/build_slips.py needs.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from ahocorasick_rs import AhoCorasick
from build_misspellings import HERE
from build_slips import Corpus, Lexicon, gb2312, near_syllables, tagged_words

from duizhao.rules.wording.misspellings import certain

FREQUENT = 5
"""Occurrences in jieba's corpus from which an idiom is looked for; those of slips/terms are in any case."""
RARE = 0.6 / 100_000
"""A half that stands more often than this beside its idioms costs more than it finds."""
NEAR_WORD = 20
USUAL = 30
"""Occurrences in jieba's corpus from which an idiom is looked for by three of its characters, too."""
PER_LINE = 14
IDIOMS_HEAD = """\
# 成语。行首两位数，先前半、后后半：0不用来找；1用来找，另一半错一个字、错的字音近或形近时报出；
# 2同1，但正确文本里它只在这个成语里出现，另一半错的是什么字都报出；3连同相邻的一个字用来找。
# 由 tools/build_idioms.py 生成，请勿手改。数据来源：jieba 0.42.1，见 NOTICE；数过的文本见 sources.txt。
"""
SOUNDS_HEAD = """\
# 同音、近音的常用字，每行一组（平翘舌、前后鼻音、边鼻音不分，声调不分）。
# 由 tools/build_idioms.py 生成，请勿手改。数据来源：pypinyin 0.55.0，见 NOTICE。
"""
Halves = dict[str, list[tuple[str, int]]]
Uses = dict[tuple[str, int], str]
"""Each idiom and the offset of a half in it, with how the half is used: "1", "2" or "3" as in the head of the file."""
_OPEN = (
    "真学真懂真信真用学思践悟学深悟透拉帮结派敢闯敢试违法乱纪清正廉明严字当头久拖不决副秘书长吃拿卡要啃硬骨头往心里走"
    "怕得罪人空喊口号逢山开路权钱交易钱色交易奖优罚劣手握戒尺进退留转爬坡过坎亲力亲为优亲厚友修旧如旧即知即改大操大办"
    "大吃大喝真刀真枪装模作样踏石留印扫黑除恶懒政怠政抓铁有痕混为一谈不战而胜宁死不屈落荒而逃天翻地覆勿施于人更胜一筹"
    "脚痛医脚粗言秽语柴米油盐截然相反截然不同古为今用物尽其用"
)
OPEN = frozenset(_OPEN[at : at + 4] for at in range(0, len(_OPEN), 4))
"""Phrases in which an office also writes another word: 怕得罪领导, 久拖不办, 往心里去."""
OFTEN = 3
"""Occurrences of an idiom in the prose from which a half that stands nowhere else is known to be its own."""


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
    ours = {
        word for word in (*lexicon.idioms, *lexicon.terms, *certain().values()) if len(word) == 4
    }
    frequent = {w for w, tag in tags.items() if tag == "i" and corpus.words[w] >= FREQUENT}
    halves: Halves = defaultdict(list)
    for word in sorted(ours | frequent):
        if len(word) == 4 and len(set(word)) > 2:
            halves[word[:2]].append((word, 0))
            halves[word[2:]].append((word, 2))
    return halves


def _kept(halves: Halves, prose: str, words: Mapping[str, int]) -> Uses:
    """The idioms with those of their halves beside which nothing else stands, and how these are used."""
    beside, elsewhere, spoilt = _counted(halves, prose)
    triples = _closed_triples(halves, prose, words)
    for other, times in words.items():
        if len(other) == 4 and times >= NEAR_WORD:
            for offset in (0, 2):
                for word, its in halves.get(other[offset : offset + 2], ()):
                    if its == offset and _is_near(other, word):
                        spoilt.add((word, offset))
                        triples.discard((word, offset))
    most = RARE * len(prose)
    uses: Uses = {}
    for half, listed in halves.items():
        for each in listed:
            if elsewhere[half] <= most and each not in spoilt:
                is_closed = each[0] not in OPEN and beside[each[0]] >= OFTEN
                uses[each] = "2" if is_closed and not elsewhere[half] else "1"
            elif each in triples:
                uses[each] = "3"
    return uses


def _counted(halves: Halves, prose: str) -> tuple[Counter[str], Counter[str], set[tuple[str, int]]]:
    """How often each idiom stands in the prose, how often each half elsewhere, and the halves with a near miss."""
    beside: Counter[str] = Counter()
    elsewhere: Counter[str] = Counter()
    spoilt: set[tuple[str, int]] = set()
    names = list(halves)
    for number, start, _ in AhoCorasick(names).find_matches_as_indexes(prose, overlapping=True):
        around = [
            (*each, prose[start - each[1] : start - each[1] + 4]) for each in halves[names[number]]
        ]
        own = [word for word, _, form in around if form == word]
        beside.update(own)
        elsewhere[names[number]] += not own
        spoilt.update((word, offset) for word, offset, form in around if _is_near(form, word))
    return beside, elsewhere, spoilt


def _closed_triples(halves: Halves, prose: str, words: Mapping[str, int]) -> set[tuple[str, int]]:
    """The halves of usual idioms that together with a third character stand in their idiom alone, which the prose has.

    What DZ601 looks for whole needs no third character.
    """
    lexicon = Lexicon.read()
    terms = {*lexicon.terms} - lexicon.idioms
    triples: Halves = defaultdict(list)
    for word, offset in {each for listed in halves.values() for each in listed}:
        if words.get(word, 0) < USUAL or word in terms:
            continue
        triples[word[:3] if not offset else word[1:]].append((word, offset))
    names = list(triples)
    closed: dict[tuple[str, int], bool] = {}
    for number, start, _ in AhoCorasick(names).find_matches_as_indexes(prose, overlapping=True):
        for word, offset in triples[names[number]]:
            first = start - (1 if offset else 0)
            is_whole = prose[first : first + 4] == word
            closed[word, offset] = closed.get((word, offset), True) and is_whole
    return {each for each, is_closed in closed.items() if is_closed}


def _is_near(form: str, word: str) -> bool:
    return len(form) == 4 and sum(a != b for a, b in zip(form, word, strict=True)) == 1


def _lines(uses: Uses) -> Iterator[str]:
    by_uses: dict[str, list[str]] = defaultdict(list)
    for word in sorted({word for word, _ in uses}):
        by_uses[uses.get((word, 0), "0") + uses.get((word, 2), "0")].append(word)
    for digits, listed in sorted(by_uses.items()):
        for at in range(0, len(listed), PER_LINE):
            yield f"{digits} {''.join(listed[at : at + PER_LINE])}\n"


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
