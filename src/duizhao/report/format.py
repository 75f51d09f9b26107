"""The formats a report can be written in. A format's own module is imported when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a report.

    `suffix` is that of its files; `is_binary` means that `render` returns bytes instead of text; `description` is one
    line of Chinese for the help page.
    """

    name: str
    suffix: str
    description: str
    is_binary: bool = False

    @property
    def render(self) -> Callable[..., str | bytes]:
        """`render(report)` of the format's module. Raises MissingTool where it needs an extra that is not installed."""
        render: Callable[..., str | bytes] = self._module.render
        return render

    @property
    def render_part(self) -> Callable[..., Any]:
        """`render_part(checked, rules by code)`: what the format writes of one text. Raises as `render` does."""
        render_part: Callable[..., Any] = self._module.render_part
        return render_part

    @property
    def assemble(self) -> Callable[..., str | bytes]:
        """`assemble(list of ReportPart, run)`: the report put together of parts. Raises as `render` does."""
        assemble: Callable[..., str | bytes] = self._module.assemble
        return assemble

    @property
    def _module(self) -> ModuleType:
        return import_module(f"{__package__}.{self.name}")


FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("text", ".txt", "终端里看：原文一行，问题所在的字用 ^ 标出"),
        Format("json", ".json", "给程序读，格式见 docs/formats.md"),
        Format("sarif", ".sarif", "SARIF 2.1.0，给代码平台和编辑器读"),
        Format("github", ".txt", "GitHub Actions 的标注命令"),
        Format("html", ".html", "一个网页：原文与问题对照，可筛选、可打印，不联网"),
        Format("xlsx", ".xlsx", "电子表格：每份材料一行，另表列出全部问题", is_binary=True),
    )
}
