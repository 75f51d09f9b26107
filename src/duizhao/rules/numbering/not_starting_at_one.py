"""（二） first"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Sequence
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering.counting import broken_off, is_counted, written


@rule("DZ204", on=Sequence, severity=Severity.WARNING, source="文字常识", strength=Strength.EVIDENT)
def not_starting_at_one(sequence: Sequence, reading: Reading) -> Iterator[Hit]:
    """层次序数不从一开始"""
    first = sequence.markers[0]
    if first.number != 1 and is_counted(sequence) and not broken_off(sequence, reading.document):
        style = sequence.style
        yield Hit(
            first.span,
            f"这一组从“{written(style, first.number)}”开始，前面没有“{written(style, 1)}”。"
            "是漏了前面的内容，还是序数写错了？",
        )
