"""Writes the pages that follow from the code: rules, commands, configuration, layouts, columns, Python, decisions …

python tools/write_docs.py           write them
python tools/write_docs.py --check   write nothing; exit 1 where one is stale
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import chdir
from dataclasses import fields, is_dataclass
from itertools import groupby
from pathlib import Path
from typing import get_type_hints

import click
from access_page import access_page
from archive_schema import archive_schema
from chronology_page import chronology_page
from layout_page import layout_page
from ledger_page import ledger_page
from markdown import NOTE, table, toml
from process_page import process_page
from python_page import python_page

from duizhao import api
from duizhao.api import family_label, rules
from duizhao.cli.chinese import option_name, usage
from duizhao.cli.commands import duizhao
from duizhao.config import keys, keys_of
from duizhao.config.options import type_name
from duizhao.lint import Rule

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
EXAMPLE = Path("examples/faulty.txt")


def rules_page() -> str:
    """All rules by family, each linked to its page."""
    parts = [f"{NOTE}# 规则\n\n共 {len(rules())} 条。`duizhao explain 编号` 在终端里看同一页。\n"]
    for family, members in groupby(rules(), key=lambda rule: rule.family):
        rows = [_rule_row(rule) for rule in members]
        parts.append(f"## {family_label(family)}（{family}）\n\n{table(RULE_HEAD, rows)}")
    return "\n".join(parts)


RULE_HEAD = ("编号", "名称", "查什么", "轻重", "强度", "依据", "选项")


def _rule_row(rule: Rule) -> tuple[str, ...]:
    page = Path("..") / rule.page_path.relative_to(ROOT)
    options = "、".join(f"`{field.name}`" for field in fields(rule.options)) if rule.options else ""
    return (
        f"[{rule.code}]({page.as_posix()})",
        f"`{rule.name}`",
        rule.title,
        rule.severity.label,
        rule.strength.label,
        rule.source,
        options,
    )


def commands_page() -> str:
    """Every command with its options, as on its own help page."""
    context = click.Context(duizhao, info_name="duizhao")
    return "\n".join([f"{NOTE}# 命令\n", *_commands(duizhao, context)])


def _commands(command: click.Command, context: click.Context) -> Iterator[str]:
    """A command, and those under it."""
    yield _command(command, context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _commands(inner, click.Context(inner, context, name))


def _command(command: click.Command, context: click.Context) -> str:
    options = [param for param in command.get_params(context) if isinstance(param, click.Option)]
    rows = [(f"`{option_name(option)}`", option.help or "") for option in options]
    epilog = f"\n{command.epilog.strip()}\n" if command.epilog else ""
    return (
        f"## {context.command_path}\n\n{command.help}\n\n"
        f"    {usage(command, context)}\n\n{table(('选项', '作用'), rows)}{epilog}"
    )


CONFIGURATION = """\
# 配置

从所查的文件夹起向上找，先遇到的 `duizhao.toml`，或含 `[tool.duizhao]` 的 `pyproject.toml`，就是这次的配置。
`--config` 可直接指定。命令行选项优先于配置，只有 `--ignore` 和 `--exclude` 是在配置之外再加。
写错的项会报错，并提示最接近的项。

文件样式（`exclude`、`per-file`）从配置所在的文件夹算起，`--exclude` 的从所给的文件夹算起；也可以只写文件名或文件夹名，
`*` 可代任意字符。点名要查的文件不受 `exclude` 和 `--exclude` 限制。

另有两种办法压下发现：在文本里写 `<!-- 对照：略 DZ301 -->`（写在行末管这一行，单独成行管下一行）；用基线文件。
基线文件由 `duizhao check 材料/ --write-baseline baseline.json` 写成，只存规则编号和校验码，不存原文；
以后 `--baseline baseline.json` 就只报新的发现。
"""


def configuration_page() -> str:
    """Every key of duizhao.toml, and every option of every rule."""
    parts = [f"{NOTE}{CONFIGURATION}", "## 各项\n"]
    for key, field in keys().items():
        says = field.metadata
        parts.append(
            f"### `{key}`\n\n{says['meaning']}。\n\n"
            f"取值：{says['shape'].value}。\n\n```toml\n{says['example']}\n```\n"
        )
        if is_dataclass(field.default):
            parts.append(_inner_keys(field.default))
    rows = [row for rule in rules() if rule.options for row in _option_rows(rule)]
    head = ("规则", "选项", "取值", "默认")
    parts.append(
        f"## 规则的选项\n\n写在 `[rule.名称]` 下。说明见各条规则的页面。\n\n{table(head, rows)}"
    )
    return "\n".join(parts)


def _inner_keys(model: object) -> str:
    """The keys of a table in duizhao.toml."""
    rows = [
        (f"`{key}`", says["meaning"], says["shape"].value, f"`{says['example']}`")
        for key, says in ((key, field.metadata) for key, field in keys_of(model).items())
    ]
    return table(("项", "作用", "取值", "例"), rows)


def _option_rows(rule: Rule) -> Iterable[tuple[str, ...]]:
    hints = get_type_hints(type(rule.options))
    for field in fields(rule.options):
        default = toml(getattr(rule.options, field.name))
        yield (
            f"{rule.code} `{rule.name}`",
            f"`{field.name}`",
            type_name(hints[field.name]),
            f"`{default}`",
        )


def decisions_page() -> str:
    """Every decision, by its title."""
    pages = sorted((DOCS / "decisions").glob("*.md"))
    titles = {
        page.name: page.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ")
        for page in pages
    }
    rows = [f"- [{title}]({name})\n" for name, title in titles.items() if name != "README.md"]
    return (
        f"{NOTE}# Decisions\n\nWhat a colleague would ask about, one page each.\n\n{''.join(rows)}"
    )


def criteria_page() -> str:
    """The page of criteria with the rules that answer each one now."""
    text = (DOCS / "criteria.md").read_text(encoding="utf-8")
    return CRITERION.sub(lambda row: f"{row[1]} {answering(row[2])}|", text)


CRITERION = re.compile(r"^(\| ([A-J]\d+) \|[^|]+\|)[^|]*\|", re.MULTILINE)


def answering(criterion: str) -> str:
    """The codes of the rules that answer a criterion, as a cell of its row."""
    codes = "、".join(rule.code for rule in rules() if criterion in rule.criteria)
    return f"{codes} " if codes else ""


def readme(name: str) -> str:
    """A README with what `make demo` prints now, as far as it fits."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return EXCERPT.sub(lambda found: f"{found[1]}\n{excerpt()}{found[2]}", text)


EXCERPT = re.compile("(<!-- demo: .*? -->).*?(<!-- /demo -->)", re.DOTALL)
RULE = re.compile(r" DZ(\d)\d\d ")
SHOWN = 3


def excerpt() -> str:
    """The first findings of the demo, of different families, and its last lines."""
    first: dict[str, str] = {}
    groups, last = demo()
    for group in groups:
        if found := RULE.search(group):
            first.setdefault(found[1], group)
    shown = list(first.values())[:SHOWN]
    return "\n".join(["```", "$ make demo", *shown, "…", "", last.rstrip("\n"), "```", ""])


def demo() -> tuple[list[str], str]:
    """What the demo prints: a piece for each rule, and the last lines."""
    with chdir(ROOT):
        part = api.ReportWriter().render_text(api.read(EXAMPLE), api.Checker())
    *groups, last = "".join(api.ReportWriter().stream([part])).strip("\n").split("\n\n")
    return [f"{group}\n" for group in groups], last


PAGES: Mapping[str, Callable[[], str]] = {
    "docs/rules.md": rules_page,
    "docs/commands.md": commands_page,
    "docs/configuration.md": configuration_page,
    "docs/criteria.md": criteria_page,
    "docs/layout.md": layout_page,
    "docs/python.md": python_page,
    "docs/access.md": access_page,
    "docs/archive.schema.json": archive_schema,
    "docs/ledger.md": ledger_page,
    "docs/process.md": process_page,
    "docs/chronology.md": chronology_page,
    "docs/decisions/README.md": decisions_page,
    "README.md": lambda: readme("README.md"),
    "README.zh-CN.md": lambda: readme("README.zh-CN.md"),
}


def stale() -> list[str]:
    """The pages that differ from what the code gives now."""
    return [
        name
        for name, write in PAGES.items()
        if not (ROOT / name).exists() or (ROOT / name).read_text(encoding="utf-8") != write()
    ]


def main(arguments: list[str]) -> None:
    if arguments == ["--check"]:
        if old := stale():
            sys.exit(f"已过时：{'、'.join(old)}；请运行 make docs")
        return
    for name, write in PAGES.items():
        (ROOT / name).write_text(write(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
