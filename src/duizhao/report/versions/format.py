"""The formats a comparison of two versions can be written in."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from duizhao.files import Format
from duizhao.lint import Rule
from duizhao.report.versions.comparison import VersionComparison
from duizhao.report.versions.folder import FolderComparison

HERE = __package__ or ""
VERSION_FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("text", ".txt", "终端里看：新出现的、还在的、已改的各一段", HERE),
        Format("html", ".html", "一个网页：三段，已改的收起来，可打印，不联网", HERE),
        Format("xlsx", ".xlsx", "电子表格：总数一张，全部问题一张", HERE, is_binary=True),
        Format("json", ".json", "给程序读，格式见 docs/formats.md", HERE),
    )
}


def write_folder(
    form: str,
    folder: FolderComparison,
    rules: Mapping[str, Rule],
    *,
    colour: bool = False,
    width: int = 100,
) -> str | bytes:
    """The comparison of two folders in one of `VERSION_FORMATS`, with the arguments of `write`."""
    render = import_module(f"{HERE}.{form}").render_folder
    look = {"colour": colour, "width": width} if form == "text" else {}
    made: str | bytes = render(folder, rules, **look)
    return made


def write(
    form: str,
    comparison: VersionComparison,
    rules: Mapping[str, Rule],
    *,
    colour: bool = False,
    width: int = 100,
) -> str | bytes:
    """The comparison in one of `VERSION_FORMATS`; `rules` by code. `colour` and `width` are for text alone."""
    render = VERSION_FORMATS[form].render
    if form == "text":
        return render(comparison, rules, colour=colour, width=width)
    return render(comparison, rules)
