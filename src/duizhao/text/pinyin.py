"""Pinyin in brackets behind characters, 问（wèn）题: where it stands, and a text in which no word is cut by it."""

from __future__ import annotations

from bisect import bisect_left

from duizhao.text.pattern import LazyPattern
from duizhao.text.span import Span
from duizhao.text.value import value

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_LETTERS = "a-zɑɡüê"
_CHARACTER = "\u3400-\u9fff"
ANCHORS = tuple(
    bracket + letter for bracket in "(（" for letter in ("abcdefghjklmnopqrstwxyz" + _TONED)
)
_FINALS = (
    "iong|iang|uang|ang|eng|ing|ong|ian|iao|uai|uan|üan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|üe|ün|ve|a|e|i"
    "|o|u|ü|v"
)
_PLAIN = f"(?=[a-zü]{{2}})(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:{_FINALS})"
# A tone, as a mark or as a digit, makes it certain: （app） and （a1） are none.
_SYLLABLE = f"(?:[{_LETTERS}]{{0,4}}[{_TONED}][{_LETTERS}]{{0,4}}|{_PLAIN}[1-5])"
GLOSS = LazyPattern(f"(?<=[{_CHARACTER}])[（(] ?{_SYLLABLE}(?:[ 　'’]?{_SYLLABLE}){{0,5}} ?[)）]")


@value
class GlossedWords:
    """A run of characters with pinyin in it. `order` gives for each place of the read run the place in the text."""

    span: Span
    order: tuple[int, ...]


def glosses(text: str) -> list[Span]:
    """The places of pinyin in brackets."""
    return [Span(*found.span()) for found in GLOSS.finditer(text)]


def glossed_words(text: str) -> tuple[GlossedWords, ...]:
    """The runs of characters with pinyin between or behind them."""
    return tuple(_words(run, text) for run in _runs(text))


def read_over(text: str, words: tuple[GlossedWords, ...]) -> str:
    """`text` where the pinyin of each run stands behind its characters: as long as it was, and no word is cut.

    >>> read_over("有问(wèn)题(tí)。", glossed_words("有问(wèn)题(tí)。"))
    '有问题(wèn)(tí)。'
    """
    pieces, done = [], 0
    for run in words:
        pieces.append(text[done : run.span.start])
        pieces += (text[at] for at in run.order)
        done = run.span.end
    return "".join([*pieces, text[done:]])


def as_written(span: Span, words: tuple[GlossedWords, ...]) -> Span:
    """A span of the text that was read as one of the text as it was written."""
    start, end = span
    if run := _around(start, words):
        start = run.order[start - run.span.start]
    if run := _around(end, words):
        end = run.order[end - 1 - run.span.start] + 1
    return Span(start, max(start, end))


def touches(span: Span, words: tuple[GlossedWords, ...]) -> bool:
    """Whether any of the runs overlaps the span."""
    at = bisect_left(words, span.end, key=lambda run: run.span.start) - 1
    return at >= 0 and span.start < words[at].span.end


def _around(place: int, words: tuple[GlossedWords, ...]) -> GlossedWords | None:
    """The run that begins before `place` and ends behind it."""
    at = bisect_left(words, place, key=lambda run: run.span.start) - 1
    return words[at] if at >= 0 and place < words[at].span.end else None


def _runs(text: str) -> list[Span]:
    """The runs around all places of pinyin, in order."""
    found: list[Span] = []
    for gloss in glosses(text):
        start = gloss.start
        while start and _is_character(text[start - 1]):
            start -= 1
        end = gloss.end
        while end < len(text) and _is_character(text[end]):
            end += 1
        if found and found[-1].end >= gloss.start:
            start = found.pop().start
        found.append(Span(start, end))
    return found


def _is_character(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _words(run: Span, text: str) -> GlossedWords:
    behind = [
        at
        for found in GLOSS.finditer(text, run.start, run.end)
        for at in range(found.start(), found.end())
    ]
    aside = set(behind)
    order = [at for at in range(run.start, run.end) if at not in aside]
    return GlossedWords(run, (*order, *behind))
