"""Findings known in later versions of a text."""

from __future__ import annotations

from duizhao import api
from duizhao.text import Source

FIRST = "乡镇长对照检查材料\n一、存在的问题\n一是学习不够。××次学习没有参加。\n二是下村不多。\n"


def keys(text: str, code: str) -> list[tuple[str, str]]:
    checked = api.default_checker().check(Source(text))
    rules = api.default_checker().by_code
    return [api.finding_key(f, checked.source, rules) for f in checked.findings if f.code == code]


def test_finding_keeps_its_key_when_lines_come_before_it() -> None:
    assert keys(FIRST, "DZ301")
    assert keys(FIRST, "DZ301") == keys(FIRST.replace("一是", "前面加一段话。\n一是"), "DZ301")


def test_other_words_around_it_are_another_finding() -> None:
    assert keys(FIRST, "DZ301") != keys(FIRST.replace("次学习", "次下村"), "DZ301")


def test_findings_about_the_whole_text_are_told_apart_by_what_they_say() -> None:
    checked = api.default_checker().check(Source(FIRST))
    rules = api.default_checker().by_code
    said = {(f.code, f.span, f.message) for f in checked.findings}
    known = {(api.finding_key(f, checked.source, rules), f.span) for f in checked.findings}
    assert len(known) == len(said)


def test_checked_text_without_what_is_aside_has_the_rest() -> None:
    checked = api.default_checker().check(Source(FIRST))
    rules = api.default_checker().by_code
    rest, apart = api.without_aside(checked, set(keys(FIRST, "DZ301")), rules)
    assert {finding.code for finding in apart} == {"DZ301"}
    assert sorted(map(repr, (*rest.findings, *apart))) == sorted(map(repr, checked.findings))
