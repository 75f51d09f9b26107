"""How rules are called, silenced and fixed."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pytest

from duizhao.document import Document
from duizhao.lint import Hit, Linter, Reading, Rule, Severity, Strength, collect, fix, rule
from duizhao.profiles import shipped
from duizhao.text import Edit, Source, Span

EVIDENT = {"severity": Severity.ERROR, "source": "文字常识", "strength": Strength.EVIDENT}


@rule("DZ991", anchors=("甲甲", "甲"), beyond_statements=True, **EVIDENT)
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


def findings(text: str, *rules: Rule) -> list[tuple[str, str]]:
    source = Source(text)
    checked = Linter(rules, shipped().all()).check(source)
    return [(found.code, found.span.of(text)) for found in checked.findings]


def test_anchor_rule_is_called_for_the_longest_place_only() -> None:
    assert findings("甲甲和甲", planted) == [("DZ991", "甲甲"), ("DZ991", "甲")]


def test_findings_stand_in_text_order() -> None:
    assert findings("丙甲丙", planted, optional) == [
        ("DZ993", "丙"),
        ("DZ991", "甲"),
        ("DZ993", "丙"),
    ]


def test_a_hit_may_lower_the_severity_of_its_rule() -> None:
    checked = Linter([whole], shipped().all()).check(Source("任何文字"))
    assert [found.severity for found in checked.findings] == [Severity.HINT]


def test_options_reach_rule_and_anchors() -> None:
    checked = Linter([optional], shipped().all()).check(Source("丙丁"))
    assert [found.message for found in checked.findings] == ["1 个词"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("甲 <!-- 对照：略 DZ991 -->\n甲", 1),
        ("<!-- 对照：略 DZ991 -->\n甲\n甲", 1),
        ("甲 <!-- duizhao: ignore -->", 0),
        ("甲 <!-- 对照：略 DZ9 -->", 0),
        ("甲 <!-- 对照：略 DZ301 -->", 1),
        ("甲 <!-- 别的话 -->", 1),
    ],
)
def test_a_mark_in_the_text_silences_its_line_or_the_next(text: str, kept: int) -> None:
    assert len(findings(text, planted)) == kept


def test_fixing_goes_on_to_a_fixed_point_and_then_changes_nothing() -> None:
    linter = Linter([planted], shipped().all())
    once = fix(linter, Source("甲甲甲"))
    assert once.source.text == "乙乙"
    assert fix(linter, once.source).source.text == "乙乙"


@pytest.mark.parametrize(
    ("strength", "heaviest"),
    [
        (Strength.MUST, Severity.ERROR),
        (Strength.VERIFIED, Severity.ERROR),
        (Strength.EVIDENT, Severity.ERROR),
        (Strength.USUALLY, Severity.WARNING),
        (Strength.LOCAL, Severity.HINT),
        (Strength.PRACTICE, Severity.HINT),
        (Strength.DERIVED, Severity.HINT),
        (Strength.RECALLED, Severity.HINT),
    ],
)
def test_strength_of_the_source_bounds_the_severity(strength: Strength, heaviest: Severity) -> None:
    order = list(Severity)
    for severity in Severity:
        make = partial(
            rule, "DZ994", on=Document, severity=severity, source="约定", strength=strength
        )
        if order.index(severity) >= order.index(heaviest):
            assert make()(whole.check).severity is severity
        else:
            with pytest.raises(ValueError, match="DZ994.*" + strength.label):
                make()


def test_two_rules_with_one_code_are_refused() -> None:
    package = types.ModuleType("planted_rules")
    package.__path__ = []
    assert collect(package) == ()


def test_a_crowd_of_findings_is_counted_and_not_listed_to_the_end() -> None:
    linter, source = Linter([planted], shipped().all()), Source("甲丁" * 600)
    findings = linter.check(source).findings
    assert len(findings) == 500
    assert findings[-1].full_message == "甲应为乙（同类问题还有100处，未逐一列出）"
    assert {found.full_message for found in findings[:-1]} == {"甲应为乙"}
    assert len(linter.check(source, most=None).findings) == 600


def test_fixing_reaches_what_was_not_listed() -> None:
    assert fix(Linter([planted], shipped().all()), Source("甲丁" * 600)).source.text == "乙丁" * 600
