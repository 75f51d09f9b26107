"""A baseline hides what is known, once for each time it was known, wherever it has moved."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from duizhao.config import baseline_text, new_findings, read_baseline
from duizhao.errors import BadConfiguration
from duizhao.lint import Finding, Severity, fingerprint
from duizhao.text import Source, Span

LINE = "二是推进xx工作不够有力。"


def found(text: str, words: str = "xx") -> list[Finding]:
    places, at = [], text.find(words)
    while at >= 0:
        places.append(Span(at, at + len(words)))
        at = text.find(words, at + 1)
    return [Finding("DZ301", place, "空白未填", Severity.ERROR, "") for place in places]


def known(text: str) -> Counter[tuple[str, str]]:
    return Counter(fingerprint(finding, Source(text)) for finding in found(text))


def test_known_finding_is_recognised_where_it_has_moved() -> None:
    old, new = f"前文一段若干字。\n{LINE}", f"全新的一段，写在前面。\n前文一段若干字。\n{LINE}"
    assert new_findings(found(new), Source(new), known(old))[0] == ()


def test_white_space_makes_no_difference() -> None:
    spaced = LINE.replace("推进", "推 进　")
    assert new_findings(found(spaced), Source(spaced), known(LINE))[0] == ()


def test_second_of_the_same_is_new() -> None:
    pad = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未"
    once, twice = pad + LINE + pad, pad + LINE + pad + LINE + pad
    assert len(new_findings(found(twice), Source(twice), known(once))[0]) == 1


def test_other_code_or_words_are_new() -> None:
    other = LINE.replace("工作", "项目")
    assert len(new_findings(found(other), Source(other), known(LINE))[0]) == 1


def test_file_keeps_counts_and_holds_no_text(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    before = known(LINE * 2)
    path.write_text(baseline_text(before))
    assert read_baseline(path) == before
    assert "推进" not in path.read_text(encoding="utf-8")
    assert path.read_text(encoding="ascii").isascii()


@pytest.mark.parametrize(
    "data", ["", "[]", "{}", '{"version": 1}', '{"version": 1, "findings": 3}']
)
def test_other_files_are_refused(tmp_path: Path, data: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(data, encoding="utf-8")
    with pytest.raises(BadConfiguration, match="--write-baseline"):
        read_baseline(path)


def test_missing_and_later_versions_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration, match="--write-baseline"):
        read_baseline(tmp_path / "no.json")
    (tmp_path / "b.json").write_text('{"version": 9}', encoding="utf-8")
    with pytest.raises(BadConfiguration, match="版本"):
        read_baseline(tmp_path / "b.json")
