"""The rows of the sheet of excluded spans: by document, reason and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.office.workbook import Column, Value
from duizhao.reuse.model import ExcludedSpan
from duizhao.reuse.view.shown import Side
from duizhao.reuse.view.words import beginning, count_covered, place
from duizhao.text import Source

LEFT_OUT = (
    Column("材料", 22), Column("人员", 10), Column("原因", 11), Column("来源", 34), Column("处数", 7),
    Column("字数", 7), Column("位置（前几处）", 20), Column("文字（前几处）", 54),
)  # fmt: skip
LISTED_PLACES = 4


def left_out_rows(sides: Iterable[Side]) -> Iterator[list[Value]]:
    for side in sides:
        source = Source(side.text)
        by_source: dict[tuple[str, str], list[ExcludedSpan]] = {}
        for each in side.left_out:
            by_source.setdefault((each.reason, each.source), []).append(each)
        for (reason, whose), found in by_source.items():
            spans = [each.span for each in found]
            yield [
                side.name, side.label.person, reason, whose, len(found), count_covered(spans, side.text),
                "、".join(place(side.name, source, span) for span in spans[:LISTED_PLACES]),
                "\n".join(dict.fromkeys(beginning(span.of(side.text)) for span in spans[:LISTED_PLACES])),
            ]  # fmt: skip
