"""Fixes of plain texts: shown as places and as a diff, written only when that is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao import api

HEAD = "个人对照检查材料\n一、存在的问题\n"
CASES = {
    # body of the text: (line, before, after) of each place
    "于部职工的意见听得少。\n": [(3, "于部职工的意见", "干部职工的意见")],
    "联系服务于部职工不够，对于部职工的困难了解少。\n": [
        (3, "联系服务于部职工不够，", "联系服务干部职工不够，"),
        (3, "职工不够，对于部职工的困难", "职工不够，对干部职工的困难"),
    ],
    "没有什么要改的。\n": [],
}


@pytest.mark.parametrize("body", CASES)
def test_places_of_a_fix_are_shown_with_a_few_characters_around(body: str) -> None:
    fix = api.fix_source(api.Source(HEAD + body))
    assert [(place.line, place.before, place.after) for place in fix.changes] == CASES[body]


@pytest.mark.parametrize("body", CASES)
def test_diff_has_the_lines_that_change_and_no_others(body: str) -> None:
    fix = api.fix_source(api.Source(HEAD + body, "甲.txt"))
    lines = fix.diff().splitlines()
    if not CASES[body]:
        assert lines == []
        return
    assert lines[:2] == ["--- a/甲.txt", "+++ b/甲.txt"]
    assert [line for line in lines[2:] if line.startswith("-")] == [f"-{body.rstrip()}"]
    assert [line for line in lines[2:] if line.startswith("+")] == [
        f"+{fix.after.text.splitlines()[2]}"
    ]


def test_diff_names_a_last_line_without_a_break() -> None:
    diff = api.fix_source(api.Source(HEAD + "于部职工意见大。", "甲.txt")).diff()
    assert diff.count("\\ No newline at end of file\n") == 2


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("gb18030", b"")]
)
def test_fixed_file_keeps_its_encoding_and_its_mark(
    encoding: str, mark: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "甲.txt"
    text = HEAD + "于部职工的意见听得少，对群众反映的困难解决得慢。\n"
    path.write_bytes(mark + text.encode(encoding))
    api.fix_source(api.read(path)).write()
    assert path.read_bytes() == mark + text.replace("于部", "干部").encode(encoding)


def test_nothing_is_written_without_a_fix(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(HEAD, encoding="utf-8")
    before = path.stat().st_mtime_ns
    api.fix_source(api.read(path)).write()
    assert path.stat().st_mtime_ns == before


def test_text_that_is_no_file_is_not_written() -> None:
    fix = api.fix_source(api.Source(HEAD + "于部职工意见大。\n"))
    assert fix.fixed
    with pytest.raises(api.Unwritable, match="--diff"):
        fix.write()


@pytest.mark.parametrize("form", ["docx", "doc", "rtf"])
def test_only_plain_text_is_fixed(form: str) -> None:
    with pytest.raises(api.Unwritable, match="review --fix"):
        api.fix_source(api.Source(HEAD, f"甲.{form}", format=form))


def test_rule_that_is_silenced_for_a_file_fixes_nothing_there(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(HEAD + "于部职工意见大。\n", encoding="utf-8")
    config = api.Config(per_file={"甲.txt": ("DZ601",)}, folder=tmp_path)
    assert api.fix_source(api.read(path), api.Checker(config)).fixed == ()
