"""The formats in which screening can be written out."""

from __future__ import annotations

from collections.abc import Mapping

from duizhao.files import Format
from duizhao.reuse.view.shown import ShownResult

HERE = __package__ or ""

FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("text", ".txt", "终端里看：谁、哪几处、多少字、哪些词不同", HERE),
        Format("json", ".json", "给程序读，格式见 docs/formats.md", HERE),
        Format(
            "html",
            ".html",
            "一个网页：两份材料并排，相同段落同色，点一处到另一处，不联网",
            HERE,
        ),
        Format("xlsx", ".xlsx", "电子表格：成对、成组、相同段落、矩阵、扣除", HERE, is_binary=True),
    )
}


def write(
    form: str,
    shown: ShownResult,
    *,
    colour: bool = False,
    width: int = 100,
    is_brief: bool = False,
) -> str | bytes:
    """`shown` in the format of that name. Raises MissingTool, KeyError.

    `colour`, `width` and `is_brief` are for text alone; brief is a line a pair, without their passages.
    """
    own = {"colour": colour, "width": width, "is_brief": is_brief}
    options = own if form == "text" else {}
    return FORMATS[form].render(shown, **options)
