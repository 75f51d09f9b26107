from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.residue._blanks import ANCHORS, blanks, is_withheld
from duizhao.text import Span

CODE = "DZ301"
LONGEST_QUOTED = 24


@rule(
    CODE,
    on=Document,
    anchors=ANCHORS,
    severity=Severity.ERROR,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    criteria=("F5",),
)
def unfilled_blank(document: Document, reading: Reading) -> Iterator[Hit]:
    """空白未填"""
    for blank in blanks(reading, CODE):
        yield _hit(blank, reading)


def _hit(blank: Span, reading: Reading) -> Hit:
    is_nameless = reading.of(blank) == "某某" and _is_quoted(blank, reading.text)
    if is_nameless or (not reading.statement.recognised and is_withheld(blank, reading.text)):
        return Hit(
            blank,
            f"“{reading.of(blank)}”代替了名称",
            severity=Severity.HINT,
            asks="是有意隐去，还是没有填？",
        )
    return Hit(
        blank,
        "这里留空没有填",
        asks="是哪个单位、哪项工作、哪一年？",
        advice="请填上，或删去这一句",
    )


def _is_quoted(blank: Span, text: str) -> bool:
    """True if a blank may be one of many, in what somebody says: “会议学习了某某文件”."""
    before = text[max(0, blank.start - LONGEST_QUOTED) : blank.start]
    return before.rfind("“") > before.rfind("”")
