"""Requirements of the campaign, and how well they are known."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import UNVERIFIED_NOTE, Hit, Reading, Severity
from duizhao.lint.placement import opening
from duizhao.profiles import Requirement, Status
from duizhao.statement import ChapterKind


def reminder(*known: Status) -> tuple[str, Severity | None]:
    """A note for the message and a lower severity, if a requirement behind the finding is not verified."""
    if all(status is Status.VERIFIED for status in known):
        return "", None
    return UNVERIFIED_NOTE, Severity.HINT


def unmet_requirement(reading: Reading, kind: ChapterKind) -> Requirement | None:
    """The profile's requirement of a chapter of this kind, if the statement has none."""
    for requirement in reading.profile.requirements:
        if requirement.section is kind:
            return None if reading.statement.chapters_of(kind) else requirement
    return None


def missing_chapter(
    reading: Reading, kind: ChapterKind, asks: str, advice: str = ""
) -> Iterator[Hit]:
    """A hit if the profile requires a chapter of this kind and the statement has none; a list has no such chapters."""
    if not reading.is_list and (requirement := unmet_requirement(reading, kind)):
        note, severity = reminder(requirement.status)
        yield Hit(
            opening(reading.document),
            f"没有看到“{kind.value}”。{reading.profile.title}要求：{requirement.text}"
            f"（{requirement.source}）。",
            asks=asks,
            advice=advice + note,
            severity=severity,
        )
