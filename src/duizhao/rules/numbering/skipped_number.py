"""（一） → （三）"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from duizhao.document import Marker, MarkerSequence
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.numbering._counting import (
    counts_up,
    is_counted,
    marker_list,
    marker_text,
    numbers_elsewhere,
    numbers_written,
)


@rule(
    "DZ201",
    on=MarkerSequence,
    severity=Severity.ERROR,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def skipped_number(sequence: MarkerSequence, reading: Reading) -> Iterable[Hit]:
    """层次序数跳号"""
    return () if counts_up(sequence) else _skipped(sequence, reading)


def _skipped(sequence: MarkerSequence, reading: Reading) -> Iterator[Hit]:
    markers = sequence.markers
    known: set[int] = set()
    for at, (before, marker) in enumerate(pairwise(markers), 1):
        if marker.number <= before.number + 1 or _is_in_place(markers, at):
            continue
        if not is_counted(sequence):
            return
        known = known or {m.number for m in markers} | numbers_elsewhere(sequence, reading.document)
        missing = [n for n in range(before.number + 1, marker.number) if n not in known]
        if missing:
            between = before.span.end, marker.span.start
            written_too = numbers_written(sequence.style, reading.document, *between)
            missing = [number for number in missing if number not in written_too]
        if missing:
            style, written = sequence.style, reading.of(sequence.markers[0].span)
            yield Hit(
                marker.span,
                f"“{marker_text(style, before.number, written)}”之后是“{marker_text(style, marker.number, written)}”，"
                f"缺{marker_list(missing, style, written)}。",
                asks="是漏了一项，还是序数写错了？",
                related=((before.span, "前一项"),),
            )


def _is_in_place(markers: tuple[Marker, ...], at: int) -> bool:
    """True if only the previous marker is wrong (1 2 2 4), or only this one is doubled (1 3 3)."""
    place = markers[0].number + at
    number = markers[at].number
    after = markers[at + 1].number if at + 1 < len(markers) else None
    return number == place or (number == after and after == place + 1)
