"""A text edited: by certain fixes that somebody takes, or by a text that somebody typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from duizhao.api.encoded_text import encoded
from duizhao.errors import Unwritable
from duizhao.lint import Finding
from duizhao.lint.fix import compatible
from duizhao.read import TEXT_FORMATS
from duizhao.report.finding_lines import change_words
from duizhao.text import Edit, Source, Span, apply, place_in_words

LONGEST_COMPARED = 20_000
"""Characters of a line that is compared with its old wording; a longer one is replaced as a whole."""


def edits_of(findings: Iterable[Finding]) -> tuple[Edit, ...]:
    """The edits that can be made together to fix these findings; of two that overlap, the earlier."""
    return tuple(edit for finding in compatible(findings) for edit in finding.edits)


def edit_bytes(source: Source, data: bytes, edits: Iterable[Edit]) -> bytes:
    """The file `data`, from which `source` was read, with edits made: a text in its encoding, a Word file in its look.

    Raises Unwritable or UnreadableDocument, which say why not.
    """
    if why := why_not_editable(source.format):
        raise Unwritable(f"{source.name}：{why}")
    if source.format == "docx":
        from duizhao.review import edit_package

        return edit_package(data, source, edits)
    return encoded(replace(source, text=apply(source.text, edits)))


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
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, low, high, new_low, new_high in matcher.get_opcodes():
        if kind == "equal":
            continue
        paired = min(high - low, new_high - new_low)
        for at in range(paired):
            yield from _in_line(starts[low + at], old[low + at], new[new_low + at])
        yield from _lines(starts, old, low + paired, high, new[new_low + paired : new_high])


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
    if max(len(old), len(new)) > LONGEST_COMPARED:
        yield Edit(Span(start, start + len(old)), new)
        return
    for kind, low, high, new_low, new_high in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            yield Edit(Span(start + low, start + high), new[new_low:new_high])


def edit_words(source: Source, edit: Edit) -> str:
    """An edit for people: “第 10 段 “于部” → “干部””."""
    return f"{place_in_words(source, edit.span.start)} {change_words(source, edit)}"
