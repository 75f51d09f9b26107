"""Writes the misspellings that nobody listed: two-character forms that correct prose never has.

    python tools/build_misspellings.py FOLDER…

Reads the words of the field, field.txt and slips/terms, those of a dictionary that the prose has, and the folders of
correct prose, and writes suspected.txt and counts.tsv in the folder of `duizhao.rules.wording.misspellings`. For
developers: it needs what tools/build_slips.py needs. The prose is not kept: laws, reports of governments, judgments and
news, some thirty million characters, which sources.txt lists.

A form is a word with one character replaced by one that sounds or looks alike. It is kept if no dictionary has it, if
it stands nowhere in the prose, neither inside a word nor where two words meet, and if words drawn at random would
hardly yield it. Of these, those are written whose characters are most alike and whose words are most used.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import log10
from pathlib import Path

from build_slips import HERE as SLIPS
from build_slips import Confusion, Corpus, Legitimacy, Lexicon, alikeness, entries

from duizhao.rules.wording.misspellings import at_borders, certain, variants

HERE = SLIPS.parent / "misspellings"
FORMS = 27_000
BY_CHANCE = 3e-7
IN_DICTIONARY = 3
"""Occurrences in jieba's corpus from which a form is a word: rarer ones are often misspellings themselves."""
HEAD = """\
# 疑似错字：误>正。
# 由 tools/build_misspellings.py 生成，请勿手改；来源见 sources.txt。
"""
RUN = re.compile("[\u4e00-\u9fff]+")
LISTED, IN_TERM, IN_JIEBA = 60, 6, 1 / 150
"""What a word weighs for standing in field.txt, for each term that it stands in, and for each occurrence in jieba."""
FOR_USE = 0.7
"""How much the use of a word counts, a tenfold weight against one point of alikeness."""
RAREST = 3
USUAL, IN_PROSE = 25, 3
"""Occurrences in jieba's corpus and in the prose from which a word is one of the field."""
IN_LINE = 10
NUMERALS = frozenset("一二三四五六七八九十百千万亿两几")


def main() -> int:
    texts = [path for folder in sys.argv[1:] for path in sorted(Path(folder).rglob("*.txt"))]
    if not texts:
        print(__doc__)
        return 2
    corpus = Corpus.read()
    seen = _pairs_in(texts)
    lexicon = Lexicon.read()
    for expression in (*lexicon.terms, *_rights(), *(w for w in corpus.words if len(w) > 2)):
        seen.update(map("".join, pairwise(expression)))
    chosen = _chosen(corpus, Legitimacy(corpus, lexicon), _field(corpus, lexicon, seen), seen)
    (HERE / "suspected.txt").write_text(HEAD + "".join(chosen), encoding="utf-8", newline="\n")
    (HERE / "counts.tsv").write_text("".join(_counts(texts)), encoding="utf-8", newline="\n")
    return 0


def _pairs_in(texts: Iterable[Path]) -> Counter[str]:
    """How often any two characters stand side by side in the prose."""
    seen: Counter[str] = Counter()
    for path in texts:
        for run in RUN.findall(path.read_text(encoding="utf-8")):
            seen.update(map("".join, pairwise(run)))
    return seen


def _rights() -> Iterator[str]:
    for listed in (certain(), at_borders(), variants()):
        yield from listed.values()


def _field(corpus: Corpus, lexicon: Lexicon, seen: Mapping[str, int]) -> dict[str, float]:
    """Two-character words with their weights: those of the field, and the usual ones that the prose has."""
    weights: Counter[str] = Counter()
    for word in " ".join(entries(HERE / "field.txt")).split():
        weights[word] += LISTED
    for term in lexicon.terms:
        for word in map("".join, pairwise(term)):
            weights[word] += IN_TERM
    used = {word: times * IN_JIEBA for word, times in corpus.words.items() if len(word) == 2}
    field = {word: weight + used.get(word, 0) for word, weight in weights.items()}
    field = {word: weight for word, weight in field.items() if weight >= RAREST}
    for word, weight in used.items():
        if corpus.words[word] >= USUAL and seen.get(word, 0) >= IN_PROSE:
            field.setdefault(word, weight)
    return field


def _chosen(
    corpus: Corpus, legitimacy: Legitimacy, field: Mapping[str, float], seen: Mapping[str, int]
) -> Iterator[str]:
    best: dict[str, tuple[float, str]] = {}
    confusion = Confusion(corpus)
    for word, weight in field.items():
        if corpus.words.get(word, 0) < IN_DICTIONARY or NUMERALS.intersection(word):
            continue
        for at, other, alike in alikeness(confusion, corpus, word):
            form = word[:at] + other + word[at + 1 :]
            if seen.get(form) or corpus.words.get(form, 0) >= IN_DICTIONARY:
                continue
            if legitimacy.by_chance(form) < BY_CHANCE:
                score = alike + FOR_USE * log10(1 + weight)
                best[form] = max(best.get(form, (0.0, "")), (score, word))
    known = {*certain(), *at_borders(), *variants()}
    ranked = sorted(
        ((*value, form) for form, value in best.items() if form not in known), reverse=True
    )
    forms = sorted(f"{form}>{word}" for _, word, form in ranked[:FORMS])
    for at in range(0, len(forms), IN_LINE):
        yield " ".join(forms[at : at + IN_LINE]) + "\n"


def _counts(texts: Iterable[Path]) -> Iterator[str]:
    """How often the listed forms that do occur stand in the prose, and how often the right ones."""
    prose = "\n".join(path.read_text(encoding="utf-8") for path in texts)
    yield "# 误\t正\t误写次数（含两个词相接）\t正写次数\n"
    for wrong, right in {**at_borders(), **variants()}.items():
        if times := prose.count(wrong):
            yield f"{wrong}\t{right}\t{times}\t{prose.count(right)}\n"


if __name__ == "__main__":
    sys.exit(main())
