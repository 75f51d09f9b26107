"""The label of a statement, read from the statement itself: its person, unit, year and campaign."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from duizhao.document.frame.role_line import RoleLine, parse_role_line
from duizhao.document.years import year_of_date, year_of_title
from duizhao.lint import Reading
from duizhao.reuse.model import DocumentLabel

GENERIC = "generic"
FILLER = re.compile(
    "[^\u4e00-\u9fff]+|对照检查|检视剖析|自我剖析|自查自评|党性分析|个人|班子|领导|党员|年度|年|材料|发言|提纲|报告|专题|"
    "民主生活会|组织生活会|终稿|定稿|初稿|修改稿|最新|副本|复件|第.稿|.稿"
)
"""What the name of a statement's file has besides its person."""
NAME_LENGTHS = range(2, 5)
EDGE_LINES = 4
"""Lines at the beginning and at the end of a text where its person may be named."""


def label_of_readings(readings: Iterable[Reading]) -> DocumentLabel:
    """The label of a text, from its signature, role line, date and campaign. What they leave open stays empty.

    Of several statements, the label holds what all agree on.
    """
    labels = [_label(reading) for reading in readings]
    return DocumentLabel(
        person=_agreed(each.person for each in labels),
        unit=_agreed(each.unit for each in labels),
        year=_agreed(each.year for each in labels),
        campaign=_agreed(each.campaign for each in labels),
    )


def _label(reading: Reading) -> DocumentLabel:
    who = list(_signatures(reading))
    return DocumentLabel(
        person=_agreed(each.person for each in who if each.person),
        unit=_agreed(each.unit for each in who if each.unit),
        year=_year(reading),
        campaign=_campaign(reading),
    )


def _signatures(reading: Reading) -> Iterator[RoleLine]:
    document = reading.document
    for span in (*document.roles, document.signature):
        if span:
            yield parse_role_line(document.of(span))


def _year(reading: Reading) -> str:
    """The year of the date, else of the title, else of the campaign's name."""
    found = year_of_date(reading.document) or year_of_title(reading.document)
    if found:
        return str(found[0])
    year = _campaign(reading).rpartition("-")[2]
    return year if len(year) == 4 and year.isdecimal() else ""


def _campaign(reading: Reading) -> str:
    profile = reading.profile.id
    return profile if reading.statement.recognised and profile != GENERIC else ""


def _agreed(words: Iterable[str]) -> str:
    """The word that all agree on; empty where two differ, since either would be a guess."""
    found = set(words)
    return found.pop() if len(found) == 1 else ""


def person_of_file_name(name: str, text: str) -> str:
    """The person that a file is named after, if the first or last lines of its text have that name too; else empty."""
    words = FILLER.sub(" ", name).split()
    lines = [line for line in text.splitlines() if line.strip()]
    edges = "".join("".join((*lines[:EDGE_LINES], *lines[-EDGE_LINES:])).split())
    return _agreed(word for word in words if len(word) in NAME_LENGTHS and word in edges)


def with_agreed_units(labels: Iterable[DocumentLabel]) -> list[DocumentLabel]:
    """The labels of one run, with each person's unit by the shortest name that any of that person's labels has.

    Two units of one person that are not parts of each other are kept apart: it may be two people.
    """
    given = list(labels)
    units: dict[str, set[str]] = {}
    for each in given:
        if each.person and each.unit:
            units.setdefault(each.person, set()).add(each.unit)
    shortest = {
        person: min(found, key=len)
        for person, found in units.items()
        if all(unit.startswith(min(found, key=len)) for unit in found)
    }
    return [
        replace(each, unit=shortest[each.person]) if each.person in shortest else each
        for each in given
    ]
