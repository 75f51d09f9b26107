"""The label of a text: by what is given, by a list, by its own words, by the name of its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from duizhao.api.checker import Checker, default_checker
from duizhao.reuse.labels import label_of_readings, person_of_file_name
from duizhao.reuse.model import DocumentKind, DocumentLabel
from duizhao.text import Source

NOTHING_GIVEN = DocumentLabel(kind=DocumentKind.NOT_GIVEN)


def label_of(source: Source, checker: Checker | None = None) -> DocumentLabel:
    """The label of a text, as `label_of_readings` finds it in what the checker reads there."""
    return label_of_readings((checker or default_checker()).readings(source))


@dataclass(frozen=True, slots=True)
class Labeller:
    """Labels a text by what is `given` for all, else what is `listed` for its file's name, else its own words.

    A name that its words leave open may be that of its file.
    """

    given: DocumentLabel = NOTHING_GIVEN
    listed: Mapping[str, DocumentLabel] = field(default_factory=dict)

    def label(self, source: Source, checker: Checker) -> DocumentLabel:
        """The label of a text. A template has no person, whatever name is below it."""
        name = Path(source.name).name
        known = _filled(self.given, self.listed.get(name, NOTHING_GIVEN))
        if known.kind == DocumentKind.TEMPLATE:
            return known
        kind = known.kind or DocumentKind.STATEMENT
        label = replace(_filled(known, label_of(source, checker)), kind=kind)
        if label.person:
            return label
        return replace(label, person=person_of_file_name(Path(source.name).stem, source.text))


def _filled(first: DocumentLabel, second: DocumentLabel) -> DocumentLabel:
    """The first label, its empty fields filled from the second."""
    return DocumentLabel(
        person=first.person or second.person,
        unit=first.unit or second.unit,
        year=first.year or second.year,
        campaign=first.campaign or second.campaign,
        kind=first.kind or second.kind,
    )
