"""Options that several commands share, each declared once.

A bundle is a frozen dataclass; each field carries the click option that fills it. The bundle's decorator adds these
options to a command and passes the filled dataclass under the bundle's name:

    @click.command("check", cls=ChineseCommand)
    @profile_options
    @run_options
    def command(profiles: ProfileOptions, run: RunOptions) -> int: ...
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field, fields, replace
from functools import wraps
from pathlib import Path
from typing import Any, Protocol

import click

from duizhao import api
from duizhao.cli.terminal import is_coloured
from duizhao.operating_system import LongPath, named_by
from duizhao.text import value

FILE = click.Path(path_type=LongPath)
COUNT = click.IntRange(min=1)
STDIN = "-"


class PathArgument(click.Argument):
    """Any number of paths. A name with * in it is every file that it fits, where the shell leaves that to programs."""

    def process_value(self, ctx: click.Context, value: Any) -> Any:
        if isinstance(value, tuple):
            value = tuple(path for word in value for path in named_by(word))
        return super().process_value(ctx, value)


Command = Callable[..., Any]
Decorator = Callable[[Command], Command]


def filled_by(option: Decorator) -> Any:
    """A field of a bundle that a click option of the same name fills."""
    return field(metadata={"option": option})


def bundle(name: str, values: type[Any], **others: Decorator) -> Decorator:
    """A decorator that adds the options of a dataclass to a command and passes them as the keyword `name`.

    `others` are options that take the place of those of the fields they are named after.
    """
    options = {each.name: each.metadata["option"] for each in fields(values)} | others

    def decorate(command: Command) -> Command:
        @wraps(command)
        def with_values(**given: Any) -> Any:
            own = {field_name: given.pop(field_name) for field_name in options}
            return command(**given, **{name: values(**own)})

        decorated: Command = with_values
        # click lists the option that is added last first.
        for option in reversed(options.values()):
            decorated = option(decorated)
        return decorated

    return decorate


def by_word(kind: type[api.Labelled]) -> Callable[[str], Any]:
    """The type of an option with the members of an Enum as values, by Chinese name or by value."""

    def member(word: str) -> Any:
        found = kind.from_word(word)
        if found is None:
            known = "、".join(f"{each.label}（{each.value}）" for each in kind)
            raise click.BadParameter(f"可用：{known}")
        return found

    return member


LEVEL = by_word(api.Severity)


config_option = click.option(
    "--config",
    "config_file",
    type=FILE,
    metavar="文件",
    help="配置文件；默认从所给位置向上找 duizhao.toml",
)
jobs_option = click.option(
    "--jobs", "-j", type=COUNT, metavar="数", help="同时用几个进程；默认每核一个"
)
in_place_option = click.option(
    "--in-place", is_flag=True, help="写回原件；原件另存为同名加 .bak 的备份"
)


@value
class RunOptions:
    """How a command goes through files: which it passes over, in how many processes, what it shows meanwhile."""

    exclude: tuple[str, ...] = filled_by(
        click.option(
            "--exclude",
            multiple=True,
            metavar="样式",
            help="文件夹里合样式的文件不读，从所给的文件夹算起，如 '*副本*'、'归档/*'；可写几次",
        )
    )
    jobs: int | None = filled_by(jobs_option)
    no_progress: bool = filled_by(click.option("--no-progress", is_flag=True, help="不显示进度条"))
    is_verbose: bool = filled_by(
        click.option("--verbose", "-v", "is_verbose", is_flag=True, help="多份材料时也逐份列出详情")
    )


run_options = bundle("run", RunOptions)


@value
class ProfileOptions:
    """Which campaign a text is read by, and whether it is taken for a statement in any case."""

    profile: str | None = filled_by(
        click.option(
            "--profile", metavar="模板", help="按哪个活动模板，见 duizhao profiles；默认从文中认出"
        )
    )
    profiles: Path | None = filled_by(
        click.option("--profiles", type=FILE, metavar="文件夹", help="自备活动模板所在的文件夹")
    )

    as_statement: bool = filled_by(
        click.option(
            "--as-statement",
            is_flag=True,
            help="所给的文件都当作对照检查材料来查，不看像不像",
        )
    )

    def over(self, config: api.Config) -> api.Config:
        """The configuration with what was given here in its place."""
        return replace(
            config,
            profile=config.profile if self.profile is None else self.profile,
            profiles=config.profiles if self.profiles is None else self.profiles,
            as_statement=(api.EVERY_FILE,) if self.as_statement else config.as_statement,
        )


profile_options = bundle("profiles", ProfileOptions)


@value
class RuleOptions:
    """Which rules run, and which findings are known already."""

    select: tuple[str, ...] = filled_by(
        click.option(
            "--select",
            multiple=True,
            metavar="规则",
            help="只用这些规则：编号、类（DZ3）或名称，用逗号隔开",
        )
    )
    ignore: tuple[str, ...] = filled_by(
        click.option("--ignore", multiple=True, metavar="规则", help="另外不用这些规则，写法同上")
    )
    baseline: Path | None = filled_by(
        click.option("--baseline", type=FILE, metavar="文件", help="不报基线文件里记下的旧发现")
    )

    def over(self, config: api.Config) -> api.Config:
        """The configuration with `--select` and `--baseline` in place of its own, and `--ignore` added."""
        return replace(
            config,
            select=split(self.select) or config.select,
            ignore=(*config.ignore, *split(self.ignore)),
            baseline=config.baseline if self.baseline is None else self.baseline,
        )


rule_options = bundle("rules", RuleOptions)


@value
class ListingOptions:
    """Which findings are listed, and in which order."""

    level: api.Severity | None = filled_by(
        click.option(
            "--level",
            type=LEVEL,
            metavar="级别",
            help="只列这一级和更重的：必改、应改或供参考（默认，全列）",
        )
    )
    only: api.Matter | None = filled_by(
        click.option(
            "--only", type=by_word(api.Matter), metavar="什么", help="只列内容，或者只列版式"
        )
    )
    order: api.FindingOrder | None = filled_by(
        click.option(
            "--order",
            type=by_word(api.FindingOrder),
            metavar="次序",
            help="轻重（默认）或位置：按轻重，或按在文中的位置列",
        )
    )

    def over(self, config: api.Config) -> api.Config:
        """The configuration with what was given here in its place."""
        given = {each.name: getattr(self, each.name) for each in fields(self)}
        return replace(
            config, **{name: value for name, value in given.items() if value is not None}
        )


listing_options = bundle("listing", ListingOptions)


@value
class OutputOptions:
    """How and where findings are written: a format by name, a file, colours."""

    form: str | None = filled_by(click.option("--format", "-f", "form", metavar="格式"))
    output: Path | None = filled_by(
        click.option("--output", "-o", type=FILE, metavar="文件", help="写入文件；格式可由后缀认出")
    )
    color: str = filled_by(
        click.option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            metavar="何时",
            help="颜色：auto（默认）、always 或 never",
        )
    )

    @property
    def is_coloured(self) -> bool:
        """Whether to colour: as asked, else where a terminal shows it and NO_COLOR is not set."""
        return is_coloured(self.color, self.output is not None)


def output_options(formats: str) -> Decorator:
    """The bundle `out`; the help of `--format` lists the `formats` of the command."""
    # No Choice of click: the formats of screening are known where numpy is, and a help page does without.
    named = click.option("--format", "-f", "form", metavar="格式", help=f"{formats}；默认 text")
    return bundle("out", OutputOptions, form=named)


class Overlay(Protocol):
    """Options that replace settings of a configuration."""

    def over(self, config: api.Config) -> api.Config: ...


def settings(
    paths: Iterable[Path | str], config_file: Path | None, *overlays: Overlay
) -> api.Config:
    """The configuration for these paths (`--config`, else found upwards from the first) with the options over it."""
    config = api.load_config(config_file or api.find_config(_folder(next(iter(paths), STDIN))))
    for options in overlays:
        config = options.over(config)
    return config


def split(values: Iterable[str]) -> tuple[str, ...]:
    """`DZ3,DZ6` → two words; a Chinese comma separates as well."""
    words = (word.strip() for value in values for word in value.replace("，", ",").split(","))
    return tuple(word for word in words if word)


def _folder(path: Path | str) -> Path:
    if path == STDIN:
        return Path()
    place = LongPath(path)
    return place if place.is_dir() else place.parent
