"""A text edited: by certain fixes that somebody takes, or by a text that somebody typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from duizhao.api.encoded_text import encoded
from duizhao.errors import UnreadableDocument, Unwritable
from duizhao.lint import Finding
from duizhao.lint.fix import compatible
from duizhao.read import TEXT_FORMATS
from duizhao.report.finding_lines import change_words
from duizhao.text import Edit, Source, Span, apply, place_in_words

LONGEST_COMPARED = 2_000
"""Lines of a text, or characters of a line, that are compared one by one; a longer stretch is replaced as a whole."""


def edits_of(findings: Iterable[Finding]) -> tuple[Edit, ...]:
    """The edits that can be made together to fix these findings; of two that overlap, the earlier."""
    return tuple(edit for finding in compatible(findings) for edit in finding.edits)


def edit_bytes(
    source: Source, data: bytes, edits: Iterable[Edit], *, leaves_out: bool = False
) -> tuple[bytes, tuple[Edit, ...]]:
    """The file `data`, from which `source` was read, with edits made, and those that were made.

    A text stays in its encoding, a Word file keeps its look. With `leaves_out` edits for which a Word file has no place
    are left out, as long as one is made.

    Raises Unwritable or UnreadableDocument, which say why not.
    """
    if why := why_not_editable(source.format):
        raise Unwritable(f"{source.name}：{why}")
    wanted = tuple(edits)
    if source.format != "docx":
        return encoded(replace(source, text=apply(source.text, wanted))), wanted
    from duizhao.review import NOT_EDITABLE, edit_package

    edited = edit_package(data, source, wanted)
    if edited.left and not (leaves_out and edited.made):
        raise UnreadableDocument(source.name, NOT_EDITABLE)
    return edited.data, edited.made


def why_not_editable(format: str) -> str:
    """Why files of a format cannot be changed here; empty where they can."""
    if format in TEXT_FORMATS or format == "docx":
        return ""
    if format == "pdf":
        return "PDF 改不了：请改原来的 Word 文件，再把改好的一稿放进来"
    return f".{format} 文件改不了：请用 Word 另存为 .docx，再放进来"


def edits_between(before: str, after: str) -> Iterator[Edit]:
    """The edits that turn one text into another: lines put in or taken out, and words changed in a line."""
    old, new = before.split("\n"), after.split("\n")
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line) + 1)
    for low, high, new_low, new_high in _changed(old, new):
        paired = min(high - low, new_high - new_low)
        for at in range(paired):
            yield from _in_line(starts[low + at], old[low + at], new[new_low + at])
        yield from _lines(starts, old, low + paired, high, new[new_low + paired : new_high])


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches that differ, each by its bounds in both. Long ones are not looked into."""
    low, room = 0, min(len(old), len(new))
    while low < room and old[low] == new[low]:
        low += 1
    end, new_end = len(old), len(new)
    while end > low and new_end > low and old[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    if low == end and low == new_end:
        return
    if max(end, new_end) - low > LONGEST_COMPARED:
        yield low, end, low, new_end
        return
    matcher = SequenceMatcher(None, old[low:end], new[low:new_end], autojunk=False)
    for kind, start, stop, new_start, new_stop in matcher.get_opcodes():
        if kind != "equal":
            yield low + start, low + stop, low + new_start, low + new_stop


def _lines(
    starts: list[int], old: list[str], low: int, high: int, new: list[str]
) -> Iterator[Edit]:
    """Whole lines put in before line `low`, or taken out up to line `high`."""
    end_of_text = starts[-1] - 1
    if new:
        is_last = low == len(old)
        at = end_of_text if is_last else starts[low]
        words = "\n".join(new)
        yield Edit(Span(at, at), f"\n{words}" if is_last else f"{words}\n")
    elif low < high:
        if high == len(old):
            yield Edit(Span(max(0, starts[low] - 1), end_of_text), "")
        else:
            yield Edit(Span(starts[low], starts[high]), "")


def _in_line(start: int, old: str, new: str) -> Iterator[Edit]:
    for low, high, new_low, new_high in _changed(old, new):
        yield Edit(Span(start + low, start + high), new[new_low:new_high])


def edit_words(source: Source, edit: Edit) -> str:
    """An edit for people: “第 10 段 “于部” → “干部””."""
    return f"{place_in_words(source, edit.span.start)} {change_words(source, edit)}"
