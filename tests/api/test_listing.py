"""What a report lists on request, and what it counts."""

from __future__ import annotations

import pytest

from duizhao.api.outcome import listed
from duizhao.lint import (
    CheckedSource,
    Finding,
    FindingOrder,
    Listing,
    Matter,
    Severity,
    unlisted_words,
)
from duizhao.text import Source, Span

ERROR, WARNING, HINT = (
    Finding(code, Span(at, at + 1), "有误。", severity, "出处")
    for at, (code, severity) in enumerate(zip(("DZ301", "DZ602", "DZ409"), Severity, strict=True))
)
PAPER = Finding("DZ701", Span(0, 1), "纸张不对。", Severity.HINT, "出处")
ALL = CheckedSource(Source("甲乙丙丁"), (), (ERROR, WARNING, HINT, PAPER))


@pytest.mark.parametrize(
    ("listing", "kept", "words"),
    [
        (Listing(), ALL.findings, ""),
        (Listing(Severity.WARNING), (ERROR, WARNING), "另有 2 处供参考未列"),
        (Listing(Severity.ERROR), (ERROR,), "另有 1 处应改、2 处供参考未列"),
        (Listing(only=Matter.LAYOUT), (PAPER,), "另有 3 处内容未列"),
        (Listing(only=Matter.CONTENT), (ERROR, WARNING, HINT), "另有 1 处版式未列"),
        (
            Listing(Severity.ERROR, Matter.CONTENT),
            (ERROR,),
            "另有 1 处应改、1 处供参考、1 处版式未列",
        ),
    ],
)
def test_what_is_not_listed_is_counted(
    listing: Listing, kept: tuple[Finding, ...], words: str
) -> None:
    made = listed(ALL, listing)
    assert made.findings == kept
    assert unlisted_words(made.unlisted) == words
    assert len(kept) + sum(made.unlisted.values()) == len(ALL.findings)


def test_order_goes_with_the_findings() -> None:
    assert listed(ALL, Listing(order=FindingOrder.PLACE)).order is FindingOrder.PLACE


@pytest.mark.parametrize(
    ("kind", "word", "member"),
    [
        (Severity, "必改", Severity.ERROR),
        (Severity, "hint", Severity.HINT),
        (Matter, "版式", Matter.LAYOUT),
        (FindingOrder, "place", FindingOrder.PLACE),
        (Severity, "提醒", None),
    ],
)
def test_members_are_called_by_either_name(kind: type, word: str, member: object) -> None:
    assert kind.from_word(word) is member  # type: ignore[attr-defined]
