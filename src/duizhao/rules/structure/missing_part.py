from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import opening
from duizhao.profiles import ExpectedPart, PaperKind
from duizhao.statement import Statement

LONGEST_LEAD = 12
"""In characters: how far the words at the begin of a paragraph show what it is about."""


@rule(
    "DZ131",
    on=Statement,
    severity=Severity.HINT,
    source="活动模板所列的部分及其出处",
    strength=Strength.LOCAL,
    papers=(PaperKind.INSPECTION, PaperKind.DUTY),
)
def missing_part(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """报告缺少应有的部分"""
    title = reading.document.whole_title
    lacking = [
        part
        for part in statement.profile.parts
        if _is_asked(part, title) and not _is_there(part, reading)
    ]
    if lacking:
        names = "、".join(f"“{part.name}”" for part in lacking)
        yield Hit(
            opening(reading.document),
            f"{statement.profile.title}一般要写{names}，这里没有看到",
            asks="".join(part.asks for part in lacking[:2]),
        )


def _is_asked(part: ExpectedPart, title: str) -> bool:
    return not part.in_titles or any(word in title for word in part.in_titles)


def _is_there(part: ExpectedPart, reading: Reading) -> bool:
    """Whether a heading or the begin of a paragraph has a word of the part; without headings, whether the text has."""
    headings = reading.document.headings
    if part.in_text or not headings:
        body = reading.text[_behind_title(reading) : reading.document.span.end]
        return any(word in body for word in part.words)
    begun = [reading.of(each.title) for each in headings]
    begun += [reading.of(each.span)[:LONGEST_LEAD] for each in reading.document.paragraphs]
    return any(word in each for each in begun for word in part.words)


def _behind_title(reading: Reading) -> int:
    title = reading.document.title
    return title[-1].end if title else reading.document.span.start
