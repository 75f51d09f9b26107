"""（一） → （三）"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from duizhao.document import Marker, Sequence
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering.counting import elsewhere, is_counted, named, written


@rule("DZ201", on=Sequence, severity=Severity.ERROR, source="文字常识", strength=Strength.EVIDENT)
def skipped_number(sequence: Sequence, reading: Reading) -> Iterator[Hit]:
    """层次序数跳号"""
    for at, (before, marker) in enumerate(pairwise(sequence.markers), 1):
        if marker.number <= before.number + 1 or not is_counted(sequence):
            continue
        if missing := _missing(sequence, at, before, reading):
            style = sequence.style
            yield Hit(
                marker.span,
                f"“{written(style, before.number)}”之后是“{written(style, marker.number)}”，"
                f"缺{named(missing, style)}。是漏了一项，还是序数写错了？",
                related=((before.span, "前一项"),),
            )


def _missing(sequence: Sequence, at: int, before: Marker, reading: Reading) -> list[int]:
    """The numbers left out before marker `at`; none where only the marker before or after is miscounted."""
    markers = sequence.markers
    number = markers[at].number
    after = markers[at + 1].number if at + 1 < len(markers) else None
    place = markers[0].number + at
    if number == place or (number == after and after == place + 1):
        return []
    known = {marker.number for marker in markers} | elsewhere(sequence, reading.document)
    return [each for each in range(before.number + 1, number) if each not in known]
