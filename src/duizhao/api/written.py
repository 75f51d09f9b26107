"""The text format, file by file: each is written where it is checked, and only the words travel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from duizhao.api.checker import Checker
from duizhao.api.outcome import Failure, Outcome
from duizhao.lint import Checked
from duizhao.report.tally import Tally
from duizhao.text import Source


@dataclass(frozen=True, slots=True)
class Written:
    """A file's findings as text, and how many they are."""

    text: str
    tally: Tally = field(default_factory=Tally)


@dataclass(frozen=True, slots=True)
class TextWriter:
    """How to write: in colour or not, so many columns wide. Called with a checker and a text, it checks and writes."""

    colour: bool = False
    width: int = 100

    def __call__(self, checker: Checker, source: Source) -> Written:
        return self.write(checker, checker.check(source))

    def write(self, checker: Checker, checked: Checked) -> Written:
        """What was found in one file."""
        from duizhao.report.text import render_one

        rules = checker.by_code
        text = render_one(checked, rules, colour=self.colour, width=self.width)
        return Written(text, Tally.of(checked.findings, rules))

    def each(self, checker: Checker, outcomes: Iterable[Outcome]) -> Iterator[Written | Failure]:
        """Outcomes that were had by other means, written here."""
        for outcome in outcomes:
            yield outcome if isinstance(outcome, Failure) else self.write(checker, outcome)

    def pieces(self, written: Iterable[Written | Failure]) -> Iterator[str]:
        """The text bit by bit: one piece a file as it comes in, and the sum at the end. Nothing is kept."""
        from duizhao.report.text import summary

        total, failures, files = Tally(), [], 0
        for each in written:
            if isinstance(each, Failure):
                failures.append((each.name, each.reason))
            else:
                files += 1
                total += each.tally
                yield each.text
        yield summary(total, files, failures, colour=self.colour)
