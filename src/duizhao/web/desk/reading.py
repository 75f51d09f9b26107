"""A stored version, read and checked; the facts of its row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from duizhao import api
from duizhao.web.desk import actions, checking, queries
from duizhao.web.desk.models import NOT_A_STATEMENT, DeskFile, ReadStatus, Version
from duizhao.web.stored_files import load

ARCHIVE = ".zip"
SLOW_SUFFIXES = frozenset((".pdf", ".doc", ".wps", ".rtf", ".odt", ARCHIVE))
"""Formats that take longer than a request should: they are read by a job."""


def read_version(file: DeskFile, version: Version) -> None:
    """Read and check a version, and keep what its row shows; a file that cannot be read keeps the reason."""
    try:
        made_with = checking.stamp()
        outcome = checked(file, version)
    except api.UnreadableDocument as fault:
        actions.refuse(file=file, reason=fault.reason)
    except api.DuizhaoError as fault:
        actions.refuse(file=file, reason=str(fault))
    else:
        facts = api.RowFacts.from_checked(outcome, rules()).as_json()
        actions.keep_facts(file=file, facts=facts, checked_with=made_with, text=outcome.source.text)


def read_if_outdated(file: DeskFile) -> None:
    """Compute the facts of a row anew that were computed with other settings than those of now."""
    if file.status == ReadStatus.READ and file.checked_with != checking.stamp():
        read_version(file, file.versions.last())


def source_of(file: DeskFile, version: Version) -> api.Source:
    """The text of a version. Raises DuizhaoError."""
    source = source_of_bytes(load(version.content), file.name, version.suffix)
    return replace(source, is_given=True) if queries.is_given(file) else source


def source_of_bytes(data: bytes, name: str, suffix: str) -> api.Source:
    """The text of a file. Raises DuizhaoError."""
    if suffix not in api.readable_suffixes():
        known = f"不认识 {suffix} 格式" if suffix else "文件名没有后缀，不知道是什么格式"
        raise api.UnreadableDocument(name, f"{known}；请另存为 .docx 或 .txt 后再放进来")
    return api.read_bytes(data, name, suffix.removeprefix("."))


def checked(
    file: DeskFile, version: Version, most: int | None = api.MAX_PER_RULE
) -> api.CheckedSource:
    """A version, checked, without the findings that are put aside. Raises DuizhaoError."""
    return checked_with_aside(file, version, most)[0]


def checked_with_aside(
    file: DeskFile, version: Version, most: int | None = api.MAX_PER_RULE
) -> tuple[api.CheckedSource, tuple[api.Finding, ...]]:
    """A version, checked, and the findings in it that are put aside. Raises DuizhaoError.

    Where it was put aside that this is no statement, that is still among them, so that it can be taken back.
    """
    source = source_of(file, version)
    found, apart = api.without_aside(
        checking.checker().check(source, most), queries.keys_aside(file), rules()
    )
    if not source.is_given:
        return found, apart
    as_it_looks = checking.checker().check(replace(source, is_given=False), most).findings
    return found, tuple(each for each in as_it_looks if each.code == NOT_A_STATEMENT) + apart


def rules() -> Mapping[str, api.Rule]:
    """The rules by code."""
    return checking.checker().by_code
