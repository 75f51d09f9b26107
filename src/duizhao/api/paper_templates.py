"""A unit's own Word file with named places: read, and filled with what is known of a meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from duizhao.api.text_edit import edit_bytes
from duizhao.errors import DuizhaoError, UnreadableDocument
from duizhao.meeting_papers import (
    PLACES,
    FilledPaper,
    PaperFact,
    fill,
    named_places,
    unknown_places,
)
from duizhao.read import read_bytes
from duizhao.text import AsideKind, Edit, Source, Span
from duizhao.text.nearest import nearest

NOT_FILLED = frozenset((AsideKind.HEADER, AsideKind.FOOTER, AsideKind.FOOTNOTE))


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A filled paper and the file that holds it."""

    filled: FilledPaper
    data: bytes


def fill_template(data: bytes, name: str, facts: Mapping[str, PaperFact]) -> PaperFile:
    """A unit's own Word file, its named places filled and its look kept. Raises what `read_template` raises."""
    source = read_template(data, name)
    filled = fill(source.text, facts)
    edited, _ = edit_bytes(source, data, _by_paragraphs(source.text, filled.edits))
    return PaperFile(filled, edited)


def read_template(data: bytes, name: str) -> Source:
    """The text of a Word file with named places.

    Raises UnreadableDocument for what is no .docx, DuizhaoError for one without places or with unknown ones.
    """
    if not name.lower().endswith(".docx"):
        raise UnreadableDocument(name, "模板要是 Word 文件（.docx）；请用 Word 或 WPS 另存为 .docx")
    source = read_bytes(data, name, "docx")
    if any(each.kind in NOT_FILLED and "{{" in each.text for each in source.asides):
        raise DuizhaoError(f"{name}：页眉、页脚、脚注里的填写处填不了；请移到正文里")
    if not any(True for _ in named_places(source.text)):
        raise DuizhaoError(
            f"{name}：里面没有 {{{{会议名称}}}} 这样的填写处；写上要填的名称再放进来"
        )
    if unknown := unknown_places(source.text):
        hints = (f"{{{{{each}}}}}{_hint(each)}" for each in unknown)
        raise DuizhaoError(f"{name}：有不认识的填写处：{'、'.join(hints)}")
    return source


def _hint(name: str) -> str:
    near = nearest(name, PLACES)
    return f"（是不是{{{{{near}}}}}？）" if near else ""


def _by_paragraphs(text: str, edits: tuple[Edit, ...]) -> Iterator[Edit]:
    """The edits, those with several lines as one in the line and new lines behind it."""
    for edit in edits:
        first, *more = edit.replacement.split("\n")
        yield Edit(edit.span, first)
        if more:
            end = text.find("\n", edit.span.end)
            lines = "\n".join(more)
            at = len(text) if end < 0 else end + 1
            yield Edit(Span(at, at), f"\n{lines}" if end < 0 else f"{lines}\n")
