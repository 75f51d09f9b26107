"""Outcomes of many files: baselines that hide what is known, and reports of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao import api

TEXT = "个人对照检查材料\n一、存在的问题\n推进xx工作不力，xx没有落实。\n"
CHECKER = api.Checker(api.Config(select=("DZ301",)))
FAILURE = api.Failure("坏.docx", "文件已加密")


def outcomes(*texts: str) -> list[api.Outcome]:
    return [CHECKER.check(api.Source(text, f"{n}.txt")) for n, text in enumerate(texts)]


@pytest.fixture
def baseline(tmp_path: Path) -> Path:
    path = tmp_path / "基线.json"
    api.write_baseline(path, api.fingerprints([*outcomes(TEXT), FAILURE]))
    return path


def counts(kept: list[api.Outcome]) -> list[int]:
    return [len(each.findings) for each in kept if isinstance(each, api.CheckedSource)]


@pytest.mark.parametrize(
    ("texts", "left"),
    [
        ([TEXT], [0]),
        ([TEXT + "又一个xx。\n"], [1]),
        # What is recorded once hides one, in whichever file it comes first.
        ([TEXT, TEXT], [0, 2]),
        ([TEXT.replace("xx", "河长制")], [0]),
        (["新的一份：xx。\n" + TEXT], [1]),
        ([], []),
    ],
)
def test_known_findings_are_hidden_once(texts: list[str], left: list[int], baseline: Path) -> None:
    assert counts(list(api.apply_baseline(outcomes(*texts), baseline))) == left


def test_without_a_baseline_everything_is_kept() -> None:
    given = [*outcomes(TEXT), FAILURE]
    assert list(api.apply_baseline(given, None)) == given


def test_failures_pass_through(baseline: Path) -> None:
    assert list(api.apply_baseline([FAILURE], baseline)) == [FAILURE]


def test_report_keeps_texts_and_failures_apart() -> None:
    made = api.make_report([FAILURE, *outcomes(TEXT, TEXT)], CHECKER.rules)
    assert [each.source.name for each in made.checked] == ["0.txt", "1.txt"]
    assert made.run.failures == (FAILURE,)
    assert list(made.by_code) == ["DZ301"]
