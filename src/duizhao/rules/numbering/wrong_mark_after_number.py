"""（一）、 for （一）; 一. for 一、; 1、 for 1.; 第一、 for 第一，"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.document import Marker, MarkerSequence, NumberStyle
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span

ENCLOSED = (NumberStyle.SECTION, NumberStyle.SUBPOINT, NumberStyle.CIRCLED)


@rule(
    "DZ210",
    on=MarkerSequence,
    severity=Severity.WARNING,
    source="GB/T 15834—2011 附录B.3.4",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def bracket_then_stop(sequence: MarkerSequence, reading: Reading) -> Iterable[Hit]:
    """带括号的序数后又加标点"""
    if sequence.style not in ENCLOSED:
        return ()
    message = "“{shown}”应写作“{wanted}”：括号已经把序数隔开，后面不用任何点号。"
    return _wrong_marks(sequence, reading, "、，,．.：:", "", message)


@rule(
    "DZ211",
    on=MarkerSequence,
    severity=Severity.WARNING,
    source="GB/T 15834—2011 附录B.3.2",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def chapter_without_comma(sequence: MarkerSequence, reading: Reading) -> Iterable[Hit]:
    """汉字序数后不是顿号"""
    if sequence.style is not NumberStyle.CHAPTER:
        return ()
    message = "“{shown}”应写作“{wanted}”：不带括号的汉字数字做序数，后面用顿号。"
    return _wrong_marks(sequence, reading, ".．，,：:", "、", message)


@rule(
    "DZ212",
    on=MarkerSequence,
    severity=Severity.HINT,
    source="GB/T 15834—2011 附录B.3.3",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def comma_after_digit(sequence: MarkerSequence, reading: Reading) -> Iterable[Hit]:
    """阿拉伯数字序数后是顿号"""
    if sequence.style is not NumberStyle.POINT:
        return ()
    message = "“{shown}”一般写作“{wanted}”：阿拉伯数字做序数，后面用下脚点。"
    return _wrong_marks(sequence, reading, "、，：", ".", message)


@rule(
    "DZ213",
    on=MarkerSequence,
    severity=Severity.HINT,
    source="GB/T 15834—2011 附录B.3.1",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def ordinal_without_comma(sequence: MarkerSequence, reading: Reading) -> Iterable[Hit]:
    """“第一”“首先”后不是逗号"""
    if sequence.style not in (NumberStyle.ORDINAL, NumberStyle.FIRST):
        return ()
    message = "“{shown}”一般写作“{wanted}”：“第”字头和“首先”一类的序数，后面用逗号。"
    return _wrong_marks(sequence, reading, "、.．", "，", message)


def _wrong_marks(
    sequence: MarkerSequence, reading: Reading, wrong: str, proper: str, message: str
) -> Iterator[Hit]:
    """One hit for all markers of a sequence followed by a character of `wrong`; the fix replaces it by `proper`.

    `message` may contain `{shown}` and `{wanted}`: the first such marker as it is and as it should be.
    """
    if places := [
        at for marker in sequence.markers if (at := _wrong_mark(marker, reading.text, wrong))
    ]:
        first, marker = places[0], _owner(sequence, places[0])
        number = reading.text[marker.span.start : first.start]
        yield Hit(
            first,
            message.format(shown=number + first.of(reading.text), wanted=number + proper)
            + (f"这一组共{len(places)}处。" if len(places) > 1 else ""),
            tuple(Edit(place, proper) for place in places),
            tuple((place, "同组") for place in places[1:]),
        )


def _wrong_mark(marker: Marker, text: str, wrong: str) -> Span | None:
    """The place of the wrong character: the last of the marker, or the next after it."""
    end = marker.span.end
    if text[end - 1] in wrong:
        return Span(end - 1, end)
    if text[end : end + 1] and text[end] in wrong:
        return Span(end, end + 1)
    return None


def _owner(sequence: MarkerSequence, place: Span) -> Marker:
    return next(m for m in sequence.markers if m.span.start < place.start <= m.span.end)
