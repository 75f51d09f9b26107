"""Every hostile file through every command that writes: a whole output or one line, soon and in little memory."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from duizhao.read import MAX_CHARACTERS
from hostile import bombs, broken, markups, texts
from hostile.cases import CASES, RESULT, Case
from hostile.process import MEGABYTES, Ran, run
from hostile.texts import longest
from hostile.whole import is_whole

# A command, and the suffix of what it is to write.
COMMANDS = [("review", "docx"), ("typeset", "docx"), ("typeset", "pdf"), ("ledger", "xlsx")]
HEAVY = [
    bombs.of_relations_to_headers,
    bombs.of_namespaces,
    bombs.up_to_every_limit,
    bombs.of_tabs,
    bombs.of_comments,
    bombs.of_insertions,
    bombs.of_markers,
    bombs.of_lists,
    bombs.of_based_styles,
    bombs.of_fields,
    texts.one_line_up_to_the_limit,
]
"""More than a second, or 200 MB, in one of the commands: each a process of its own."""
LIGHT = [case for case in CASES if case not in HEAVY]
NO_WORDS = "没有文字可排"
NO_TYPES = "缺少内容类型表"
# What can be read, but not turned into what the command writes.
REFUSED: dict[str, dict[Case, str]] = {
    "review": {
        broken.path_traversal: NO_TYPES,
        broken.external_template: NO_TYPES,
    },
    "typeset": dict.fromkeys(
        (
            bombs.of_namespaces,
            bombs.of_tabs,
            bombs.of_based_styles,
            bombs.of_fields,
            texts.nothing_but_lines,
        ),
        NO_WORDS,
    ),
    "ledger": {},
}
commands = pytest.mark.parametrize(("command", "suffix"), COMMANDS)


def expected(case: Case, command: str) -> str:
    """A pattern of what is said of a case, or `RESULT`."""
    return REFUSED[command].get(case, CASES[case])


@commands
@pytest.mark.parametrize("case", HEAVY, ids=lambda case: case.__name__)
def test_the_heaviest_hostile_files_end_soon_and_in_little_memory(
    case: Case, command: str, suffix: str, tmp_path: Path
) -> None:
    file = case(tmp_path)
    output = tmp_path / f"果.{suffix}"
    ran = run(tmp_path, command, file.name, "-o", output.name, "--no-progress")
    ran.assert_modest()
    assert_told(ran, file.name, expected(case, command))
    if command != "ledger":
        assert output.exists() == (expected(case, command) == RESULT)
    left = set(tmp_path.iterdir()) - {file}
    assert left <= {output}
    assert all(is_whole(path.read_bytes()) for path in left)


@commands
def test_a_folder_of_hostile_files_gives_each_its_output_or_its_line(
    command: str, suffix: str, tmp_path: Path
) -> None:
    cases = {f"{number:03}": case for number, case in enumerate(LIGHT)}
    files = {}
    for name, case in cases.items():
        (tmp_path / "材料" / name).mkdir(parents=True)
        files[name] = case(tmp_path / "材料" / name)
    output = "果.xlsx" if command == "ledger" else "果"
    form = ("--format", suffix) if command == "typeset" else ()
    asked = "-o", output, "--no-progress", "-v", *form
    ran = run(tmp_path, command, "材料", *asked, tries=1)
    ran.assert_clean()
    assert ran.code == 2
    assert ran.megabytes <= MEGABYTES
    for name, case in cases.items():
        assert_told(ran, f"材料/{name}/{files[name].name}", expected(case, command))
    written = {path for path in tmp_path.rglob("果*/**/*") if path.is_file()}
    if command == "ledger":
        written = {tmp_path / output}
    else:
        results = {name for name, case in cases.items() if expected(case, command) == RESULT}
        assert {path.parent.name for path in written if path.suffix == f".{suffix}"} == results
    assert all(is_whole(path.read_bytes()) for path in written)


@commands
def test_a_hundred_megabytes_on_standard_input_are_refused_in_one_line(
    command: str, suffix: str, tmp_path: Path
) -> None:
    block = "学习不深".encode() * 80_000
    ran = run(tmp_path, command, "-", "-o", f"果.{suffix}", feed=[block] * 100)
    ran.assert_modest()
    assert (ran.code, list(tmp_path.iterdir())) == (2, [])
    assert ran.said == "错误：标准输入：超过 32 MB；请存成文件再检查\n"


LONG = {
    "faults on every line": ("review", "一是甲不够好学\n" * 21_990, ""),
    "as many changes as fit": ("review", "于部职工，" * 8_000, ""),
    "a change on each line": ("review", "于部职工学习不够深入，还要再学。\n" * 8_000, ""),
    "changes without end": ("review", "于部职工，" * 60_000, "修订会超过 8,000 处"),
    "letters without a break": ("typeset", "a" * 300_000, "超过上限 280 MB"),
    "marks on one letter": ("typeset", "a" + "\u0301" * 290_000, "超过上限 280 MB"),
    "short paragraphs": ("typeset", "a\n" * 21_990, "超过上限 280 MB"),
}


@pytest.mark.parametrize("name", LONG)
def test_the_worst_long_texts_end_soon_and_in_little_memory(name: str, tmp_path: Path) -> None:
    command, words, told = LONG[name]
    output = tmp_path / ("果.pdf" if command == "typeset" else "果.docx")
    text = f"个人对照检查材料\n一、存在的问题\n{words}"[:MAX_CHARACTERS]
    (tmp_path / "长.txt").write_text(text, encoding="utf-8")
    fix = ["--fix"] if command == "review" else []
    ran = run(tmp_path, command, "长.txt", "-o", output.name, "--no-progress", *fix)
    ran.assert_modest()
    assert output.exists() == (not told)
    if told:
        assert re.fullmatch(f"长.txt：.*{told}.*；请拆分后再[审排]\n", ran.said)


def test_the_longest_text_is_soon_compared_with_its_second_version(tmp_path: Path) -> None:
    text = longest("个人对照检查材料\n一、存在的问题\n", "一是甲不够\n")
    (tmp_path / "一稿.txt").write_text(text, encoding="utf-8")
    (tmp_path / "二稿.txt").write_text(text + "。", encoding="utf-8")
    ran = run(tmp_path, "compare", "一稿.txt", "二稿.txt")
    ran.assert_modest()
    assert ran.code == 1, ran.said


def test_large_pdfs_of_a_folder_are_let_go_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "材料").mkdir()
    for number in range(3):
        lines = (f"（一）理论学习方面。本人第{number}{at}次没有去看。\n" for at in range(4_000))
        text = "个人对照检查材料\n" + "".join(lines)
        (tmp_path / "材料" / f"{number}.txt").write_text(text, encoding="utf-8")
    asked = "-o", "果", "--format", "pdf", "--no-progress"
    ran = run(tmp_path, "typeset", "材料", *asked, tries=1)
    ran.assert_clean()
    assert ran.code == 0
    assert ran.megabytes <= MEGABYTES


NOT_DONE = re.compile("^(读不了|没有审成|没有排成) ")


def assert_told(ran: Ran, name: str, told: str) -> None:
    """One printable line says why there is no result for a file; none, where there is one."""
    lines = (NOT_DONE.sub("", line) for line in ran.said.splitlines())
    faults = [line for line in lines if line.startswith(f"{name}：")]
    if told == RESULT:
        assert not any(re.search("超过|损坏|不是正常的|没有文字", line) for line in faults)
    else:
        (line,) = faults
        assert re.search(told, line)
        assert line.isprintable()


def test_the_heaviest_are_among_all() -> None:
    assert set(HEAVY) <= set(CASES)
    assert markups.utf_16 in LIGHT
