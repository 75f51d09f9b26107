"""Two versions compared: findings belong together by what they are about."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from duizhao import api
from read.made import p, source

EXAMPLES = Path(__file__).parents[2] / "examples"
FIRST = """\
2023年度专题民主生活会个人对照检查材料
一、存在的突出问题
（一）理论学习不够系统，读原著少，结合渔业执法的实际想得不多。
（二）为部职工办事不够主动，码头夜间照明拖了xx个月。
二、产生问题的原因
理论学习抓得不紧，读原著靠挤时间，结合执法实际想得不多。
三、整改措施
每月通读一章原著，办公室主任每季度抽查一次。
"""


def compared(first: str, second: str, *codes: str) -> api.VersionComparison:
    config = api.Config(select=codes)
    return api.compare_versions(api.Source(first), api.Source(second), api.Checker(config))


def counts(versions: api.VersionComparison) -> tuple[int, int, int]:
    return len(versions.mended), len(versions.left), len(versions.new)


def test_every_finding_is_in_one_list() -> None:
    versions = compared(FIRST, FIRST.replace("xx", "三"))
    assert len(versions.mended) + len(versions.left) == len(versions.first.findings)
    assert len(versions.left) + len(versions.new) == len(versions.second.findings)
    assert "DZ301" in [finding.code for finding in versions.mended]


def test_same_text_has_everything_left_and_a_clean_one_nothing() -> None:
    same = compared(FIRST, FIRST)
    assert same.left == same.second.findings
    assert not same.mended
    assert not same.new
    assert not same.is_clean
    source = api.Source(FIRST, "稿.txt")
    itself = api.compare_versions(source, source)
    assert "位置在一稿" not in str(api.write_versions("text", itself, api.Checker().by_code))
    assert compared(FIRST, "会议通知\n定于周三开会。\n", "DZ301").is_clean


def test_finding_that_moved_is_left() -> None:
    lines = FIRST.splitlines(keepends=True)
    moved = "".join([*lines[:2], lines[3], lines[2], *lines[4:]])
    assert counts(compared(FIRST, moved, "DZ301")) == (0, 1, 0)


def test_sentence_rewritten_with_its_fault_is_left_and_another_is_new() -> None:
    rewritten = FIRST.replace("理论学习不够系统，读原著少", "理论学习不够系统，读原著不多")
    assert counts(compared(FIRST, rewritten, "DZ401"))[0] == 0
    turned = FIRST.replace("理论学习不够系统，", "理论学习系统性不够，")
    assert counts(compared(FIRST, turned, "DZ401"))[0] == 0
    blank = FIRST.replace("xx个月", "三个月").replace("每季度", "每____季度")
    assert counts(compared(FIRST, blank, "DZ301")) == (1, 0, 1)


def test_finding_about_the_whole_document_is_left_under_another_title() -> None:
    renamed = FIRST.replace("2023年度专题民主生活会个人对照检查材料", "对照检查材料（第二稿）")
    both = compared(FIRST, renamed, "DZ412", "DZ116", "DZ404")
    assert both.left
    assert not both.new


def test_two_of_three_alike_are_left() -> None:
    three = FIRST + "一是于部职工来访少。二是听于部职工意见少。三是替于部职工着想少。\n"
    two = three.replace("替于部职工", "替干部职工")
    assert counts(compared(three, two, "DZ601")) == (1, 2, 0)


def test_layout_is_not_compared_between_text_and_word() -> None:
    text, word = (api.read(EXAMPLES / name) for name in ("faulty.txt", "faulty.docx"))
    for first, second in ((text, word), (word, text)):
        versions = api.compare_versions(first, second)
        assert not versions.is_layout_compared
        codes = {f.code for f in (*versions.mended, *versions.left, *versions.new)}
        assert not any(code.startswith("DZ7") for code in codes)
    assert api.compare_versions(word, word).is_layout_compared


def word_file(text: str) -> api.Source:
    """A Word file on paper that is not A4."""
    letter = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'
    return source("".join(map(p, text.splitlines())) + letter)


def test_layout_under_another_first_line_is_left() -> None:
    first = word_file(f"更多范文请关注公众号：渔港文秘\n{FIRST}")
    versions = api.compare_versions(first, word_file(FIRST))
    assert "DZ304" in [finding.code for finding in versions.mended]
    assert "DZ701" in [finding.code for finding in versions.left]
    assert not [finding for finding in versions.new if finding.code.startswith("DZ7")]


def test_baseline_leaves_out_what_it_records(tmp_path: Path) -> None:
    known = api.fingerprints([api.check_source(api.Source(FIRST))])
    api.write_baseline(tmp_path / "b.json", known)
    checker = api.Checker(api.Config(baseline=tmp_path / "b.json"))
    text = api.Source(FIRST)
    assert counts(api.compare_versions(text, text, checker)) == (0, 0, 0)


REPEATS = (
    FIRST
    + "一是于部职工来访少，xx次。\n二是听于部职工意见少，xx条。\n一是于部职工来访少，xx次。\n" * 3
)


@pytest.mark.parametrize("line", range(REPEATS.count("\n")))
@pytest.mark.parametrize("change", ["", "一是于部职工来访少，xx次。\n", "　"])
def test_same_beginning_does_not_matter(line: int, change: str) -> None:
    lines = REPEATS.splitlines(keepends=True)
    second = "".join([*lines[:line], change + lines[line] if change else "", *lines[line + 1 :]])
    # Under an empty line nothing stands at the same place.
    found, apart = compared(REPEATS, second), compared("\n" + REPEATS, second)
    for one, other in (
        (found.mended, apart.mended),
        (found.left, apart.left),
        (found.new, apart.new),
    ):
        assert Counter(map(fault, one)) == Counter(map(fault, other))


def fault(finding: api.Finding) -> tuple[str, str]:
    return finding.code, finding.message


@pytest.mark.parametrize("count", [40, 400])
def test_many_findings_of_one_rule_are_all_sorted(count: int) -> None:
    first = FIRST + "".join(f"第{n}件事：码头xx号灯坏了{n}天没有修。\n" for n in range(count))
    versions = compared(first, first.replace("没有修", "也没有人修"))
    assert Counter(f.code for f in versions.left)["DZ301"] == count + 1


def test_word_file_against_its_copy_has_everything_left(tmp_path: Path) -> None:
    copy = shutil.copy(EXAMPLES / "good.docx", tmp_path / "二稿.docx")
    versions = api.compare_versions(api.read(EXAMPLES / "good.docx"), api.read(Path(copy)))
    assert not versions.mended
    assert not versions.new
