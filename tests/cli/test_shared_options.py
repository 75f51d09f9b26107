"""Options that several commands share: declared once, taken by every command that has them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from typing import get_type_hints

import click
import pytest
from calling import FAULTY, Call

from duizhao.cli import options
from duizhao.cli.commands import duizhao
from duizhao.cli.options import (
    ListingOptions,
    OutputOptions,
    ProfileOptions,
    RuleOptions,
    RunOptions,
)
from duizhao.cli.screen.opening import LabelOptions, WordingOptions

BUNDLES = (
    ListingOptions, OutputOptions, ProfileOptions, RuleOptions, RunOptions, LabelOptions, WordingOptions,
)  # fmt: skip
VALUES = {
    "format": "json",
    "output": "结果/",
    "color": "never",
    "profile": "2023",
    "profiles": "模板",
    "as-statement": None,
    "select": "DZ3",
    "ignore": "DZ6",
    "baseline": "基线.json",
    "level": "应改",
    "only": "内容",
    "order": "位置",
    "exclude": "*副本*",
    "jobs": "1",
    "no-progress": None,
    "person": "张三",
    "unit": "水务局",
    "year": "2024",
    "campaign": "2023",
    "phrases": "提法.txt",
    "documents": "提法.txt",
    "common-share": "0.5",
    "config": "duizhao.toml",
    "in-place": None,
    "index": "索引",
    "labels": "名单.csv",
    "verbose": None,
    "author": "督导组",
    "data": "数据",
    "port": "18999",
    "database": "postgresql://a@127.0.0.1/b",
}
"""A value for each shared option; None for one that takes none. The last three are of servers: see tests/web."""
OUTPUTS = {"check": "果.json", "review": "果.docx", "ledger": "果.xlsx", "typeset": "果.docx"}
ARGUMENTS = {
    "check": ["甲.txt"],
    "review": ["甲.txt"],
    "ledger": ["甲.txt"],
    "typeset": ["甲.txt"],
    "fonts": [],
    "screen once": ["甲.txt", "乙.txt"],
    "screen add": ["甲.txt"],
    "screen check": ["甲.txt"],
    "screen join": [],
    "screen list": [],
    "screen remove": ["甲.txt"],
    "screen stats": [],
}
REQUIRED = {
    "review": ["-o", "果.docx"],
    "ledger": ["-o", "果.xlsx"],
    "typeset": ["-o", "果.docx"],
}


def commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


COMMANDS = dict(commands(duizhao))


def named(option: click.Parameter) -> str:
    return max(option.opts, key=len).removeprefix("--")


CASES = [
    (name, named(option))
    for name, command in COMMANDS.items()
    if name in ARGUMENTS
    for option in command.params
    if isinstance(option, click.Option) and named(option) in VALUES
]


@pytest.fixture
def place(folder: Path, call: Call) -> Path:
    """A folder with a statement, an index that holds it, and what the values of the options name."""
    (folder / "甲.txt").write_text(FAULTY, encoding="utf-8")
    (folder / "乙.txt").write_text("一、乙。\n", encoding="utf-8")
    (folder / "提法.txt").write_text("", encoding="utf-8")
    (folder / "名单.csv").write_text("文件,姓名\n甲.txt,张三\n", encoding="utf-8")
    (folder / "基线.json").write_text('{"version": 1, "findings": {}}', encoding="utf-8")
    for name in ("模板", "结果"):
        (folder / name).mkdir()
    assert call("screen", "add", "甲.txt", "--index", "索引", "--person", "张三").code == 0
    return folder


@pytest.mark.parametrize(("command", "option"), CASES)
def test_command_takes_each_shared_option(
    command: str, option: str, place: Path, call: Call
) -> None:
    given = [*command.split(), *ARGUMENTS[command]]
    if command.startswith("screen") and command != "screen once":
        given += ["--index", "索引"]
    value = VALUES[option]
    if option == "output":
        value = OUTPUTS.get(command, "果.html")
    if option == "format" and command == "typeset":
        value = "docx"
    if option == "in-place":
        (place / "甲.docx").write_bytes(_docx())
        given = [command, "甲.docx"]
        if command == "ledger":
            assert call("ledger", "甲.txt", "-o", "旧.xlsx").code == 0
            given = ["ledger", "甲.txt", "--update", "旧.xlsx"]
    elif option != "output":
        given += REQUIRED.get(command, [])
    given += [f"--{option}"] + ([value] if value else [])
    ran = call(*given)
    assert "程序出错" not in ran.err
    assert ran.code in (0, 1), ran.err


def _docx() -> bytes:
    from duizhao import api

    return api.Typesetter().typeset(api.Source(FAULTY, "甲.txt"), api.Checker()).data


def test_every_option_in_two_commands_is_tried() -> None:
    often = [
        named(option)
        for command in COMMANDS.values()
        for option in command.params
        if isinstance(option, click.Option)
    ]
    own = {"fix", "kind", "format", "output", "layout", "fonts", "profiles", "demo"}
    assert {option for option in often if often.count(option) > 1} - own <= VALUES.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_command_takes_its_bundles_by_name_and_type(name: str) -> None:
    command = COMMANDS[name]
    body = inspect.unwrap(command.callback) if command.callback else None
    assert body is not None
    hints = get_type_hints(body, vars(import_module(body.__module__)))
    taken = {param.name for param in command.params}
    for parameter in inspect.signature(body).parameters.values():
        assert parameter.kind is parameter.POSITIONAL_OR_KEYWORD
        kind = hints[parameter.name]
        names = [each.name for each in fields(kind)] if kind in BUNDLES else [parameter.name]
        assert set(names) <= taken
        taken -= set(names)
    assert not taken


def test_fields_of_a_bundle_are_named_like_their_options() -> None:
    for values in BUNDLES:
        for each in fields(values):

            @each.metadata["option"]
            def command() -> None: ...

            (option,) = command.__click_params__  # type: ignore[attr-defined]
            assert option.name == each.name


READING = {
    "check": (["--format", "json"], "丙"),
    "review": (["-o", "果"], "丙"),
    "ledger": (["-o", "果.xlsx"], "丙"),
    "typeset": (["-o", "果"], "丙"),
    "screen add": (["--index", "新索引"], "丙"),
}


@pytest.fixture
def several(folder: Path) -> Path:
    """A folder of statements, some of them in a folder of their own, one a copy."""
    for name in ("甲.txt", "乙副本.txt", "归档/丙.txt", "一组/归档/丁.txt"):
        file = folder / "材料" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(FAULTY.replace("原文", name), encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize(
    ("globs", "read"),
    [
        ([], ["甲", "乙副本", "丙", "丁"]),
        (["*副本*"], ["甲", "丙", "丁"]),
        (["归档"], ["甲", "乙副本"]),
        (["归档/*"], ["甲", "乙副本", "丁"]),
        (["归档/", "*副本.txt"], ["甲"]),
    ],
)
def test_excluded_files_of_a_folder_are_not_read(
    command: str, globs: list[str], read: list[str], several: Path, call: Call
) -> None:
    (several / "duizhao.toml").write_text('exclude = ["果*"]', encoding="utf-8")
    options_given = [word for glob in globs for word in ("--exclude", glob)]
    assert call(*command.split(), "材料", *READING[command][0], *options_given).code in (0, 1)
    if command == "check":
        said = call("check", "材料", *options_given).out
    elif command == "screen add":
        said = call("screen", "list", "--index", "新索引").out
    elif command == "ledger":
        from openpyxl import load_workbook

        book = load_workbook(several / "果.xlsx")
        said = "".join(str(cell.value) for sheet in book for row in sheet for cell in row)
    else:
        said = "".join(path.name for path in (several / "果").rglob("*.docx"))
    assert {name for name in ("甲", "乙副本", "丙", "丁") if name in said} == set(read)


def test_excluded_file_is_read_where_it_is_given_by_name(several: Path, call: Call) -> None:
    assert call("check", "材料/甲.txt", "--exclude", "*").code == 1


def test_folder_with_every_file_excluded_is_refused(several: Path, call: Call) -> None:
    ran = call("check", "材料", "--exclude", "*")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("错误：材料 里没有可以读的文件")


def test_globs_of_the_configuration_hold_as_well(several: Path, call: Call) -> None:
    (several / "duizhao.toml").write_text('exclude = ["材料/归档/*"]', encoding="utf-8")
    said = call("check", "材料", "--exclude", "*副本*").out
    assert "丙" not in said
    assert "乙副本" not in said
    assert "丁.txt" in said


def test_words_are_parted_by_either_comma() -> None:
    assert options.split(["DZ3，DZ6", " DZ1, "]) == ("DZ3", "DZ6", "DZ1")
