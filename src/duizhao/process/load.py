"""Reads the requirement table, the required talks and the kinds of meeting that come with the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from duizhao.files import read_toml
from duizhao.process.meeting_kind import MeetingKind
from duizhao.process.requirement import DateWindow, MeetingRequirement, Phase
from duizhao.process.talks import Coverage, Standing, TalkRule
from duizhao.status import Status

DATA = Path(__file__).parent / "data"


@cache
def meeting_kinds() -> Mapping[str, MeetingKind]:
    """Every kind of meeting by its id, read once."""
    requirements = {
        id: _requirement(id, row) for id, row in read_toml(DATA / "requirements.toml").items()
    }
    talks = {id: _talk_rule(id, row) for id, row in read_toml(DATA / "talks.toml").items()}
    return {
        id: _kind(id, row, requirements, talks)
        for id, row in read_toml(DATA / "meetings.toml").items()
    }


def _kind(
    id: str,
    row: Mapping[str, Any],
    requirements: Mapping[str, MeetingRequirement],
    talks: Mapping[str, TalkRule],
) -> MeetingKind:
    asked = (name.partition("=") for name in row["requirements"])
    return MeetingKind(
        id=id,
        name=row["name"],
        attendees=row["attendees"],
        source=row["source"],
        status=Status(row["status"]),
        requirements=tuple(replace(requirements[own or id], id=id) for id, _, own in asked),
        talks=tuple(talks[name] for name in row.get("talks", ())),
        agenda=tuple(row.get("agenda", ())),
        triggers=tuple(row.get("triggers", ())),
    )


def _requirement(id: str, row: Mapping[str, Any]) -> MeetingRequirement:
    return MeetingRequirement(
        id=id,
        text=row["text"],
        phase=Phase[row["phase"].upper()],
        source=row["source"],
        status=Status(row["status"]),
        is_firm=row.get("firm", True),
        window=_window(row),
        count=row.get("count"),
        least_share=Fraction(row["least"]) if "least" in row else None,
        most_share=Fraction(row["most"]) if "most" in row else None,
    )


def _window(row: Mapping[str, Any]) -> DateWindow | None:
    if "after" in row:
        return DateWindow(0, row["after"])
    before = row.get("before")
    if isinstance(before, list):
        return DateWindow(-before[0], -before[1])
    return None if before is None else DateWindow(None, -before)


def _talk_rule(id: str, row: Mapping[str, Any]) -> TalkRule:
    return TalkRule(
        id=id,
        text=row["text"],
        one=_standings(row["one"]),
        other=_standings(row["other"]),
        coverage=Coverage(row["coverage"]),
        source=row["source"],
        status=Status(row["status"]),
        is_firm=row.get("firm", True),
    )


def _standings(names: list[str]) -> tuple[Standing, ...]:
    return tuple(Standing[name.replace("-", "_").upper()] for name in names)
