"""（一） alone"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Sequence, Style
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering.counting import elsewhere, is_counted, written


@rule("DZ206", on=Sequence, severity=Severity.WARNING, source="文字常识", strength=Strength.EVIDENT)
def lone_number(sequence: Sequence, reading: Reading) -> Iterator[Hit]:
    """只有一项却编了序数"""
    if len(sequence.markers) > 1 or sequence.style is Style.PART or not is_counted(sequence):
        return
    (marker,) = sequence.markers
    if marker.number == 1 and not elsewhere(sequence, reading.document):
        style = sequence.style
        yield Hit(
            marker.span,
            f"只有“{written(style, 1)}”，没有“{written(style, 2)}”。"
            "是后面的内容漏了，还是这一项不必编号？",
        )
