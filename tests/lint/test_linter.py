"""How rules are called, and what becomes of their hits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from planted_rules import EVIDENT, linter, optional, planted, whole

from duizhao.document import Document, Heading, Section
from duizhao.lint import (
    FormattedDocument,
    Hit,
    Reading,
    Rule,
    Severity,
    SharedPassage,
    Strength,
    rule,
)
from duizhao.lint.linter import NODES
from duizhao.statement import Cause, Measure, Problem, Statement
from duizhao.text import Source, Span


def findings(text: str, *rules: Rule) -> list[tuple[str, str]]:
    checked = linter(*rules).check(Source(text))
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
    checked = linter(whole).check(Source("任何文字"))
    assert [found.severity for found in checked.findings] == [Severity.HINT]


def test_options_reach_rule_and_anchors() -> None:
    checked = linter(optional).check(Source("丙丁"))
    assert [found.message for found in checked.findings] == ["1 个词"]


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


def test_a_crowd_of_findings_is_counted_and_not_listed_to_the_end() -> None:
    made, source = linter(planted), Source("甲丁" * 600)
    findings = made.check(source).findings
    assert len(findings) == 500
    assert findings[-1].full_message == "甲应为乙（同类问题还有100处，未逐一列出）"
    assert {found.full_message for found in findings[:-1]} == {"甲应为乙"}
    assert len(made.check(source, most=None).findings) == 600


STATEMENT = "个人对照检查材料\n一、存在的问题\n一是学习不深入。甲\n二、原因剖析\n一是不重视。\n"


def kinds(*on: type) -> list[Rule]:
    def check(node: object, reading: Reading) -> Iterator[Hit]:
        """试验"""
        yield Hit(Span(0, 1), type(node).__name__)

    return [
        rule(f"DZ99{at}", on=each, **EVIDENT)(check)
        for at, each in enumerate(on)  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(
    ("on", "calls"),
    [
        (Document, 1),
        (Source, 1),
        (Statement, 1),
        (Heading, 2),
        (Section, 2),
        (Problem, 1),
        (Cause, 1),
        (Measure, 0),
        (FormattedDocument, 0),
        (SharedPassage, 0),
    ],
)
def test_rule_is_called_for_each_node_of_its_type(on: type, calls: int) -> None:
    made = linter(*kinds(on))
    source = Source(STATEMENT)
    (reading,) = made.readings(source)
    assert [hit.message for _, hit in made.hits(reading)] == [on.__name__] * calls


def test_text_that_is_no_statement_is_left_to_rules_beyond_statements() -> None:
    on_document = replace(planted, code="DZ995", beyond_statements=False)
    assert findings("关于开会的通知\n甲\n", planted, on_document) == [("DZ991", "甲")]
    assert len(findings(STATEMENT, planted, on_document)) == 2


def test_what_lies_inside_a_hit_is_not_reported_again() -> None:
    @rule("DZ996", anchors=("甲",), beyond_statements=True, **EVIDENT)  # type: ignore[arg-type]
    def to_the_end(anchor: Span, reading: Reading) -> Iterator[Hit]:
        """试验"""
        yield Hit(Span(anchor.start, reading.text.index("。", anchor.end)), "试验")

    assert findings("甲甲乙甲。甲乙。", to_the_end) == [("DZ996", "甲甲乙甲"), ("DZ996", "甲乙")]


def test_rule_on_the_source_reports_once_however_many_statements_it_holds() -> None:
    made = linter(*kinds(Source, Document))
    one = STATEMENT + "二是没有深入基层，听到的意见少。\n" * 6
    checked = made.check(Source(f"第一篇\n{one}第二篇\n{one}"))
    assert len(checked.readings) == 2
    assert [found.message for found in checked.findings] == ["Source", "Document"]


def test_guide_names_every_type_that_rules_are_called_for() -> None:
    guide = (Path(__file__).parents[2] / "docs/change/add-a-rule.md").read_text(encoding="utf-8")
    assert [node.__name__ for node in NODES if f"`{node.__name__}`" not in guide] == []
