"""A statement in the few facts that a reader of a report needs first."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import CheckedSource, Finding, Reading
from duizhao.profiles import PaperKind
from duizhao.text import Span, value


@value
class Subject:
    """A statement in brief. `characters` counts all but white space; `role` is the line under the title, if any.

    `why` is the reason for the choice of the profile or, if `recognised` is False, why this is no statement.
    """

    title: str
    role: str
    profile: str
    profile_title: str
    why: str
    recognised: bool
    characters: int
    problems: int
    causes: int
    measures: int
    kind: PaperKind = PaperKind.PERSON
    feedback: int = 0

    @property
    def counted(self) -> str:
        """What it holds, in numbers: problems, causes and measures, or points of feedback."""
        if self.kind is PaperKind.INSPECTION:
            return f"反馈的问题 {self.feedback} 个"
        return f"查摆的问题 {self.problems} 个、原因 {self.causes} 条、措施 {self.measures} 条"

    @classmethod
    def from_reading(cls, reading: Reading) -> Subject:
        document, statement = reading.document, reading.statement
        return cls(
            title="".join(_one_line(reading.of(span)) for span in document.title),
            role=" ".join(_one_line(reading.of(span)) for span in document.roles),
            profile=statement.profile.id,
            profile_title=statement.profile.title,
            why=statement.why,
            recognised=statement.recognised,
            characters=len("".join(reading.of(document.span).split())),
            problems=len(statement.problems),
            causes=len(statement.causes),
            measures=len(statement.measures),
            kind=statement.kind,
            feedback=len(statement.feedback) if statement.kind is PaperKind.INSPECTION else 0,
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def by_statement(checked: CheckedSource) -> list[tuple[Reading, tuple[Finding, ...]]]:
    """Each statement of a source with its findings; findings between two statements belong to the second."""
    readings, rest = checked.readings, list(checked.findings)
    shares = []
    for number, reading in enumerate(readings, 1):
        ends = reading.document.span.end if number < len(readings) else len(reading.text)
        within = [finding for finding in rest if _begins_by(finding.span, ends)]
        rest = [finding for finding in rest if not _begins_by(finding.span, ends)]
        shares.append((reading, tuple(within)))
    return shares


def by_recognised(checked: CheckedSource) -> Iterator[tuple[Reading, tuple[Finding, ...]]]:
    """Each statement of a source with its findings, without texts that are no statements."""
    return (each for each in by_statement(checked) if each[0].statement.recognised)


def _begins_by(span: Span, end: int) -> bool:
    return span.start < end or span.end <= end
