"""The form of a superior's notice: for each requirement what the notice changes for this meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from duizhao.process import DateWindow, MeetingKind, MeetingRequirement
from duizhao.web.accounts.models import NAME_CHARACTERS
from duizhao.web.meetings.models.dossier import THEME_CHARACTERS

SHARE_IN_WORDS = re.compile(r"([1-9][0-9]{0,2})\s*/\s*([1-9][0-9]{0,2})")
MAX_DAYS, MAX_TIMES = 366, 99


@dataclass(frozen=True, slots=True)
class NoticeField:
    """A requirement with what a notice has changed: the fields that a form shows for it, as texts.

    `first` and `last` are days before or after the meeting; None where the requirement has none.
    """

    requirement: MeetingRequirement
    is_waived: bool
    text: str
    first: str | None
    last: str | None
    count: str | None
    share: str | None

    @property
    def is_after(self) -> bool:
        window = self.requirement.window
        return window is not None and window.closes > 0


class NoticeFault(Exception):
    """What is wrong in a form of a notice, in words for the user."""


def notice_fields(kind: MeetingKind, notice: Mapping[str, Any]) -> list[NoticeField]:
    """The fields of the form as they stand now."""
    given = {each["requirement"]: each for each in notice.get("overrides", ())}
    return [_field(each, given.get(each.id, {})) for each in kind.requirements]


def notice_given(kind: MeetingKind, form: Mapping[str, str]) -> dict[str, Any]:
    """A notice as the dossier keeps it. Raises NoticeFault."""
    title = " ".join(form.get("title", "").split())[:THEME_CHARACTERS]
    overrides = [found for each in kind.requirements if (found := _given(each, form))]
    if overrides and not title:
        raise NoticeFault("改了要求，就要写明依据哪份通知")
    number = " ".join(form.get("number", "").split())[:NAME_CHARACTERS]
    return {"title": title, "number": number, "overrides": overrides} if title else {}


def _field(requirement: MeetingRequirement, given: Mapping[str, Any]) -> NoticeField:
    window = DateWindow(*given["window"]) if given.get("window") else requirement.window
    count = given.get("count", requirement.count)
    share = given.get("least") or given.get("most") or _share(requirement)
    return NoticeField(
        requirement=requirement,
        is_waived=given.get("is_waived", False),
        text=given.get("text", ""),
        first=_days(window.opens) if window and window.closes < 0 else None,
        last=_days(window.closes) if window else None,
        count=None if count is None else str(count),
        share=share or None,
    )


def _given(requirement: MeetingRequirement, form: Mapping[str, str]) -> dict[str, Any]:
    """What a form changes of a requirement; empty if nothing."""
    id, found = requirement.id, dict(_changes(requirement, form))
    if form.get(f"waived-{id}"):
        found["is_waived"] = True
    if text := " ".join(form.get(f"text-{id}", "").split())[:THEME_CHARACTERS]:
        found["text"] = text
    return {"requirement": id, **found} if found else {}


def _changes(requirement: MeetingRequirement, form: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    id, window = requirement.id, requirement.window
    if window and (last := _number(form, f"last-{id}", MAX_DAYS)) is not None:
        first = _number(form, f"first-{id}", MAX_DAYS)
        new = (0, last) if window.closes > 0 else (None if first is None else -first, -last)
        if window.closes <= 0 and first is not None and first < last:
            raise NoticeFault(f"“{requirement.text}”：会前 {first} 日比会前 {last} 日还晚，请对调")
        if new != (window.opens, window.closes):
            yield "window", list(new)
    if requirement.count is not None:
        count = _number(form, f"count-{id}", MAX_TIMES)
        if count is not None and count != requirement.count:
            yield "count", count
    share = form.get(f"share-{id}", "").strip()
    if share and share != _share(requirement):
        if not SHARE_IN_WORDS.fullmatch(share):
            raise NoticeFault(f"“{requirement.text}”：比例写成几分之几，如 2/3")
        yield ("least" if requirement.least_share else "most"), share.replace(" ", "")


def _number(form: Mapping[str, str], name: str, most: int) -> int | None:
    words = form.get(name, "").strip()
    if not words:
        return None
    if not words.isdecimal() or int(words) > most:
        raise NoticeFault(f"“{words}”要写成 {most} 以内的数")
    return int(words)


def _days(day: int | None) -> str:
    return "" if day is None else str(abs(day))


def _share(requirement: MeetingRequirement) -> str:
    share = requirement.least_share or requirement.most_share
    return f"{share.numerator}/{share.denominator}" if share else ""
