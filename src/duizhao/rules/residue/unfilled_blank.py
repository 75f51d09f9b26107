from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.residue._blanks import ANCHORS, blank_at, is_withheld
from duizhao.text import Span


@rule(
    "DZ301",
    anchors=ANCHORS,
    severity=Severity.ERROR,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    criteria=("F5",),
)
def unfilled_blank(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """空白未填"""
    found = blank_at(anchor, reading.source)
    if not found:
        return
    blank = Span(*found)
    if not reading.statement.recognised and is_withheld(blank, reading.text):
        yield Hit(
            blank,
            f"“{reading.of(blank)}”代替了名称",
            severity=Severity.HINT,
            asks="是有意隐去，还是没有填？",
        )
    else:
        yield Hit(
            blank,
            "这里留空没有填",
            asks="是哪个单位、哪项工作、哪一年？",
            advice="请填上，或删去这一句",
        )
