"""Writes the misspellings that nobody listed: two-character forms that correct prose never has, or never alone.

    python tools/build_misspellings.py FOLDER…

Reads the words of the field, field.txt and slips/terms, those of a dictionary that the prose has, and the folders of
correct prose, and writes suspected.txt, standing_alone.txt and counts.tsv in the folder of
`duizhao.rules.wording.misspellings`. For developers: it needs what tools/build_slips.py needs. The prose is not kept:
laws, reports of governments, judgments and news, some thirty million characters, which sources.txt lists.

A form is a word with one character replaced by one that sounds or looks alike. It is kept if it stands nowhere in the
prose except where one of its characters makes a common word with its neighbour, and if words that meet seldom yield it.
Of these the likeliest are written, as likely_mistakes.py ranks them: by the use of the word in statements and reports,
and by how often the two characters stand for each other in the mistakes that were written down by hand.
Other forms are kept in standing_alone.txt if they stand nowhere in the prose between words that an office says of its
work.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, pairwise
from math import log10
from pathlib import Path

from ahocorasick_rs import AhoCorasick
from build_slips import HERE as SLIPS
from build_slips import Confusion, Corpus, Lexicon, alikeness, entries
from likely_mistakes import RUN, LikelyForms, OfficeUse, known_mistakes, statements

from duizhao.rules.wording.misspellings import at_borders, certain, variants
from duizhao.rules.wording.misspellings.neighbours import stands_alone
from duizhao.rules.wording.slips import common_words
from duizhao.text import Span

HERE = SLIPS.parent / "misspellings"
FORMS, ALONE = 42_000, 7_000
MEETING_OFTEN = 1.5e-3
"""How often in 100,000 characters words that meet may yield a form."""
IN_DICTIONARY = 3
"""Occurrences in jieba's corpus from which a form is a word: rarer ones are often misspellings themselves."""
MEETING_MOST = 400
"""How often the prose may have a form where words meet: each place of it in a text costs a look."""
LEAST_ALIKE = 1.6
HEAD = """\
# 疑似错字：误>正。
# 由 tools/build_misspellings.py 生成，请勿手改；来源见 sources.txt。
"""
LISTED, IN_TERM, IN_JIEBA = 60, 6, 1 / 150
"""What a word weighs for standing in field.txt, for each term that it stands in, and for each occurrence in jieba."""
FOR_USE = 0.7
"""How much the use of a word counts, a tenfold weight against one point of alikeness."""
RAREST = 3
USUAL, IN_PROSE = 25, 3
"""Occurrences in jieba's corpus and in the prose from which a word is one of the field."""
ALONE_HEAD = """\
# 疑似错字：误>正。两个词相接时会写成这样，单独成词时不会。
# 由 tools/build_misspellings.py 生成，请勿手改；来源见 sources.txt。
"""
IN_LINE = 10
NUMERALS = frozenset("一二三四五六七八九十百千万亿两几")


def main() -> int:
    texts = [path for folder in sys.argv[1:] for path in sorted(Path(folder).rglob("*.txt"))]
    if not texts:
        print(__doc__)
        return 2
    corpus = Corpus.read()
    seen, unmet = _pairs_in(path.read_text(encoding="utf-8") for path in texts)
    lexicon = Lexicon.read()
    longer = [word for word in corpus.words if len(word) > 2]
    for expression in (*lexicon.terms, *_rights(), *longer):
        seen.update(map("".join, pairwise(expression)))
    field = _field(corpus, lexicon, seen)
    unmet += _pairs_in((*lexicon.terms, *_rights(), *longer, statements()))[1]
    listed = " ".join(entries(HERE / "field.txt")).split()
    use = OfficeUse((path.read_text(encoding="utf-8") for path in texts), corpus, listed)
    forms = _chosen(LikelyForms(corpus, use, seen), unmet)
    (HERE / "suspected.txt").write_text(
        HEAD + "".join(_lines(forms)), encoding="utf-8", newline="\n"
    )
    prose = "\n".join(path.read_text(encoding="utf-8") for path in texts)
    alone = _wrong_alone(_may_meet(corpus, field, seen, forms), prose)
    (HERE / "standing_alone.txt").write_text(
        ALONE_HEAD + "".join(_lines(alone)), encoding="utf-8", newline="\n"
    )
    (HERE / "counts.tsv").write_text("".join(_counts(texts)), encoding="utf-8", newline="\n")
    return 0


def _pairs_in(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How often any two characters stand side by side in the prose, and how often where neither makes a common word
    with its other neighbour.
    """
    seen: Counter[str] = Counter()
    unmet: Counter[str] = Counter()
    words = common_words()
    for text in texts:
        for run in RUN.findall(text):
            pairs = ["", *map("".join, pairwise(run)), ""]
            seen.update(pairs[1:-1])
            for before, pair, behind in zip(pairs, pairs[1:], pairs[2:], strict=False):
                if before not in words and behind not in words:
                    unmet[pair] += 1
    return seen, unmet


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


def _chosen(forms: LikelyForms, unmet: Mapping[str, int]) -> dict[str, str]:
    known = known_mistakes()
    ranked = forms.ranked(rarest_meeting=MEETING_OFTEN)
    return dict(
        islice((each for each in ranked if each[0] not in known and not unmet.get(each[0])), FORMS)
    )


def _may_meet(
    corpus: Corpus, field: Mapping[str, float], seen: Mapping[str, int], left_out: Iterable[str]
) -> list[tuple[float, str, str]]:
    """Further forms that are no words, the likeliest first: how likely, the word and the form."""
    best: dict[str, tuple[float, str]] = {}
    confusion = Confusion(corpus)
    for word, weight in field.items():
        if weight < IN_TERM or NUMERALS.intersection(word):
            continue
        for at, other, alike in alikeness(confusion, corpus, word):
            form = word[:at] + other + word[at + 1 :]
            rare = seen.get(form, 0) <= IN_PROSE and corpus.words.get(form, 0) <= IN_DICTIONARY
            usable = alike >= LEAST_ALIKE and seen.get(form, 0) <= MEETING_MOST
            if usable and (rare or corpus.words.get(form, 0) < IN_DICTIONARY):
                score = alike + FOR_USE * log10(1 + weight)
                best[form] = max(best.get(form, (0.0, "")), (score, word))
    for form in (*certain(), *at_borders(), *variants(), *left_out):
        best.pop(form, None)
    return sorted(((*value, form) for form, value in best.items()), reverse=True)


def _wrong_alone(ranked: list[tuple[float, str, str]], prose: str) -> dict[str, str]:
    """Of these forms, those that nowhere stand alone in the prose."""
    likeliest = ranked[: 3 * ALONE]
    forms = [form for _, _, form in likeliest]
    right: set[str] = set()
    for number, start, end in AhoCorasick(forms).find_matches_as_indexes(prose, overlapping=True):
        if forms[number] not in right and stands_alone(prose, Span(start, end)):
            right.add(forms[number])
    kept = [(form, word) for _, word, form in likeliest if form not in right]
    return dict(kept[:ALONE])


def _lines(pairs: Mapping[str, str]) -> Iterator[str]:
    forms = sorted(f"{form}>{word}" for form, word in pairs.items())
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
