"""`duizhao audit`: the record of what was done on the site."""

from __future__ import annotations

from duizhao.cli.chinese import LazyGroup

command = LazyGroup(
    "audit",
    help="操作记录：谁在什么时候做了什么；只增不改。",
    lazy={"verify": ("duizhao.cli.audit.verify", "核对操作记录：有没有被改过、删过")},
    subcommand_metavar="命令 …",
    epilog="例：duizhao audit verify --data 数据文件夹\n",
)
