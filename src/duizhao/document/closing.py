"""What stands behind the body: the note of attachments, the signature, the date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from duizhao.document.lines import Line, trim
from duizhao.document.opening import DATE, DATELINE, is_heading
from duizhao.text import Span

LONGEST = 30
TAIL = 6

ATTACHMENT = re.compile(
    "附[ 　]*件?[ 　]*(?:[0-9一二三四五六七八九十]{0,2}[ 　]*[：:]|[0-9一二三四五六七八九十]{1,2}\\Z)|附件\\Z"
)
ENTRY = re.compile("[0-9０-９]{1,2}[.．、]")
SIGNED = re.compile(f"(.{{2,24}}?)[ 　]*[（(]?({DATE})[)）]?")
LABEL = re.compile(
    "(?:对照检查人|對照檢查人|检查人|剖析人|签名|签字|汇报人|报告人|承诺人|述职人|落款|姓名|党员|本人签名)[ 　]*[：:]"
)
UNIT = re.compile(
    ".*(?:党组|黨組|党委|支部|总支|委员会|领导班子|局|厅|部|办公室|中心|学校|大学|学院|医院|公司|集团|银行|政府)"
)
NAME = re.compile(
    "[\u4e00-\u9fff×xX*＊][ 　]{0,4}[\u4e00-\u9fff×xX*＊]{1,2}(?:[ 　]?[\u4e00-\u9fff×xX*＊])?"
)
FAREWELL = re.compile("谢谢|謝謝|完毕|此致|敬礼|批评|指正|以上|结束|同志|特此")


@dataclass(slots=True)
class Closing:
    """The parts of a closing, and where among the blocks it begins."""

    begins: int
    attachments: list[Span] = field(default_factory=list)
    signature: Span | None = None
    date: Span | None = None


def closing(text: str, blocks: Sequence[Line]) -> Closing:
    """Read the last lines, which hold no heading, backwards as far as they are no body text."""
    found = Closing(len(blocks))
    begins = _attachments(text, blocks, found)
    tail = list(blocks[begins:]) if found.attachments else []
    end = len(blocks)
    if tail and not found.date and not found.signature:
        _sign_after(text, tail, found)
    at = begins if tail else end
    while (
        at > 0
        and not (found.date and found.signature)
        and _take(text, Span(*blocks[at - 1]), found)
    ):
        at -= 1
    found.begins = at
    return found


def _attachments(text: str, blocks: Sequence[Line], found: Closing) -> int:
    """Where the note of attachments begins; its lines are filed, and nothing behind it is body text."""
    low = max(0, len(blocks) - 30)
    for at in range(low, len(blocks)):
        start, end = blocks[at]
        if text[start] == "附" and end - start <= 80 and ATTACHMENT.match(text, start, end):
            return at
    return len(blocks)


def _sign_after(text: str, tail: Sequence[Line], found: Closing) -> None:
    for start, end in tail:
        span = Span(start, end)
        entry = text[start] == "附" or ENTRY.match(text, start, end)
        if entry or not _take(text, span, found):
            found.attachments.append(span)


def _take(text: str, span: Span, found: Closing) -> bool:
    line = span.of(text) if span.end - span.start <= LONGEST else ""
    if not line or line[-1] in "。；;，,！!？?：:" or is_heading(text, *span):
        return False
    if found.date is None and DATELINE.fullmatch(line):
        found.date = span
        return True
    if found.signature is not None or FAREWELL.search(line):
        return False
    if found.date is None and (both := SIGNED.fullmatch(line)):
        found.signature = Span(*trim(text, span.start + both.start(1), span.start + both.end(1)))
        found.date = Span(span.start + both.start(2), span.start + both.end(2))
        return True
    if found.date or LABEL.match(line) or UNIT.fullmatch(line) or NAME.fullmatch(line):
        found.signature = span
        return True
    return False
