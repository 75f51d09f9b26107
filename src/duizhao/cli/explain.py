"""`duizhao explain`: the page of a rule, or the list of all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand, table
from duizhao.cli.terminal import is_coloured, put

FENCE = re.compile(r"^~~~(\w*)(.*)$")
EXAMPLE_COLOURS = {"bad": "red", "fixed": "green", "good": "green"}
MARKED = re.compile("⟦(.*?)⟧", re.DOTALL)


@click.command("explain", cls=ChineseCommand)
@click.argument("name", required=False, metavar="[规则]")
def command(name: str | None) -> None:
    """说明一条规则：查什么、为什么、依据何在。写编号（DZ201）或名称；不写则列出全部规则。"""
    if name is None:
        put(_list())
        return
    text = "\n".join(_page(api.get_rule(name).page)) + "\n"
    put(text if is_coloured("auto", to_file=False) else click.unstyle(text))


def _list() -> str:
    families = groupby(api.rules(), key=lambda rule: rule.family)
    return "".join(
        table(
            api.family_label(family),
            [(f"{r.code} {r.name}", f"{r.severity.label} {r.title}") for r in rules],
        )
        for family, rules in families
    ).lstrip("\n")


def _page(page: str) -> Iterator[str]:
    """The lines of a page for a terminal: bold headings, labelled examples, their faults marked."""
    within = False
    for line in page.splitlines():
        fence = FENCE.match(line)
        if fence and not within:
            within = True
            label = api.EXAMPLE_LABELS.get(fence[1], "例")
            conditions = f"（{fence[2].strip()}）" if fence[2].strip() else ""
            yield click.style(
                f"{label}{conditions}", fg=EXAMPLE_COLOURS.get(fence[1], "blue"), bold=True
            )
        elif fence:
            within = False
        elif within:
            yield "  │ " + MARKED.sub(
                lambda found: click.style(found[0], fg="red", underline=True), line
            )
        else:
            yield _prose(line)


def _prose(line: str) -> str:
    if line.startswith("#"):
        return click.style(line.lstrip("# "), bold=True)
    return line.replace("`", "")
