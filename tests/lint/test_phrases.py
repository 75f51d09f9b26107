"""Phrases as data: beginnings are anchors, and what follows decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from duizhao.lint import Hit, Linter, Phrases, Reading, Severity, Strength, rule
from duizhao.lint.phrases import beginnings, first_characters
from duizhao.profiles import shipped
from duizhao.text import Source, Span


def found(branches: Mapping[str, str], text: str, before: str = "") -> list[str]:
    @rule(
        "DZ991",
        phrases=Phrases(branches, before),
        severity=Severity.HINT,
        source="试验",
        strength=Strength.EVIDENT,
        beyond_statements=True,
    )
    def planted(phrase: Span, reading: Reading) -> Iterator[Hit]:
        """试验"""
        yield Hit(phrase, "试验")

    findings = Linter([planted], shipped().all()).check(Source(text)).findings
    return [finding.span.of(text) for finding in findings]


@pytest.mark.parametrize(
    ("begin", "words"),
    [
        ("甲", ["甲"]),
        ("{甲,乙}丙", ["甲丙", "乙丙"]),
        ("丙{,甲}", ["丙", "丙甲"]),
        ("{甲,乙}{丙,丁}", ["甲丙", "甲丁", "乙丙", "乙丁"]),
        ("{（,(}甲.", ["（甲.", "(甲."]),
    ],
)
def test_braces_stand_for_alternatives(begin: str, words: list[str]) -> None:
    assert list(beginnings(begin)) == words
    assert Phrases({begin: ""}).anchors == tuple(words)


@pytest.mark.parametrize(
    ("branches", "text", "phrases"),
    [
        ({"甲{乙,丙}": ""}, "甲乙甲丁甲丙", ["甲乙", "甲丙"]),
        ({"甲": "[乙丙]+"}, "甲。甲乙丙。", ["甲乙丙"]),
        ({"甲": "(?=乙)"}, "甲乙甲丙", ["甲"]),
        ({"甲(": ""}, "甲(甲", ["甲("]),
        # A longer beginning that leads to nothing hides no shorter one.
        ({"甲乙": "丙", "甲": "乙丁"}, "甲乙丁", ["甲乙丁"]),
        ({"甲乙": "丁", "乙丙": ""}, "甲乙丙", ["乙丙"]),
        # The first of two that overlap is reported, the rest passed over.
        ({"甲乙": "", "乙丙": ""}, "甲乙丙乙丙", ["甲乙", "乙丙"]),
        ({"甲": "乙|丙"}, "甲甲丙", ["甲丙"]),
        ({"甲": ""}, "", []),
    ],
)
def test_phrase_is_found_where_its_rest_follows(
    branches: Mapping[str, str], text: str, phrases: list[str]
) -> None:
    assert found(branches, text) == phrases


def test_look_behind_holds_for_every_branch() -> None:
    assert found({"甲": "", "乙": ""}, "丙甲\n甲 乙", before=r"(?<![^\n])") == ["甲"]


def test_rule_needs_something_to_look_at() -> None:
    with pytest.raises(TypeError, match="phrases"):
        rule("DZ991", severity=Severity.HINT, source="试验", strength=Strength.EVIDENT)(found)


@pytest.mark.parametrize(
    ("begin", "firsts"),
    [
        ("等等", "等"),
        ("{扫码,长按}关注", "扫长"),
        ("{,请}{扫,点}", "请扫点"),
        ("{,甲}乙{丙}", "甲乙"),
    ],
)
def test_a_beginning_is_filed_by_every_character_it_may_begin_with(begin: str, firsts: str) -> None:
    assert "".join(first_characters(begin)) == firsts
