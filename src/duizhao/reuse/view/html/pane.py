"""One of two texts side by side, line by line: passages, differences and excluded spans are marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duizhao.page import attribute, escaped
from duizhao.reuse.differing_words import widen_differences
from duizhao.reuse.model import Difference, ExcludedSpan
from duizhao.reuse.recurrence import RecurringPoint
from duizhao.reuse.view.shown import Facing
from duizhao.reuse.view.text_pieces import TextPiece, pieces
from duizhao.text import Source, Span

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


def pane(id: str, facing: Facing, recurring: tuple[RecurringPoint, ...], *, on_left: bool) -> str:
    """The text of a side; anchors begin with `id`."""
    side = facing.left if on_left else facing.right
    stretches = list(_stretches(facing, recurring, on_left))
    source = Source(side.text)
    lines = [source.line(number) for number in range(1, source.position(len(side.text)).line + 1)]
    cuts = [at for line in lines for at in line]
    cut = list(pieces(Span(0, len(side.text)), stretches, cuts))
    return f'<div class="text" tabindex="0">{"".join(_lines(id, side.text, lines, cut))}</div>'


def changes(facing: Facing) -> list[Difference]:
    """The differences in all passages, as whole words and figures, in the order of the left text."""
    left, right = facing.left.text, facing.right.text
    return [each for one in facing.passages for each in widen_differences(one, left, right)]


def _stretches(
    facing: Facing, recurring: tuple[RecurringPoint, ...], on_left: bool
) -> Iterator[tuple[Span, object]]:
    side = facing.left if on_left else facing.right
    for number, each in enumerate(facing.passages, 1):
        yield (each.left if on_left else each.right), PassageTag(number)
    for number, change in enumerate(changes(facing), 1):
        if on_left:
            yield change.left, ChangeTag(number, change.right.of(facing.right.text))
        else:
            yield change.right, ChangeTag(number, change.left.of(facing.left.text))
    for left_out in side.left_out:
        yield left_out.span, left_out
    for number, problem in enumerate(recurring, 1):
        yield (problem.span if on_left else problem.earlier), RecurrenceTag(number)


def _lines(id: str, text: str, lines: list[Span], cut: list[TextPiece]) -> Iterator[str]:
    seen: set[object] = set()
    at = 0
    for number, line in enumerate(lines, 1):
        parts: list[str] = []
        while at < len(cut) and cut[at].span.end <= line.end:
            if cut[at].span.start >= line.start:
                parts += _anchors(id, cut[at], seen), _marked(text, cut[at])
            at += 1
        content = "".join(parts)
        if content.strip():
            yield f'<p data-line="{number}">{content}</p>'


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


def _marked(text: str, piece: TextPiece) -> str:
    """A piece as one element: its first passage gives the colour; other marks become classes and a title."""
    shared = [tag.number for tag in piece.tags if isinstance(tag, PassageTag)]
    changed = [tag.number for tag in piece.tags if isinstance(tag, ChangeTag)]
    of = _numbers("p", shared) + _numbers("x", changed)
    classes = [colour(shared[0])] if shared else []
    classes += dict.fromkeys(CLASSES[type(tag)] for tag in piece.tags if type(tag) in CLASSES)
    if piece.span.start == piece.span.end:
        return (
            f'<i class="gap"{_numbers("x", changed)}{_title(piece)}></i>' if "x" in classes else ""
        )
    content = escaped(piece.span.of(text))
    if not classes:
        return content
    element = "mark" if shared else "span"
    return f'<{element} class="{" ".join(classes)}"{of}{_title(piece)}>{content}</{element}>'


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
