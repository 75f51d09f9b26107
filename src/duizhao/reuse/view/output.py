"""The forms in which screening can be written out. A form's own module is imported when it is first used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from duizhao.reuse.view.shown import ShownResult


@dataclass(frozen=True, slots=True)
class Output:
    """A form: its name, the suffix of a file written so, a line of Chinese for the help page."""

    name: str
    suffix: str
    description: str
    is_binary: bool = False


OUTPUTS: Mapping[str, Output] = {
    each.name: each
    for each in (
        Output("text", ".txt", "终端里看：谁、哪几处、多少字、哪些词不同"),
        Output("json", ".json", "给程序读，格式见 docs/formats.md"),
        Output("html", ".html", "一个网页：两份材料并排，相同段落同色，点一处到另一处，不联网"),
        Output("xlsx", ".xlsx", "电子表格：成对、成组、相同段落、矩阵、扣除", is_binary=True),
    )
}


def write(form: str, shown: ShownResult, *, colour: bool = False, width: int = 100) -> str | bytes:
    """`shown` in the form of that name; colour and width are for text alone. Raises MissingTool, KeyError."""
    options = {"colour": colour, "width": width} if form == "text" else {}
    module = import_module(f"{__package__}.{OUTPUTS[form].name}")
    written: str | bytes = module.render(shown, **options)
    return written
