"""Help pages and messages of click in Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import click

COLUMN_GAP = 2
UNEXPECTED = re.compile(r"Got unexpected extra arguments? \((.*)\)")
OPTIONS_OF_CLICK = "[OPTIONS]"


def usage(command: click.Command, context: click.Context) -> str:
    """The one line that shows how a command is called."""
    pieces = " ".join(command.collect_usage_pieces(context)).replace(OPTIONS_OF_CLICK, "[选项]")
    return f"用法：{context.command_path} {pieces}"


def table(heading: str, rows: Sequence[tuple[str, str]]) -> str:
    """A heading and two columns under it, aligned although a Chinese character takes two cells."""
    # Imported here: only help pages need it.
    from duizhao.text.width import columns

    widest = max((columns(name) for name, _ in rows), default=0) + COLUMN_GAP
    lines = [
        f"  {name}{' ' * (widest - columns(name))}{meaning}".rstrip() for name, meaning in rows
    ]
    return "\n".join(["", f"{heading}：", *lines, ""])


class ChineseCommand(click.Command):
    """A command with its help page in Chinese."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示本页"
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write(usage(self, ctx) + "\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        formatter.write(
            table("选项", [(option_name(option), option.help or "") for option in options])
        )

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.epilog:
            formatter.write(f"\n{self.epilog.strip()}\n")


def option_name(option: click.Option) -> str:
    """An option as users write it: `-o, --output 文件`."""
    return f"{', '.join(sorted(option.opts, key=len))} {option.metavar or ''}".rstrip()


class LazyGroup(ChineseCommand, click.Group):
    """A group that imports a command's module only when that command is called.

    `lazy` maps a command's name to its module and its line on the help page.
    """

    def __init__(self, *args: Any, lazy: dict[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in self.lazy:
            command: click.Command = import_module(self.lazy[cmd_name][0]).command
            return command
        if cmd_name.startswith("-"):
            return None
        from difflib import get_close_matches

        near = [f"，是不是 {name}？" for name in get_close_matches(cmd_name, self.lazy, n=1)]
        raise click.UsageError(f"没有这个命令：{cmd_name}{''.join(near)}", ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        formatter.write(table("命令", [(name, line) for name, (_, line) in self.lazy.items()]))


def message_of(fault: click.ClickException) -> str:
    """The fault of a call in one line of Chinese."""
    for kind, format_message in _MESSAGES:
        if isinstance(fault, kind):
            return format_message(fault)
    extra = UNEXPECTED.match(fault.message)
    return f"多余的参数：{extra[1]}" if extra else fault.format_message()


def _no_option(fault: Any) -> str:
    return f"没有这个选项：{fault.option_name}{_nearest(fault.possibilities)}"


def _nearest(possibilities: Sequence[str] | None) -> str:
    return f"，是不是 {possibilities[0]}？" if possibilities else ""


def _missing(fault: Any) -> str:
    return f"缺少{_name(fault)}"


def _bad_value(fault: Any) -> str:
    kind = getattr(fault.param, "type", None)
    if isinstance(kind, click.Choice):
        return f"{_name(fault)} 的值不对，可用：{'、'.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange):
        return f"{_name(fault)} 应为不小于 {kind.min} 的整数"
    return f"{_name(fault)} 的值不对：{fault.message}"


def _bad_option(fault: Any) -> str:
    takes_one = "requires an argument" in fault.message
    return f"选项 {fault.option_name} {'后面要给出值' if takes_one else '不带值'}"


def _name(fault: Any) -> str:
    if fault.param is None:
        return "参数"
    if isinstance(fault.param, click.Argument):
        return f"参数 {fault.param.make_metavar(fault.ctx)}".replace("...", "")
    return f"选项 {max(fault.param.opts, key=len)}"


_MESSAGES: Sequence[tuple[type[click.ClickException], Callable[[Any], str]]] = (
    (click.NoSuchOption, _no_option),
    (click.MissingParameter, _missing),
    (click.BadParameter, _bad_value),
    (click.BadOptionUsage, _bad_option),
)
