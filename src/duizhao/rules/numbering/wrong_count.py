"""“以下三个问题”, and four follow"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from duizhao.document import Document, Marker, MarkerSequence
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span
from duizhao.text.numerals import value
from duizhao.text.pattern import LazyPattern

CLAIM = LazyPattern(
    r"(?<![第几百一二三四五六七八九十\d])([一二三四五六七八九十两]{1,3}|\d{1,2})(?:个|点|条|项|大)?$"
)
# 征求到的二十三条意见: what others said is not what is listed below.
GATHERED = LazyPattern("(?:征求|征集|收集|收到|梳理|反馈|提出|提了)[^。；\n]{0,8}$")
FARTHEST = 10
# Text between the claim and the first marker: the rest of the sentence, on the same line or the line above.
# Another number, or what was done already, belongs to another matter.
BETWEEN = LazyPattern(
    r"(?:(?![0-9一二三四五六七八九十两几已了过完毕]|解决|制定|采纳|整改[后到])[^。：:；\n]){0,12}"
    r"[：:。]?[ \u3000]*\n?[ \u3000]*"
)
ANCHORS = tuple(
    measure + noun
    for measure in ("个", "点", "条", "项", "大", "个方面的", "个方面")
    for noun in ("方面", "问题", "原因", "措施", "不足", "表现", "差距", "意见")
)


@rule(
    "DZ214",
    anchors=ANCHORS,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    criteria=("E4",),
)
def wrong_count(place: Span, reading: Reading) -> Iterator[Hit]:
    """说的项数与列的项数不符"""
    sections = reading.document.sections
    if sections and place.start < sections[0].span.start:
        return  # The count in the preamble is that of the aspects: DZ118.
    claim = CLAIM.search(reading.text, max(0, place.start - 4), place.start)
    claimed = value(claim[1]) if claim else None
    if claim is None or claimed is None:
        return
    if reading.of(place).endswith("意见") and GATHERED.search(
        reading.text, max(0, claim.start() - FARTHEST), claim.start()
    ):
        return
    listed = _listed(place, reading)
    markers = _one_list(listed, claimed, reading.document) if listed else ()
    if markers and len(markers) != claimed:
        span = Span(claim.start(), place.end)
        yield Hit(
            span,
            f"这里说“{reading.of(span)}”，下面列了{len(markers)}项。",
            asks="是漏列、多列，还是数字没有跟着改？",
            related=((markers[0].span, "第一项"), (markers[-1].span, "最后一项")),
        )


def _listed(place: Span, reading: Reading) -> MarkerSequence | None:
    """The sequence that begins right after the claim's sentence."""
    between = BETWEEN.match(reading.text, place.end)
    end = between.end() if between else place.end
    sequences = reading.document.sequences
    at = bisect_left(sequences, place.end, key=lambda sequence: sequence.span.start)
    for sequence in sequences[at : at + 1]:
        if sequence.span.start <= end and sequence.markers[0].number == 1:
            return sequence
    return None


def _one_list(listed: MarkerSequence, claimed: int, document: Document) -> tuple[Marker, ...]:
    """The markers of the list, without those that run on under a later heading."""
    markers = listed.markers
    if len(markers) <= claimed:
        return markers
    headings, level = document.headings, listed.style.level
    first, last = (
        bisect_left(headings, markers[at].span.start, key=lambda each: each.span.start)
        for at in (claimed - 1, claimed)
    )
    runs_on = any(headings[at].level < level for at in range(first, last))
    return markers[:claimed] if runs_on else markers
