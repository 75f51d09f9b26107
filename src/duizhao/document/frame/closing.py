"""The lines behind the body: the note of attachments, the signature, the date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from duizhao.document.field_labels import FIELD_LABEL
from duizhao.document.frame.opening import DATE, DATELINE, is_heading
from duizhao.document.headings.unnumbered_heading import attached_part
from duizhao.document.lines import Line, trim
from duizhao.document.numbering.enumeration import ENUMERATORS
from duizhao.document.people import (
    PARTY_BODIES,
    PERSON_LABELS,
    TEAMS,
    UNITS,
    alternatives,
    personal_name,
)
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

LONGEST_CLOSING_LINE = 30
LONGEST_NOTE = 80
# The note of attachments stands among the last lines.
LAST_LINES = 40

NOTE_OF_ATTACHMENTS = LazyPattern(
    "附[ 　]*件?[ 　]*(?:[0-9一二三四五六七八九十]{0,2}[ 　]*[：:]|[0-9一二三四五六七八九十]{1,2}\\Z)|附件\\Z"
)
NOTE_ENTRY = LazyPattern("[0-9０-９]{1,2}[.．、]")


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(f"[（(]?(.{{2,24}}?)[ 　]*[（(]?({DATE})[)）]?")


SIGNATURE_LABEL = LazyPattern(f"(?:{alternatives(PERSON_LABELS)}|落款|党员)[ 　]*[：:]")
UNIT_LINE = LazyPattern(f".*(?:{alternatives(UNITS, PARTY_BODIES, TEAMS)})")
FIELD = LazyPattern(FIELD_LABEL)
FAREWELL = LazyPattern("谢谢|謝謝|完毕|此致|敬礼|批评|指正|以上|结束|同志|特此")


@dataclass(slots=True)
class Closing:
    """The parts of a closing, and the body lines before and behind them."""

    body: list[Line]
    attachments: list[Span] = field(default_factory=list)
    signature: Span | None = None
    date: Span | None = None

    @property
    def begins(self) -> int | None:
        """The start of its first part; None if it has no part."""
        parts = (*self.attachments, self.signature, self.date)
        return min((part.start for part in parts if part), default=None)


def read_closing(text: str, blocks: list[Line]) -> Closing:
    """Read the last lines of a text: backwards from its end up to body text, and forwards from 附件：."""
    note = _note(text, blocks)
    found = Closing(blocks[:note])
    if note < len(blocks):
        found.body += _read_note(text, blocks[note:], found)
    else:
        note = len(blocks)
    while note and not (found.date and found.signature) and _add(text, blocks[note - 1], found):
        note -= 1
        del found.body[note]
    return found


def _note(text: str, blocks: Sequence[Line]) -> int:
    """The index of the line where the note of attachments begins; the number of lines if there is no note."""
    for at in range(max(0, len(blocks) - LAST_LINES), len(blocks)):
        start, end = blocks[at]
        if (
            text[start] == "附"
            and end - start <= LONGEST_NOTE
            and NOTE_OF_ATTACHMENTS.match(text, start, end)
        ):
            return at
    return len(blocks)


def _read_note(text: str, blocks: Sequence[Line], found: Closing) -> Sequence[Line]:
    """Add the lines of the note, and signature and date behind them. Returns the rest: the attachments themselves."""
    if len(blocks) > 1 and attached_part(text, *blocks[0]) and _is_sentence(text, *blocks[1]):
        return blocks
    for at, (start, end) in enumerate(blocks):
        if _is_entry(text, start, end):
            found.attachments.append(Span(start, end))
        elif not _add(text, (start, end), found):
            return blocks[at:]
    return ()


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Whether a counted line is a sentence and names no paper."""
    return NOTE_ENTRY.match(text, start, end) is not None and text[end - 1] in "。；"


def _is_entry(text: str, start: int, end: int) -> bool:
    if end - start > LONGEST_NOTE:
        return False
    return (
        NOTE_OF_ATTACHMENTS.match(text, start, end) is not None
        or NOTE_ENTRY.match(text, start, end) is not None
    )


def _is_counted(text: str, start: int, end: int) -> bool:
    return text[start : start + 2] in ENUMERATORS or is_heading(text, start, end)


def _add(text: str, block: Line, found: Closing) -> bool:
    span = Span(*block)
    line = span.of(text) if span.end - span.start <= LONGEST_CLOSING_LINE else ""
    if (
        not line
        or FIELD.search(line)
        or line[-1] in "。；;，,！!？?：:"
        or _is_counted(text, *span)
    ):
        return False
    if found.date is None and DATELINE.fullmatch(line):
        found.date = span
        return True
    if found.signature is not None or FAREWELL.search(line):
        return False
    if found.date is None and (both := _signed().fullmatch(line)):
        found.signature = Span(*trim(text, span.start + both.start(1), span.start + both.end(1)))
        found.date = Span(span.start + both.start(2), span.start + both.end(2))
        return True
    # A name alone is believed only with a surname; above a date any short line signs.
    if (
        found.date
        or SIGNATURE_LABEL.match(line)
        or UNIT_LINE.fullmatch(line)
        or personal_name().fullmatch(line)
    ):
        found.signature = span
        return True
    return False
