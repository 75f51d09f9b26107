"""What a user can say, a page explains: rules, commands, options, configuration, words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import write_docs

from duizhao import api
from duizhao.cli.commands import duizhao
from duizhao.config import keys
from duizhao.layout import Role, load_layout, standard_layout

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def test_pages_that_follow_from_the_code_are_up_to_date() -> None:
    assert not write_docs.stale(), "run make docs"


def test_every_rule_is_listed() -> None:
    assert all(f"[{rule.code}]" in page("rules.md") for rule in api.rules())


def test_every_key_has_its_meaning_and_an_example_that_reads(tmp_path: Path) -> None:
    for key, field in keys().items():
        assert f"### `{key}`" in page("configuration.md")
        (tmp_path / "duizhao.toml").write_text(field.metadata["example"], encoding="utf-8")
        assert getattr(api.load_config(tmp_path / "duizhao.toml"), field.name)


def test_every_key_of_a_layout_has_its_row() -> None:
    written = page("layout.md")
    heads = re.findall(r"^\| 段落 \| 是什么 \| (.*) \|$", written, re.MULTILINE)[0].split(" | ")
    for key in standard_layout().bases:
        table, _, name = key.rpartition(".")
        if table.startswith("roles."):
            row = next(line for line in written.splitlines() if line.startswith(f"| `{table}` |"))
            cells = row.strip("| ").split(" | ")
            assert cells[2 + heads.index(f"`{name}`")], key
        else:
            assert f"`{key}`" in written, key
    assert set(Role) == {
        role for role in Role if f"| `roles.{role.value}` | {role.label} |" in written
    }


def test_layout_that_the_page_shows_can_be_read(tmp_path: Path) -> None:
    (shown,) = re.findall("```toml\n(.*?)```", page("layout.md"), re.DOTALL)
    (tmp_path / "版式.toml").write_text(shown, encoding="utf-8")
    layout = load_layout(tmp_path / "版式.toml")
    assert (layout.margins.top, layout.bases["margins.bottom"].within) == (35, 2)
    assert layout.bases["margins.bottom"].source == "云溪县水务局版式 第四条"


def test_help_names_the_page_on_layouts() -> None:
    assert "docs/layout.md" in page("commands.md")


def commands(command: click.Command, context: click.Context) -> Iterator[click.Context]:
    """The contexts of a command and of all under it."""
    yield context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from commands(inner, click.Context(inner, context, name))


def test_every_command_and_option_says_what_it_does() -> None:
    for context in commands(duizhao, click.Context(duizhao, info_name="duizhao")):
        command = context.command
        assert command.help
        assert f"## {context.command_path}\n" in page("commands.md")
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{context.command_path} {option.opts}"
                assert all(f"{call}" in page("commands.md") for call in option.opts)


LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("folder", ["docs", "docs/decisions", "docs/change", "."])
def test_links_lead_somewhere(folder: str) -> None:
    for path in (ROOT / folder).glob("*.md"):
        for target in LINK.findall(path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_every_page_is_reached_from_the_first_ones() -> None:
    reached: set[Path] = set()
    waiting = [ROOT / name for name in ("README.md", "README.zh-CN.md", "CONTRIBUTING.md")]
    while waiting:
        path = waiting.pop()
        if path in reached or path.suffix != ".md" or not path.is_file():
            continue
        reached.add(path)
        targets = LINK.findall(path.read_text(encoding="utf-8"))
        waiting += [(path.parent / target).resolve() for target in targets]
    assert set(DOCS.rglob("*.md")) <= reached


def test_every_decision_and_change_guide_is_listed() -> None:
    for folder, index in (("decisions", "decisions/README.md"), ("change", "../CONTRIBUTING.md")):
        for path in (DOCS / folder).glob("*.md"):
            if path.name != "README.md":
                assert path.name in page(index), path
