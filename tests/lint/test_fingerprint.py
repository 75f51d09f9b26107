"""A finding is recognised in another version of its text."""

from __future__ import annotations

import pytest

from duizhao.lint import Finding, Severity, fingerprint
from duizhao.text import Source, Span


def of(marked: str, code: str = "DZ301") -> tuple[str, str]:
    """The fingerprint of a finding on the characters in ⟦ ⟧."""
    before, found, after = marked.replace("⟧", "⟦").split("⟦")
    span = Span(len(before), len(before) + len(found))
    source = Source(before + found + after)
    return fingerprint(Finding(code, span, "空白未填", Severity.ERROR, ""), source)


LINE = "一、问题\n二是推进⟦xx⟧工作不够有力。\n"


def test_digests_in_baseline_files_stay_what_they_are() -> None:
    assert of(LINE) == ("DZ301", "017b7eb8f6e7c1d2")


@pytest.mark.parametrize(
    "other",
    [
        "先加的一行\n" + LINE,
        LINE + "后加的一行\n",
        LINE.replace("问题", "查摆的问题"),
        LINE.replace("推进", "推 进"),
        LINE.replace("⟦xx⟧", "　⟦x x⟧ "),
    ],
)
def test_fingerprint_stays_when_other_lines_or_blanks_change(other: str) -> None:
    assert of(other) == of(LINE)


@pytest.mark.parametrize(
    "other",
    [
        LINE.replace("xx", "××"),
        LINE.replace("推进", "落实"),
        LINE.replace("不够", "很不"),
        LINE.replace("二是推进⟦xx⟧", "二是推⟦进xx⟧"),
    ],
)
def test_fingerprint_changes_with_the_words_found_and_those_around(other: str) -> None:
    assert of(other) != of(LINE)


def test_fingerprint_of_another_rule_is_another() -> None:
    assert of(LINE, "DZ302")[1] == of(LINE)[1]
    assert of(LINE, "DZ302") != of(LINE)


def test_lone_surrogates_have_a_fingerprint() -> None:
    assert of("甲\ud800⟦乙\ud801⟧丙") == of("甲\ud800⟦乙\ud801⟧丙")
