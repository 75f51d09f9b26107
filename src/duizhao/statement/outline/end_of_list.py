"""Paragraphs that close the list above them: a summary, what looks ahead, lines behind the signature."""

from __future__ import annotations

import re

from duizhao.document import Document, Paragraph
from duizhao.statement.outline.lead_in import LOOKS_AHEAD, SUMS_UP
from duizhao.text.pattern import LazyPattern

LEAD_IN = LazyPattern(
    r".*[：:]\s*$|.{0,20}如下[。：]?\s*$|.*(?:批评指正|请.{0,8}(?:批评|指正)|请(?:各位|大家|同志|组织|领导|与会|在座).{0,6}监督)|(?:[^。]{0,8}[，。])?请.{0,8}监督[。！]?$|以上是.{0,40}$"
    "|(?:班子|我们?|本人|党[组委])?(?:诚恳|真诚|热忱)?欢迎.{0,10}(?:批评|指正|帮助)[。！]?$"
    "|(?:此致|敬礼)[！!]?$",
    re.DOTALL,
)
STOPS = "。！？!?；;，,：:”’）)…"
CLOSES = LazyPattern(
    "附[ 　]*件|附：|联系人|联系电话|电话|抄送|(?![（(0-9①-⑳]|[^：:]{1,8}[：:].).{0,8}$"
)


def closes_list(document: Document, paragraph: Paragraph, *, ahead: bool) -> bool:
    """Whether a paragraph closes the list above it, or stands behind the signature.

    With `ahead` one that looks ahead (今后，…) closes it too.
    """
    text, (start, end) = document.text, paragraph.span
    signed = document.signature or document.date
    attached = document.attachments
    if (signed and start > signed.start) or (attached and start > attached[0].start):
        return True
    if text[end - 1] not in STOPS and CLOSES.match(text, start, end):
        return True
    if SUMS_UP.match(text, start, end) or LEAD_IN.match(text, start, end):
        return True
    return ahead and LOOKS_AHEAD.match(text, start, end) is not None
