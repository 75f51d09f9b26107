"""One of two texts side by side, line by line: passages, differences and excluded spans are marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from duizhao.page import attribute, escaped
from duizhao.reuse.differing_words import widen_differences
from duizhao.reuse.model import Difference, ExcludedSpan
from duizhao.reuse.recurrence import RecurringPoint
from duizhao.reuse.view.shown import Facing
from duizhao.reuse.view.text_pieces import TextPiece, pieces
from duizhao.text import Span
from duizhao.text.source import LINE_BREAK

COLOUR_COUNT = 6
LONGEST_TIP = 60


@dataclass(frozen=True, slots=True)
class PassageTag:
    """Marks a passage, numbered from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class ChangeTag:
    """Marks a difference, numbered from 1; `other` is what the other side has there."""

    number: int
    other: str


@dataclass(frozen=True, slots=True)
class RecurrenceTag:
    """Marks a recurring problem, numbered from 1."""

    number: int


CLASSES: dict[type, str] = {ChangeTag: "x", ExcludedSpan: "out", RecurrenceTag: "back"}


def colour(number: int) -> str:
    """The CSS class of a passage, numbered from 1."""
    return f"c{(number - 1) % COLOUR_COUNT + 1}"


def pane(
    id: str,
    facing: Facing,
    changed: Sequence[Difference],
    recurring: tuple[RecurringPoint, ...],
    *,
    on_left: bool,
) -> str:
    """The text of a side, with its `changed` places; anchors begin with `id`."""
    side = facing.left if on_left else facing.right
    stretches = list(_stretches(facing, changed, recurring, on_left))
    found = pieces(Span(0, len(side.text)), stretches)
    return f'<div class="text" tabindex="0">{"".join(_lines(id, side.text, found))}</div>'


def changes(facing: Facing) -> list[Difference]:
    """The differences in all passages, as whole words and figures, in the order of the left text."""
    left, right = facing.left.text, facing.right.text
    return [each for one in facing.passages for each in widen_differences(one, left, right)]


def _stretches(
    facing: Facing,
    changed: Sequence[Difference],
    recurring: tuple[RecurringPoint, ...],
    on_left: bool,
) -> Iterator[tuple[Span, object]]:
    side = facing.left if on_left else facing.right
    for number, each in enumerate(facing.passages, 1):
        yield (each.left if on_left else each.right), PassageTag(number)
    for number, change in enumerate(changed, 1):
        if on_left:
            yield change.left, ChangeTag(number, change.right.of(facing.right.text))
        else:
            yield change.right, ChangeTag(number, change.left.of(facing.left.text))
    for left_out in side.left_out:
        yield left_out.span, left_out
    for number, problem in enumerate(recurring, 1):
        yield (problem.span if on_left else problem.earlier), RecurrenceTag(number)


def _lines(id: str, text: str, cut: Iterable[TextPiece]) -> Iterator[str]:
    """The lines as paragraphs with their numbers. A piece over several lines is one element in each."""
    seen: set[object] = set()
    number, line, anchors = 1, "", ""
    for piece in cut:
        opens, closes = _element(piece)
        anchors += _anchors(id, piece, seen)
        if piece.span.start == piece.span.end:
            line, anchors = line + anchors + opens + closes, ""
            continue
        # All at once: a text may be one passage of a hundred thousand lines.
        parts = [opens + each + closes if each else "" for each in _contents(piece.span, text)]
        if (
            anchors
            and (first := next((at for at, each in enumerate(parts) if each), None)) is not None
        ):
            parts[first], anchors = anchors + parts[first], ""
        line += parts[0]
        if len(parts) > 1:
            yield _line(number, line)
            yield "".join([_line(at, each) for at, each in enumerate(parts[1:-1], number + 1)])
            number += len(parts) - 1
            line = parts[-1]
    yield _line(number, line)


def _line(number: int, content: str) -> str:
    return f'<p data-line="{number}">{content}</p>' if content.strip() else ""


def _contents(span: Span, text: str) -> list[str]:
    """What a piece has of each line."""
    # A line break may be cut in two: its second half begins no line of its own.
    is_inside_break = text[max(0, span.start - 1) : span.start + 1] == "\r\n"
    return LINE_BREAK.split(escaped(text[span.start + is_inside_break : span.end]))


def _anchors(id: str, piece: TextPiece, seen: set[object]) -> str:
    """The link targets of passages and problems that begin in this piece."""
    new = [tag for tag in piece.tags if tag not in seen]
    seen.update(new)
    return "".join(
        f'<a class="n {colour(tag.number)}" id="{id}{tag.number}" data-n="{tag.number}"></a>'
        if isinstance(tag, PassageTag)
        else f'<a id="{id}b{tag.number}"></a>'
        for tag in new
        if isinstance(tag, PassageTag | RecurrenceTag)
    )


def _element(piece: TextPiece) -> tuple[str, str]:
    """The tags around a piece: its first passage gives the colour; other marks become classes and a title."""
    shared = [tag.number for tag in piece.tags if isinstance(tag, PassageTag)]
    changed = [tag.number for tag in piece.tags if isinstance(tag, ChangeTag)]
    classes = [colour(shared[0])] if shared else []
    classes += dict.fromkeys(CLASSES[type(tag)] for tag in piece.tags if type(tag) in CLASSES)
    if piece.span.start == piece.span.end:
        classes = ["gap"] if changed else []
        shared = []
    if not classes:
        return "", ""
    element = "mark" if shared else "i" if classes == ["gap"] else "span"
    of = _numbers("p", shared) + _numbers("x", changed)
    return f'<{element} class="{" ".join(classes)}"{of}{_title(piece)}>', f"</{element}>"


def _numbers(key: str, numbers: Sequence[int]) -> str:
    return f' data-{key}="{" ".join(map(str, numbers))}"' if numbers else ""


def _title(piece: TextPiece) -> str:
    tips = "；".join(dict.fromkeys(filter(None, map(_tip, piece.tags))))
    return f' title="{attribute(tips)}"' if tips else ""


def _tip(tag: object) -> str:
    match tag:
        case ChangeTag(_, ""):
            return "另一侧没有这几个字"
        case ChangeTag(_, other):
            return f"另一侧：{other[:LONGEST_TIP]}"
        case ExcludedSpan(_, reason, source):
            return f"不计入：{reason}（{source}）"
        case RecurrenceTag(number):
            return f"逐字再次出现的问题 {number}"
        case _:
            return ""
