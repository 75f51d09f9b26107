"""Rules made for tests, which look for single characters, and texts with the expected places marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duizhao.document import Document
from duizhao.lint import Hit, Linter, Reading, Rule, Severity, Strength, rule
from duizhao.profiles import shipped
from duizhao.text import Edit, Source, Span

EVIDENT = {"severity": Severity.ERROR, "source": "文字常识", "strength": Strength.EVIDENT}


def replacing(code: str, wrong: str, right: str) -> Rule:
    """A rule that replaces one string by another."""

    @rule(code, anchors=(wrong,), beyond_statements=True, corrects=True, **EVIDENT)
    def replaced(anchor: Span, reading: Reading) -> Iterator[Hit]:
        """一个换成另一个"""
        yield Hit(anchor, f"{wrong}应为{right}", (Edit(anchor, right),))

    return replaced


@rule("DZ991", anchors=("甲甲", "甲"), beyond_statements=True, corrects=True, **EVIDENT)
def planted(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """甲当作乙"""
    yield Hit(anchor, "甲应为乙", (Edit(anchor, "乙"),))


@rule("DZ992", on=Document, beyond_statements=True, **EVIDENT)
def whole(document: Document, reading: Reading) -> Iterator[Hit]:
    """整篇"""
    yield Hit(document.span, "整篇", severity=Severity.HINT)


@dataclass(frozen=True)
class Words:
    words: tuple[str, ...] = ("丙",)


@rule(
    "DZ993",
    anchors=lambda options: options.words,
    options=Words(),
    beyond_statements=True,
    **EVIDENT,
)
def optional(anchor: Span, reading: Reading, options: Words) -> Iterator[Hit]:
    """自选词"""
    yield Hit(anchor, f"{len(options.words)} 个词")


def linter(*rules: Rule) -> Linter:
    return Linter(rules, shipped().all())


def places(marked: str, *rules: Rule) -> tuple[list[Span], list[Span]]:
    """Where the rules find something in a text, and where ⟦ ⟧ in it say that they ought to."""
    expected, text = [], ""
    for at, piece in enumerate(re.split("[⟦⟧]", marked)):
        if at % 2:
            expected.append(Span(len(text), len(text) + len(piece)))
        text += piece
    findings = linter(*rules).check(Source(text)).findings
    return [finding.span for finding in findings], expected
