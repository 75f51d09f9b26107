"""The formats a report can be written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from duizhao.files import Format
from duizhao.text import value

HERE = __package__ or ""


@value
class ReportFormat(Format):
    """A way to write a report, in which the part of each text can be rendered by itself."""

    @property
    def render_part(self) -> Callable[..., Any]:
        """`render_part(checked, rules by code)`: what the format writes of one text. Raises as `render` does."""
        render_part: Callable[..., Any] = self.module.render_part
        return render_part

    @property
    def assemble(self) -> Callable[..., str | bytes]:
        """`assemble(list of ReportPart, run)`: the report put together of parts. Raises as `render` does."""
        assemble: Callable[..., str | bytes] = self.module.assemble
        return assemble


FORMATS: Mapping[str, ReportFormat] = {
    each.name: each
    for each in (
        ReportFormat("text", ".txt", "终端里看：原文一行，问题所在的字用 ^ 标出", HERE),
        ReportFormat("json", ".json", "给程序读，格式见 docs/formats.md", HERE),
        ReportFormat("sarif", ".sarif", "SARIF 2.1.0，给代码平台和编辑器读", HERE),
        ReportFormat("github", ".txt", "GitHub Actions 的标注命令", HERE),
        ReportFormat("html", ".html", "一个网页：原文与问题对照，可筛选、可打印，不联网", HERE),
        ReportFormat(
            "xlsx", ".xlsx", "电子表格：每份材料一行，另表列出全部问题", HERE, is_binary=True
        ),
    )
}
