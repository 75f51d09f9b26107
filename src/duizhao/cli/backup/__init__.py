"""`duizhao backup`: a copy of everything that a site keeps."""

from __future__ import annotations

from duizhao.cli.chinese import LazyGroup

command = LazyGroup(
    "backup",
    help="备份和恢复：记录、材料、设置，一个文件。",
    lazy={
        "make": ("duizhao.cli.backup.make", "做一份备份，不用停下来"),
        "restore": ("duizhao.cli.backup.restore", "恢复到一个空的数据文件夹"),
    },
    subcommand_metavar="命令 …",
    epilog="例：duizhao backup make --data 数据文件夹 -o 备份.zip\n",
)
