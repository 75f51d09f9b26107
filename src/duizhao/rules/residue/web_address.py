from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span

ADDRESS = re.compile(r"(?:https?://|www\.)[\w./?&=%#:~+-]{1,500}", re.ASCII)


@rule(
    "DZ305",
    anchors=("http://", "https://", "www."),
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.PRACTICE,
)
def web_address(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """正文里有网址"""
    found = ADDRESS.match(reading.text, anchor.start)
    if found:
        yield Hit(
            Span(*found.span()),
            "对照检查材料里很少需要网址；如是复制带入，请删去；如是出处，请改写成文件名称",
        )
