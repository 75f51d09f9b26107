"""The label of a statement, read from the statement itself: whose it is, of which unit, year and campaign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.document.signed import Signed, signed
from duizhao.document.years import dated, titled
from duizhao.lint import Reading
from duizhao.reuse.model import DocumentLabel

GENERIC = "generic"


def label_of_readings(readings: Iterable[Reading]) -> DocumentLabel:
    """The label of a text: what its signature, role line, date and campaign say. What they do not say stays empty.

    A text with several statements has the label that they share.
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


def _signatures(reading: Reading) -> Iterator[Signed]:
    document = reading.document
    for span in (*document.roles, document.signature):
        if span:
            yield signed(document.of(span))


def _year(reading: Reading) -> str:
    """The year of the date, else that of the title, else that which the campaign is named for."""
    told = dated(reading.document) or titled(reading.document)
    if told:
        return str(told[0])
    year = _campaign(reading).rpartition("-")[2]
    return year if len(year) == 4 and year.isdecimal() else ""


def _campaign(reading: Reading) -> str:
    profile = reading.profile.id
    return profile if reading.statement.recognised and profile != GENERIC else ""


def _agreed(words: Iterable[str]) -> str:
    """The one word that all say; nothing where two differ, since one of them would be a guess."""
    said = set(words)
    return said.pop() if len(said) == 1 else ""
