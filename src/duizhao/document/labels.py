"""Lines that label a statement in a collection: 【篇一】, 第一篇, 篇二：…, 范文三, 材料四：."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from duizhao.document.lines import BLANKS, MARGIN, Line, trim
from duizhao.document.nodes import Residue, ResidueKind
from duizhao.document.numbering.markers import NUMERALS
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

ANCHORS = (
    *(f"第{n}篇" for n in (*NUMERALS, *range(1, 11))),
    *(f"十{n}篇" for n in NUMERALS[:9]),
    *(f"{word}{n}" for word in ("篇", "范文", "材料") for n in (*NUMERALS, *range(1, 10))),
)
LONGEST_LABEL_LINE = 60
FIRST_LINES = 10

_B = f"[{BLANKS}]{{0,3}}"
_N = f"(?:[{NUMERALS}]{{1,3}}|[0-9]{{1,3}})"


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        f"([【（(\\[［]?){_B}(?:第{_B}{_N}{_B}篇|(?:篇|范文|材料){_B}{_N}){_B}"
        f"([】）)\\]］]?){_B}([：:、，.．]?)(?=([{BLANKS}\\r\\n]|\\Z)?)"
    )


NAMES_OF_STATEMENTS = LazyPattern("材料|对照检查|對照檢查|剖析|发言|發言|提纲|提綱|报告|報告|范文")
NAMES_OF_PARTS = LazyPattern(
    "(?:存在|主要|突出)的?(?:问题|問題)|^(?:问题|問題|原因|措施|整改)|(?:原因|措施|方向)"
)
STOP = LazyPattern("[。；，：！？]")
CHAPTER = LazyPattern(f"[\r\n][{BLANKS}]{{0,20}}一[、，,．.]")


class LabelledLine(NamedTuple):
    """A label at `text[start:end]`, with the words behind it in its line.

    A label that ends the line of a title (…材料【第一篇】) has the title before it: `title` is the end of the title.
    """

    start: int
    end: int
    words: str
    bracketed: bool
    title: int = 0

    @property
    def names_part(self) -> bool:
        """Whether its words name a part of one statement and not a statement."""
        return NAMES_OF_PARTS.search(self.words) is not None and not NAMES_OF_STATEMENTS.search(
            self.words
        )


def label_at(text: str, start: int, end: int) -> LabelledLine | None:
    """The label at the beginning of the line `text[start:end]`; None if it has none."""
    found = _label().match(text, start, end)
    if found is None or end - start > LONGEST_LABEL_LINE:
        return None
    opened, closed, pause, gap = found.groups()
    if bool(opened) is not bool(closed) or not (closed or pause or gap is not None):
        return None
    return LabelledLine(start, found.end(), text[found.end() : end].strip(), bool(opened))


def labels_at(text: str, places: Iterable[Line]) -> list[LabelledLine]:
    """The labels with their numeral at one of `places`."""
    found: list[LabelledLine] = []
    for place, _ in places:
        start = place
        while start > 0 and place - start < 8 and text[start - 1] not in "\r\n":
            start -= 1
        start = trim(text, start, place)[0]
        if found and found[-1].end > place:
            continue
        if start and text[start - 1] not in MARGIN:
            if label := _behind_title(text, place):
                found.append(label)
            continue
        end = text.find("\n", place, place + LONGEST_LABEL_LINE + 2)
        stop = trim(
            text, start, end if end >= 0 else min(len(text), place + LONGEST_LABEL_LINE + 2)
        )[1]
        if label := label_at(text, start, stop):
            found.append(label)
    return found


def _behind_title(text: str, place: int) -> LabelledLine | None:
    """The bracketed label with its numeral at `place`, if a title stands before it and nothing behind it."""
    end = text.find("\n", place, place + LONGEST_LABEL_LINE)
    stop = end if end >= 0 else min(len(text), place + LONGEST_LABEL_LINE)
    mark = place - 1
    found = _label().match(text, mark, stop)
    if found is None or not (found[1] and found[2]) or text[found.end() : stop].strip():
        return None
    before = max(0, mark - 2 * LONGEST_LABEL_LINE)
    first = max(text.rfind("\n", before, mark), text.rfind("\r", before, mark)) + 1
    start, title = trim(text, first, mark)
    words = text[start:title]
    if not 0 < len(words) <= LONGEST_LABEL_LINE or NAMES_OF_STATEMENTS.search(words) is None:
        return None
    return None if STOP.search(words) else LabelledLine(start, found.end(), words, True, title)


def names_statement(text: str, label: LabelledLine) -> bool:
    """Whether the words of the label, or else the next line, are the title of a statement."""
    if label.words:
        return NAMES_OF_STATEMENTS.search(label.words) is not None
    start = trim(text, label.end, min(len(text), label.end + 2 * LONGEST_LABEL_LINE))[0]
    line = text[start : start + LONGEST_LABEL_LINE].partition("\n")[0].rstrip()
    return NAMES_OF_STATEMENTS.search(line) is not None and line[-1:] not in "。：:；"


def without_label(
    text: str, blocks: list[Line], places: Sequence[Line]
) -> tuple[list[Line], list[Residue]]:
    """The lines without a single label near their beginning and what stands before it; these as residue."""
    if not places or not blocks:
        return blocks, []
    labels = labels_at(text, places)
    at = next((at for at, block in enumerate(blocks[:FIRST_LINES]) if _is_at(block, labels)), None)
    if at is None or len(labels) > 1 or labels[0].names_part:
        return blocks, []
    label = labels[0]
    notices = [Residue(Span(*block), ResidueKind.NOTICE) for block in blocks[:at]]
    first = trim(text, label.title or label.start, label.end)[0]
    notices.append(Residue(Span(*trim(text, first, label.end)), ResidueKind.NOTICE))
    around = (label.start, label.title), trim(text, label.end, blocks[at][1])
    return [line for line in around if line[0] < line[1]] + blocks[at + 1 :], notices


def _is_at(block: Line, labels: Sequence[LabelledLine]) -> bool:
    return any(block[0] == label.start for label in labels[:1])
