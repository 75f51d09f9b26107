"""`duizhao audit verify`: whether the record of what was done still is as it was written."""

from __future__ import annotations

from pathlib import Path

import click

from duizhao.cli.chinese import ChineseCommand
from duizhao.cli.options import FILE
from duizhao.cli.site import site_part
from duizhao.cli.terminal import put

EPILOG = """\
每一条都带着上一条的校验码，改一条，后面就接不上。只有末尾被整段截掉、或整条链被重新算过，要靠上次抄下的校验码才看得出：
每次核对都会写出最后一条的序号和校验码，请抄在别处，下次用 --head 给出。
退出码：0 完好，1 有问题，2 出错。
"""
FAULTY_EXIT_CODE = 1


@click.command("verify", cls=ChineseCommand, epilog=EPILOG)
@click.option(
    "--data", type=FILE, metavar="文件夹", required=True, help="duizhao serve 的数据文件夹"
)
@click.option("--head", metavar="序号:校验码", help="上次核对时抄下的那一行")
def command(data: Path, head: str | None) -> int:
    """核对操作记录：有没有被改过、删过。"""
    is_whole, words = site_part("audit_check").check_audit(data, head)
    put(words)
    return 0 if is_whole else FAULTY_EXIT_CODE
