"""What one row of a list shows of a file: whose statement it is, how much of it is there, what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from duizhao.lint import CheckedSource, Reading, Rule, Severity
from duizhao.report.subject import Subject
from duizhao.report.tally import Tally
from duizhao.report.to_do import first_line


@dataclass(frozen=True, slots=True)
class RowFacts:
    """A file in brief. `campaign` is what it was checked against, or the reason why it is no statement.

    `aspects` pairs the name of each aspect that is asked for with whether the text has it; `counts` is by severity;
    `first` is the first thing to mend. `statements` counts those in the file: the facts are those of the first.
    """

    title: str
    who: str
    campaign: str
    recognised: bool
    statements: int
    characters: int
    aspects: tuple[tuple[str, bool], ...]
    counts: Mapping[str, int]
    layout: int
    first: str

    @classmethod
    def from_checked(cls, checked: CheckedSource, rules: Mapping[str, Rule]) -> RowFacts:
        tally = Tally.from_checked(checked, rules)
        content = tally.content
        reading = checked.readings[0] if checked.readings else None
        subject = Subject.from_reading(reading) if reading else None
        recognised = subject is not None and subject.recognised
        return cls(
            title=subject.title if subject else "",
            who=_who(reading, subject) if reading and subject else "",
            campaign=_campaign(subject) if subject else "没有文字",
            recognised=recognised,
            statements=len(checked.readings),
            characters=subject.characters if subject else 0,
            aspects=_aspects(reading) if reading and recognised else (),
            counts={severity.value: content[severity] for severity in Severity},
            layout=tally.layout.total(),
            first=first_line(checked.source, checked.findings, rules),
        )

    def as_json(self) -> dict[str, Any]:
        """The facts as JSON has them."""
        return asdict(self)


def _aspects(reading: Reading) -> tuple[tuple[str, bool], ...]:
    statement = reading.statement
    found = {aspect.key for aspect, _ in statement.aspects}
    return tuple((each.name, each.key in found) for each in statement.profile.aspects)


def _who(reading: Reading, subject: Subject) -> str:
    return subject.role or " ".join(reading.of(reading.document.signature).split())


def _campaign(subject: Subject) -> str:
    return subject.profile_title if subject.recognised else subject.why
