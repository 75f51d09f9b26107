"""The commands, and one call of them: its exit code, and its faults as lines for people."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from duizhao import __version__
from duizhao.cli.chinese import LazyGroup, message_of, usage
from duizhao.cli.garbage import collect_no_more
from duizhao.cli.terminal import note, prepare
from duizhao.errors import DuizhaoError
from duizhao.os_reason import reason_of

FAULT_EXIT_CODE = 2
INTERRUPTED_EXIT_CODE = 130
DEBUG = "DUIZHAO_DEBUG"
DESK = "desk"


def _print_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        click.echo(f"duizhao {__version__}")
        context.exit()


class ProgramGroup(LazyGroup):
    """All commands; paths in the place of a command, as a drop on the program gives them, are opened in the desk."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.lazy and os.path.lexists(args[0]):
            args = [DESK, *args]
        return super().resolve_command(ctx, args)


@click.group(
    cls=ProgramGroup,
    lazy={
        DESK: ("duizhao.cli.desk", "在浏览器里用：放入文件，看问题，取审阅稿和台账"),
        "check": ("duizhao.cli.check", "检查材料，指出问题在哪个字"),
        "review": ("duizhao.cli.review", "写出审阅稿：问题成为 Word 批注，改正成为修订"),
        "opinion": ("duizhao.cli.opinion", "写出意见单：每份材料一页 Word，退给写材料的人"),
        "compare": ("duizhao.cli.compare", "比较两稿：哪些问题改了，哪些还在，哪些新出现"),
        "explain": ("duizhao.cli.explain", "说明一条规则：查什么、为什么、依据何在"),
        "ledger": ("duizhao.cli.ledger", "由材料生成整改台账，或更新已经填写的台账"),
        "typeset": ("duizhao.cli.typeset", "按 GB/T 9704 排成 Word 或 PDF 文件"),
        "fonts": ("duizhao.cli.fonts", "列出排版要用的字体：有没有、在哪里、怎样安装"),
        "screen": ("duizhao.cli.screen", "查相同段落：收进索引，看谁和谁有相同的文字"),
        "profiles": ("duizhao.cli.profiles", "列出活动模板，说明其中一个，或录入今年的"),
        "serve": ("duizhao.cli.serve", "单位里几个人一起用：登录后在浏览器里用，各看各的"),
        "remind": ("duizhao.cli.remind", "发邮件提醒快到期和逾期的整改"),
        "reset-account": ("duizhao.cli.reset_account", "唯一的管理员进不来时，重设他的账号"),
        "audit": ("duizhao.cli.audit", "核对操作记录：有没有被改过、删过"),
        "backup": ("duizhao.cli.backup", "备份和恢复：记录、材料、设置，一个文件"),
        "lsp": ("duizhao.cli.lsp", "编辑器服务：边写边标出问题"),
    },
    subcommand_metavar="命令 …｜路径…",
    epilog="""\
duizhao 路径…：在浏览器里打开这些文件，和 duizhao desk 路径… 一样。
duizhao 命令 --help 看一条命令的用法。""",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="显示版本",
)
def duizhao() -> None:
    """对照检查材料的检查工具。只提问，不代写；不联网。"""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one call. Returns the exit code: 0 clean, 1 findings, 2 fault."""
    try:
        return duizhao.main(arguments, prog_name="duizhao", standalone_mode=False) or 0
    except click.exceptions.NoArgsIsHelpError as fault:
        note(fault.format_message())
    except click.UsageError as fault:
        if fault.ctx:
            note(usage(fault.ctx.command, fault.ctx))
        note(f"错误：{message_of(fault)}")
    except click.Abort:
        note("已中止")
        return INTERRUPTED_EXIT_CODE
    except DuizhaoError as fault:
        _trace()
        note(f"错误：{fault}")
    except OSError as fault:
        _trace()
        place = f"{fault.filename}：" if fault.filename else ""
        note(f"错误：{place}{reason_of(fault)}")
    except Exception as fault:
        _trace()
        note(f"程序出错：{type(fault).__name__}：{fault}（设 {DEBUG}=1 再运行一次可看详情）")
    return FAULT_EXIT_CODE


def _trace() -> None:
    if os.environ.get(DEBUG):
        import traceback

        traceback.print_exc()


def start() -> NoReturn:
    """Run the call that the shell made, and end the program."""
    prepare((sys.stdout, sys.stderr))
    # Given as they are: click reads % in them as variables on Windows, where names of files may have it.
    code = run(sys.argv[1:])
    collect_no_more()
    sys.exit(code)
