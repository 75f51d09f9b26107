"""The public API on one text."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from duizhao import api

TEXT = "个人对照检查材料\n一、存在的问题\n（一）学习不够。\n二、整改措施\n每月学习一次。\n"


def test_every_public_name_is_there_and_says_what_it_is() -> None:
    assert api.__doc__
    for name in api.__all__:
        thing = getattr(api, name)
        assert thing.__doc__ or not (inspect.isclass(thing) or inspect.isfunction(thing)), name


def test_text_is_parsed_and_interpreted() -> None:
    source = api.Source(TEXT)
    (document,), (statement,) = api.parse(source), api.interpret(source)
    assert next(document.of(heading.title) for heading in document.headings) == "存在的问题"
    assert len(statement.problems) == 1


def test_file_and_its_text_give_the_same_findings(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert api.check_file(path).findings == api.check_source(api.Source(TEXT)).findings


@pytest.mark.parametrize("asked", ["dz301", "DZ301", " DZ301 "])
def test_rule_is_found_however_it_is_written(asked: str) -> None:
    rule = api.get_rule(asked)
    assert api.get_rule(rule.name) is rule
    assert api.get_rule(rule.name.replace("-", "_")) is rule


def test_unknown_profile_is_refused_when_the_checker_is_made() -> None:
    with pytest.raises(api.UnknownName):
        api.Checker(api.Config(profile="2032"))


def test_rules_silenced_for_a_file_leave_the_findings_of_others(tmp_path: Path) -> None:
    path = tmp_path / "初稿.txt"
    path.write_text("个人对照检查材料\n一、存在的问题\n推进xx工作不力，于部职工有意见。\n", "utf-8")
    codes = {finding.code for finding in api.check_file(path).findings}
    assert "DZ301" in codes
    assert len(codes) > 1
    with api.Checker(api.Config(per_file={"初稿.*": ("DZ301",)}, folder=tmp_path)) as checker:
        found = {finding.code for finding in api.check_file(path, checker).findings}
        assert found == codes - {"DZ301"}
        (path.parent / "定稿.txt").write_bytes(path.read_bytes())
        others = api.check_file(path.parent / "定稿.txt", checker).findings
    assert {finding.code for finding in others} == codes
