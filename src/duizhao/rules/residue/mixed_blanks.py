from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.residue._blanks import ANCHORS, blanks
from duizhao.text import Span

CODE = "DZ302"


@rule(
    CODE,
    on=Document,
    anchors=ANCHORS,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def mixed_blanks(document: Document, reading: Reading) -> Iterator[Hit]:
    """空白记号不一"""
    styles: dict[str, Span] = {}
    for blank in blanks(reading, CODE):
        style = reading.text[blank.start]
        if style not in "（(《〔“[…年月N习毛邓 \u3000":
            styles.setdefault(style, blank)
    if len(styles) > 1:
        first, second, *rest = styles.values()
        shown = "、".join(f"“{reading.of(span)}”" for span in styles.values())
        related = tuple((span, "另一种记号") for span in (first, *rest))
        message = f"空白用了{len(styles)}种记号（{shown}），逐个查找时容易漏填；请先统一成一种，再逐处填上"
        yield Hit(second, message, related=related)
