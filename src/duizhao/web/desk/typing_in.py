"""Words typed in the page: what is found in them, and how they become a version."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from duizhao import api
from duizhao.web.desk import actions, checking, queries, reading
from duizhao.web.desk.models import DeskFile, Version, VersionOrigin
from duizhao.web.desk.words import words_alone
from duizhao.web.stored_files import load


def typed(posted: QueryDict) -> str | None:
    """The text that a page sends, with the line breaks of a page; None without one."""
    text = posted.get("text")
    return None if text is None else _with_page_breaks(text)


def shown_text(file: DeskFile, version: Version) -> str:
    """The text of a version as a field of a page holds it. Raises DuizhaoError."""
    return _with_page_breaks(reading.source_of(file, version).text)


def is_saved(file: DeskFile, version: Version, text: str) -> bool:
    """Does a version have this text? Raises DuizhaoError."""
    return shown_text(file, version) == text


def findings_in(file: DeskFile, text: str) -> list[dict[str, Any]]:
    """What is found in a text that is typed over a file, without what is put aside. Raises DuizhaoError."""
    if len(text) > api.MAX_TEXT_BYTES:
        raise api.UnreadableDocument(file.name, "文字太长，检查不了；请分成几份")
    # The places are called as in the file: 第 3 段 of a Word file, 第 3 行 of a text.
    form = file.versions.last().suffix.removeprefix(".")
    is_given = queries.is_given(file)
    source = api.Source(text, name=file.name, format=form, is_given=is_given)
    checked = checking.checker().check(source)
    rest, _ = api.without_aside(checked, queries.keys_aside(file), reading.rules())
    return api.editor_findings(rest, reading.rules())


def save(file: DeskFile, after: int, text: str, by: Any = None) -> None:
    """Save a typed text as a version: in the file itself where its structure allows, else as a text of its own.

    Raises Overtaken, and DuizhaoError.
    """
    last = file.versions.last()
    if last.number != after:
        raise actions.Overtaken
    source = reading.source_of(file, last)
    if _with_page_breaks(source.text) == text:
        actions.drop_draft(file=file)
        return
    data, suffix, note = _as_version(last, source, text)
    version = actions.add_version(
        file=file,
        after=after,
        data=data,
        suffix=suffix,
        origin=VersionOrigin.TYPED,
        note=note,
        by=by,
    )
    reading.read_version(file, version)


def _as_version(last: Version, source: api.Source, text: str) -> tuple[bytes, str, str]:
    """The bytes of a version, the suffix of its format, and the remark to show with it."""
    written = text.replace("\n", "\r\n") if "\r\n" in source.text else text
    try:
        edits = api.edits_between(source.text, written)
        return api.edit_bytes(source, load(last.content), edits)[0], last.suffix, ""
    except api.UnreadableDocument as fault:
        why = fault.reason
    except api.Unwritable as fault:
        why = str(fault).removeprefix(f"{source.name}：")
    return text.encode("utf-8"), ".txt", words_alone(last, why)


def _with_page_breaks(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
