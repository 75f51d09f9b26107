"""The label of a statement, read from the statement itself: its person, unit, year and campaign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.document.signer import Signer, signer
from duizhao.document.years import year_of_date, year_of_title
from duizhao.lint import Reading
from duizhao.reuse.model import DocumentLabel

GENERIC = "generic"


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


def _signatures(reading: Reading) -> Iterator[Signer]:
    document = reading.document
    for span in (*document.roles, document.signature):
        if span:
            yield signer(document.of(span))


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
