"""`duizhao fonts`: each face of the standard or a unit's layout, its font here, how to install what is missing."""

from __future__ import annotations

from pathlib import Path

import click

from duizhao import api
from duizhao.cli.chinese import ChineseCommand, table
from duizhao.cli.options import FILE, config_option, settings
from duizhao.cli.terminal import put
from duizhao.operating_system import has_debian_packages, how_to_install_font
from duizhao.typeset.fonts import Face

LEGEND = """
相近：同一风格、可自由使用的字体；代用：没有这种字体，用别的字体排，各级标题仍看得出分别。
"""
ANYWHERE = '也可放进任一文件夹，在 duizhao.toml 写 fonts = "文件夹"，或用 --fonts 给出'


@click.command("fonts", cls=ChineseCommand)
@click.option(
    "--fonts", "folder", type=FILE, metavar="文件夹", help="自备字体所在的文件夹，也找这里"
)
@click.option(
    "--layout", type=FILE, metavar="文件",
    help="本单位的版式（TOML），也列出其中的字体；各项见 docs/layout.md",
)  # fmt: skip
@config_option
def command(folder: Path | None, layout: Path | None, config_file: Path | None) -> None:
    """列出公文的五种字体和本单位版式另有的：这台机器上有没有、用的是哪个文件、没有的怎样安装。"""
    config = settings((), config_file)
    put(_page(api.find_fonts(folder or config.fonts, layout or config.layout)))


def _page(found: api.FontsFound) -> str:
    rows = [(face, f"{font}  {file}" if file else font) for face, font, file in found.in_words]
    pieces = [table("字体", rows).lstrip("\n")]
    if found.missing:
        ways = [*found.ways.items(), ("放在哪里", f"{how_to_install_font()}；{ANYWHERE}")]
        pieces += [LEGEND, table("怎样得到没有的", ways)]
    if free := [(face.name, _free(face)) for face in found.freely_replaced]:
        pieces.append(table("可自由使用的相近字体", free))
    if found.broken:
        pieces.append(table("读不懂的字体文件", [(str(path), "") for path in found.broken]))
    return "".join(pieces)


def _free(face: Face) -> str:
    if not has_debian_packages():
        return face.free
    place = f'，再在 duizhao.toml 写 fonts = "{face.place}"' if face.place else ""
    return f"{face.free}；Debian、Ubuntu：sudo apt install {face.debian}{place}"
