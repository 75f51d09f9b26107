"""Two folders of versions: paired by name, by text where names differ, and what is in doubt is left alone."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from duizhao import api
from duizhao.api.version_pairs import name_without_version, pair_versions
from duizhao.text import Source

WRITTEN = {
    "防火": "去年防火期只下乡两次，看林站的道路问题没有当场答复，护林员的补助拖了三个月才发。",
    "水库": "水库除险加固的项目进度没有按周调度，施工单位换了两回，群众反映的取水口至今没有改。",
    "信访": "信访接待日有四次请别人代替，积案化解方案写了没有落实，当事人来问才知道换了人。",
}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("张三.docx", "张三（审阅稿）.docx"),
        ("张三（一稿）.docx", "张三（二稿）.docx"),
        ("张三对照检查材料初稿.doc", "张三对照检查材料-修改稿.docx"),
        ("张三20240103.docx", "张三 2024-01-15.docx"),
        ("张三 1月3日.docx", "张三_1月15日_定稿.docx"),
        ("张三v1.docx", "张三v2.docx"),
        ("张三.docx", "张三(1).docx"),
        ("01 张三（送审稿）.txt", "01张三.docx"),
    ],
)
def test_name_is_the_same_in_both_versions(first: str, second: str) -> None:
    assert name_without_version(first) == name_without_version(second)


@pytest.mark.parametrize(
    ("one", "other"),
    [("张三.docx", "张三丰.docx"), ("一处.docx", "二处.docx"), ("甲.docx", "乙.docx")],
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert name_without_version(one) != name_without_version(other)


def test_name_of_nothing_but_a_version_is_kept() -> None:
    assert name_without_version("一稿.docx") == "一稿"


def sources(*named: tuple[str, str]) -> dict[Path, Source]:
    return {Path(name): Source(text, name) for name, text in named}


def pairs(first: dict[Path, Source], second: dict[Path, Source]) -> dict[str, str]:
    return {each.first.name: each.second.name for each in pair_versions(first, second).pairs}


def test_same_names_in_two_units_are_paired_by_their_folders() -> None:
    first = sources(("一处/材料.txt", WRITTEN["防火"]), ("二处/材料.txt", WRITTEN["水库"]))
    second = sources(("一处/材料二稿.txt", "全改了。"), ("二处/材料二稿.txt", "也全改了。"))
    assert pairs(first, second) == {
        "一处/材料.txt": "一处/材料二稿.txt",
        "二处/材料.txt": "二处/材料二稿.txt",
    }


def test_other_names_are_paired_by_their_texts() -> None:
    first = sources(("张.txt", WRITTEN["防火"]), ("王.txt", WRITTEN["水库"]))
    second = sources(
        ("新2.txt", WRITTEN["水库"] + "已改。"), ("新1.txt", WRITTEN["防火"] + "已改。")
    )
    assert pairs(first, second) == {"张.txt": "新1.txt", "王.txt": "新2.txt"}


def test_text_like_two_others_is_left_alone_and_said() -> None:
    first = sources(("张.txt", WRITTEN["防火"]))
    second = sources(("甲.txt", WRITTEN["防火"]), ("乙.txt", WRITTEN["防火"] + "。"))
    found = pair_versions(first, second)
    assert found.pairs == ()
    reasons = {each.name: each.reason for each in found.unpaired}
    assert reasons["张.txt"] == "像的不止一份（乙.txt、甲.txt），请分开比"
    assert set(reasons) == {"张.txt", "甲.txt", "乙.txt"}


def test_every_file_is_in_one_pair_or_named() -> None:
    first = sources(*((f"{name}一稿.txt", text) for name, text in WRITTEN.items()))
    second = sources(
        ("防火二稿.txt", "x"), ("别的.txt", WRITTEN["水库"]), ("多出来.txt", "另写一份")
    )
    found = pair_versions(first, second)
    assert len(found.pairs) == 2
    assert {each.name for each in found.unpaired} == {"信访一稿.txt", "多出来.txt"}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A first folder with a reviewed copy beside its original and opinion sheets, and a second with a broken file."""
    first, second = tmp_path / "一稿", tmp_path / "二稿"
    first.mkdir()
    second.mkdir()
    text = f"个人对照检查材料\n一、存在的问题\n{WRITTEN['防火']}比如xx会议没有参加。\n"
    (first / "张三.txt").write_text(text, encoding="utf-8")
    (first / "张三（审阅稿）.docx").write_bytes(api.review_file(first / "张三.txt").data)
    sheets = api.opinion_sheets(api.read(first / "张三.txt"))
    (first / "意见单.docx").write_bytes(api.render_opinion_sheets(sheets))
    changed = text.replace("xx会议", "六月的防火会议")
    (second / "张三（二稿）.txt").write_text(changed, encoding="utf-8")
    (second / "坏.docx").write_bytes(b"PK\x03\x04")
    return first, second


def test_reviewed_copy_stands_for_its_original_and_sheets_are_opinions(
    folders: tuple[Path, Path],
) -> None:
    compared = api.compare_folders(*folders)
    (pair,) = compared.pairs
    assert Path(pair.names[0]).name == "张三（审阅稿）.docx"
    codes = {bool(each.opinion.code) for each in pair.comparison.opinions}
    assert codes == {True, False}
    (broken,) = compared.unpaired
    assert broken.is_unread
    assert "坏.docx" in broken.name
    assert compared.in_words().startswith("比了 1 份：")


def test_opinions_that_belong_to_no_text_are_named(folders: tuple[Path, Path]) -> None:
    loose = Source("1、写得太短。\n", "意见.txt")
    other = api.opinion_sheets(
        Source("个人对照检查材料\n一、存在的问题\n一是学得少。\n", "李四.txt")
    )
    sheet = Source(api.read_stream(BytesIO(api.render_opinion_sheets(other))).text, "意见单.docx")
    compared = api.compare_folders(*folders, opinions=[loose, sheet])
    said = {each.name: each.reason for each in compared.unpaired if each.version == "意见"}
    assert said == {
        "意见.txt": "里面没有写明是哪份材料，请逐份比",
        "意见单.docx": "“李四.txt”这一页没有配上材料",
    }
