"""`duizhao profiles new`: a profile of this year's meeting, typed in from the notice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.inputs import piped
from duizhao.cli.options import FILE, STDIN, config_option, settings
from duizhao.cli.outputs import one_output, ready, save
from duizhao.cli.terminal import is_typed, note

FOLDER = Path("模板")
SUFFIX = ".toml"
EPILOG = """\
在终端里直接运行，一问一答：会议叫什么，有哪几个方面，依据哪份通知。方面一行写一个，或用分号隔开，前面的序号可以照抄；
也可以直接给出整份通知（Word、PDF、文本都行），会议名称和方面从里面认，认出来的会列出来。
写明了通知的，材料缺了方面报“应改”；没有写明的，只作提醒。

例：duizhao profiles new
例：duizhao profiles new --aspects 通知.docx --source 县委办2026年12月通知
例：duizhao profiles new --title 2026年度民主生活会 --aspects 方面.txt --source 县委办2026年12月通知
"""


@click.command("new", cls=ChineseCommand, epilog=EPILOG)
@click.option("--title", metavar="名称", help="会议叫什么，如 2026年度民主生活会")
@click.option(
    "--year", type=click.IntRange(min=2000), metavar="年", help="哪一年的会；默认从名称里认"
)
@click.option(
    "--aspects",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="文件",
    help="对照方面，一行一个，或整份通知；- 读标准输入。不给则在终端里逐行输入",
)
@click.option("--source", metavar="通知", help="依据的通知：名称、文号")
@click.option(
    "--output", "-o", type=FILE, metavar="文件", help="写到哪里；默认写入自备模板的文件夹“模板”"
)
@config_option
def command(
    title: str | None,
    year: int | None,
    aspects: Path | None,
    source: str | None,
    output: Path | None,
    config_file: Path | None,
) -> None:
    """照通知录入这次会议的对照方面，写成活动模板，此后按它检查。"""
    config = settings((), config_file)
    if aspects is None and not is_typed():
        raise click.UsageError("请用 --aspects 给出一份文件，对照方面一行一个")
    if aspects is None:
        title, year = _asked_title(title, year)
        lines = _asked_aspects()
        source = _ask("依据（通知的名称、文号，没有就按回车）") if source is None else source
    else:
        text = piped() if str(aspects) == STDIN else api.read(aspects)
        title = title or api.meeting_in(text.text) or _default_title(year)
        lines = text.text.splitlines()
    draft = api.ProfileDraft.from_lines(title, lines, year, source or "")
    target = _target(output, draft, config)
    ready([target], [aspects] if aspects else [], config, makes_folders=True)
    profile = api.profile_from_draft(target.stem, draft)
    save(target, draft.to_toml(), api.OutputKind.PROFILE, makes_folders=True)
    _tell(target, profile, config)


def _target(output: Path | None, draft: api.ProfileDraft, config: api.Config) -> Path:
    folder = config.profiles or FOLDER
    return one_output(output or folder / f"{draft.id}{SUFFIX}", SUFFIX, draft.id)


def _default_title(year: int | None) -> str:
    if year is None:
        raise click.UsageError("请用 --title 写明会议叫什么，如 --title 2026年度民主生活会")
    return f"{year}年度民主生活会"


def _ask(question: str, default: str = "") -> str:
    answer: str = click.prompt(
        question, default=default, show_default=False, prompt_suffix="：", err=True
    )
    return answer.strip()


def _asked_title(title: str | None, year: int | None) -> tuple[str, int | None]:
    usual = f"{year or date.today().year}年度民主生活会"
    title = title or _ask(f"会议叫什么（按回车就是{usual}）", usual)
    while year is None and not api.years_of(title):
        answer = _ask("是哪一年的会，如 2026")
        year = int(answer) if answer.isdecimal() and len(answer) == 4 else None
    return title, year


def _asked_aspects() -> list[str]:
    note("对照方面，照通知一行写一个，写完再按一次回车：")
    lines: list[str] = []
    while line := _ask(f"第{len(lines) + 1}个"):
        lines.append(line)
    return lines


def _tell(target: Path, profile: api.Profile, config: api.Config) -> None:
    """What was made, and how checks use it."""
    for number, aspect in enumerate(profile.aspects, 1):
        note(f"  {number}. {aspect.name}")
    if profile.status is not api.Status.VERIFIED:
        note("没有写明依据的通知，缺了方面只作提醒；写明用 --source")
    if profile.id in api.load_profiles().by_id:
        note(f"与自带的模板“{profile.id}”同名，会代替它；不想代替，请改文件名")
    folder = target.parent
    if config.profiles and folder.resolve() == config.profiles.resolve():
        note(f"duizhao.toml 已指明这个文件夹，直接用：duizhao check 材料 --profile {profile.id}")
        return
    note(f"用它检查：duizhao check 材料 --profiles {folder} --profile {profile.id}")
    note(
        f'以后都用：在 duizhao.toml 里写一行 profiles = "{folder.as_posix()}"；标题写明这次会议的材料就自动按它检查'
    )
