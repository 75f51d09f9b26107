"""Hostile files end in a normal result or one line that names the cause: in 5 s, in 400 MB, without a look outside."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hostile import bombs, broken, markups, texts

SECONDS, MEGABYTES = 5.0, 400.0
CHILD = Path(markups.__file__).with_name("child.py")
RESULT = "result"
Case = Callable[[Path], Path]

CASES: dict[Case, str] = {
    bombs.of_text: r"word/document\.xml 解压后超过 16 MB",
    bombs.of_text_that_lies: r"word/document\.xml 校验和（CRC）不符",
    bombs.of_blanks: r"word/document\.xml 解压后超过 16 MB",
    bombs.of_media: RESULT,
    bombs.of_paragraphs: r"word/document\.xml 解压后超过 16 MB",
    bombs.of_empty_paragraphs: r"word/document\.xml 的标记超过 400,000 个",
    bombs.of_styles: r"word/styles\.xml 解压后超过 16 MB",
    bombs.of_relations: r"word/_rels/document\.xml\.rels .*超过",
    bombs.of_relations_to_headers: "标记合计超过 500,000 个",
    bombs.of_entries: "条目过多",
    bombs.overlapping: "与别的条目重叠",
    bombs.of_attributes: r"的标记超过",
    bombs.of_namespaces: RESULT,
    bombs.up_to_every_limit: RESULT,
    bombs.of_tabs: RESULT,
    bombs.of_comments: RESULT,
    bombs.of_insertions: RESULT,
    bombs.of_markers: r"正文共 .* 字，超过上限",
    bombs.of_lists: RESULT,
    bombs.of_based_styles: RESULT,
    bombs.of_fields: RESULT,
    broken.truncated: "文件不完整（缺少压缩包的结尾）",
    broken.truncated_in_the_directory: "文件不完整（缺少压缩包的结尾）",
    broken.middle_cut_out: "文件.*已损坏",
    broken.stream_overwritten: r"word/document\.xml 无法解压",
    broken.wrong_checksum: r"word/document\.xml 校验和（CRC）不符",
    broken.encrypted_entries: "文件已加密，请先解除密码",
    broken.encrypted_package: "文件已加密，请先解除密码",
    broken.unknown_compression: "压缩方式不受支持",
    broken.no_relations: "缺少正文部件",
    broken.no_document_part: "正文部件不在文件内",
    broken.document_outside: "正文部件不在文件内",
    broken.document_points_to_itself: "这是别种文件，不是 Word 文档",
    broken.doubled_part: r"有两个同名的部件 word/document\.xml",
    broken.doubled_part_by_case: r"有两个同名的部件 Word/Document\.XML",
    broken.path_traversal: RESULT,
    broken.external_template: RESULT,
    broken.names_that_break_lines: "有两个同名的部件",
    markups.entity_bomb: "DOCTYPE",
    markups.entity_bomb_in_an_attribute: "DOCTYPE",
    markups.external_entity: "DOCTYPE",
    markups.external_parameter_entity: "DOCTYPE",
    markups.external_document_type: "DOCTYPE",
    markups.entity_in_utf_16: "DOCTYPE",
    markups.entity_in_unmarked_utf_16: "DOCTYPE",
    markups.entity_in_utf_7: "不是合法的 XML",
    markups.entity_in_ebcdic: "不是合法的 XML",
    markups.entity_in_utf_32: "不是合法的",
    markups.external_include: RESULT,
    markups.stylesheet: RESULT,
    markups.deep: "元素嵌套过深",
    markups.deep_below_the_parser_limit: "元素嵌套过深",
    markups.deep_tables: "元素嵌套过深",
    markups.deep_styles: "元素嵌套过深",
    markups.lone_surrogate_reference: "第 1 行第 .* 列不是合法的 XML",
    markups.lone_surrogate_bytes: "第 1 行第 .* 列不是合法的 XML",
    markups.lone_surrogate_in_utf_16: "不是合法的 UTF-16",
    markups.nul: "不是合法的 XML",
    markups.nul_reference: "不是合法的 XML",
    markups.utf_16: RESULT,
    markups.direction_and_zero_width_marks: RESULT,
    markups.empty_part: "不是合法的 XML",
    markups.cut_off: "不是合法的 XML",
    texts.one_long_line: r"文本文件有 50\.0 MB，超过上限 1\.2 MB",
    texts.one_line_up_to_the_limit: RESULT,
    texts.nothing_but_lines: RESULT,
    texts.of_holes: r"文本文件有 50000\.0 MB",
    texts.nul: "第 7 个字节是空字符",
    texts.lone_surrogate: "不是文本文件|第 7 个字节出错",
    texts.lone_surrogate_in_utf_16: "按 UTF-16-LE 读到第 7 个字节出错",
    texts.noise: "不是文本文件|读到第",
    texts.direction_and_zero_width_marks: RESULT,
    texts.empty_docx: "文件是空的",
}


def read_watched(path: Path, how: str = "path") -> dict[str, object]:
    """What came of reading `path` in a process of its own."""
    command = [sys.executable, str(CHILD), str(path), how]
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    assert not done.stderr, done.stderr
    return dict(json.loads(done.stdout))


def assert_bounded(outcome: dict[str, object], expected: str) -> None:
    error = str(outcome.get("error", RESULT))
    assert re.search(expected, error), error
    assert error.isprintable()
    assert outcome["outside"] == []
    assert float(str(outcome["seconds"])) <= SECONDS
    assert float(str(outcome["peak"])) <= MEGABYTES


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.__module__.rpartition('.')[2]}.{case.__name__}"
)
def test_hostile_file_ends_well(case: Case, tmp_path: Path) -> None:
    outcome = read_watched(case(tmp_path))
    if table := os.environ.get("HOSTILE_TABLE"):
        told = str(outcome.get("error", f"{outcome.get('length')} 字")).rpartition("：")[2]
        row = f"{case.__module__}.{case.__name__} | {outcome['seconds']:.2f} | {outcome['peak']:.0f} | {told}\n"
        with Path(table).open("a") as file:
            file.write(row)
    assert_bounded(outcome, CASES[case])


@pytest.mark.parametrize("part", markups.TYPED_PARTS)
def test_document_type_is_refused_in_every_part(part: str, tmp_path: Path) -> None:
    outcome = read_watched(markups.with_type(tmp_path, markups.XXE, part, "&e;"))
    assert_bounded(outcome, f"{re.escape(part)} 含有文档类型声明")


def test_long_standard_input_is_refused(tmp_path: Path) -> None:
    assert_bounded(read_watched(texts.one_long_line(tmp_path), "bytes"), "文本文件有 50.0 MB")


@pytest.mark.parametrize(
    "case", [bombs.of_media, broken.path_traversal, broken.external_template, markups.utf_16]
)
def test_what_can_be_read_is_read(case: Case, tmp_path: Path) -> None:
    assert read_watched(case(tmp_path))["text"] == "一是学习不深。"


@pytest.mark.parametrize(
    "case", [markups.direction_and_zero_width_marks, texts.direction_and_zero_width_marks]
)
def test_invisible_marks_are_kept_for_the_rules(case: Case, tmp_path: Path) -> None:
    assert {"\u200b", "\u202e", "\u2066", "\ufeff"} <= set(
        str(read_watched(case(tmp_path))["text"])
    )
