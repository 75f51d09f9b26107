"""Fixes are applied round by round until nothing changes, and only where they may be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from planted_rules import linter, planted, replacing, whole

from duizhao.lint import fix
from duizhao.text import Edit, Origin, Source, Span, apply

A_TO_B = ("DZ991", "甲", "乙")
B_TO_C = ("DZ992", "乙", "丙")
B_TO_A = ("DZ993", "乙", "甲")
AB_TO_D = ("DZ994", "甲乙", "丁")
DROPPED = ("DZ995", "戊", "")

Replacement = tuple[str, str, str]


@pytest.mark.parametrize(
    ("rules", "text", "fixed", "codes"),
    [
        ((A_TO_B,), "甲丁甲", "乙丁乙", ["DZ991", "DZ991"]),
        ((A_TO_B,), "丁", "丁", []),
        ((A_TO_B,), "", "", []),
        ((DROPPED,), "戊甲戊", "甲", ["DZ995", "DZ995"]),
        # One fix makes the next fault.
        ((A_TO_B, B_TO_C), "甲", "丙", ["DZ991", "DZ992"]),
        ((DROPPED, AB_TO_D), "甲戊乙", "丁", ["DZ995", "DZ994"]),
        # Of two that overlap the earlier is made, and the other where it still stands.
        ((A_TO_B, AB_TO_D), "甲乙", "乙乙", ["DZ991"]),
        ((B_TO_C, AB_TO_D), "甲乙", "丁", ["DZ994"]),
    ],
)
def test_fixing_goes_on_to_a_fixed_point(
    rules: tuple[Replacement, ...], text: str, fixed: str, codes: list[str]
) -> None:
    made = linter(*(replacing(*each) for each in rules))
    once = fix(made, Source(text))
    assert once.source.text == fixed
    assert [finding.code for finding in once.fixed] == codes
    assert apply(text, once.edits) == fixed
    again = fix(made, once.source)
    assert (again.source.text, again.fixed, again.edits) == (fixed, (), ())


def test_fixes_that_undo_each_other_end_and_leave_no_edit() -> None:
    made = fix(linter(replacing(*A_TO_B), replacing(*B_TO_A)), Source("甲"))
    assert made.source.text == "甲"
    assert made.edits == ()
    assert len(made.fixed) > 1


def test_fixing_reaches_what_is_not_listed() -> None:
    assert fix(linter(planted), Source("甲丁" * 600)).source.text == "乙丁" * 600


def test_only_what_is_wanted_is_fixed() -> None:
    def wanted(edit: Edit, text: str) -> bool:
        return text.startswith("丁", edit.span.end)

    made = fix(linter(replacing(*A_TO_B)), Source("甲丁甲"), wanted)
    assert made.source.text == "乙丁甲"


def test_findings_that_are_known_need_not_be_found_again() -> None:
    made = linter(replacing(*A_TO_B))
    source = Source("甲丁甲")
    first, _ = made.check(source).findings
    assert fix(made, source, found=[first]).fixed[0] is first


def test_rules_that_do_not_correct_are_not_asked_for_fixes_and_may_have_none() -> None:
    made = linter(replacing(*A_TO_B), whole)
    source = Source("甲丁甲")
    assert made.corrections(source) == [f for f in made.check(source).findings if f.edits]
    forgetful = replace(replacing(*A_TO_B), corrects=False)
    with pytest.raises(TypeError, match="DZ991"):
        linter(forgetful).check(source)


@pytest.mark.parametrize(
    ("generated", "rules", "text", "fixed"),
    [
        (Span(0, 1), (A_TO_B,), "甲丁甲", "甲丁乙"),
        (Span(0, 2), (A_TO_B,), "甲丁甲", "甲丁乙"),
        (Span(1, 2), (AB_TO_D,), "甲乙", "甲乙"),
        # What a fix has written may be fixed again.
        (Span(0, 1), (A_TO_B, B_TO_C), "甲甲", "甲丙"),
        (Span(0, 1), (DROPPED, A_TO_B), "甲戊甲", "甲乙"),
    ],
)
def test_what_word_generates_is_left_alone(
    generated: Span, rules: tuple[Replacement, ...], text: str, fixed: str
) -> None:
    cuts = sorted({0, *generated, len(text)})
    origins = tuple(
        Origin(span, "word/document.xml", 0, 0, 0, generated=generated.covers(span))
        for span in map(Span, cuts, cuts[1:])
    )
    made = linter(*(replacing(*each) for each in rules))
    assert fix(made, Source(text, origins=origins), in_runs=True).source.text == fixed
