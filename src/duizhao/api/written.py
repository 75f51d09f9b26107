"""Reports file by file: each text's part is written where it is checked, and only that part travels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from duizhao import __version__
from duizhao.api.checker import Checker
from duizhao.api.outcome import Outcome
from duizhao.lint import CheckedSource, Failure
from duizhao.report import FORMATS, Format, Run
from duizhao.report.tally import Tally
from duizhao.report.written import Written
from duizhao.text import Source


class _Writing:
    """Called with a checker and a text, it checks and writes; so it can be done `for_each` file."""

    __slots__ = ()

    def write(self, checker: Checker, checked: CheckedSource) -> Written:
        raise NotImplementedError

    def __call__(self, checker: Checker, source: Source) -> Written:
        return self.write(checker, checker.check(source))

    def each(self, checker: Checker, outcomes: Iterable[Outcome]) -> Iterator[Written | Failure]:
        """Outcomes that were had by other means, written here."""
        for outcome in outcomes:
            yield outcome if isinstance(outcome, Failure) else self.write(checker, outcome)


@dataclass(frozen=True, slots=True)
class Writer(_Writing):
    """Writes in a format that waits for the last file."""

    form: Format

    def write(self, checker: Checker, checked: CheckedSource) -> Written:
        """What the format needs of one file."""
        rules = {rule.code: rule for rule in checker.rules}
        made = self.form.piece(checked, rules)
        return Written(made, Tally.of(checked.findings, rules))

    def whole(self, checker: Checker, written: Iterable[Written | Failure]) -> str | bytes:
        """The report. Raises MissingTool where the format needs an extra, before it asks for the first file."""
        whole = self.form.whole
        parts: list[Written] = []
        failures: list[tuple[str, str]] = []
        for each in written:
            if isinstance(each, Failure):
                failures.append((each.name, each.reason))
            else:
                parts.append(each)
        return whole(parts, Run(tuple(failures), tuple(checker.rules), __version__))


@dataclass(frozen=True, slots=True)
class TextWriter(_Writing):
    """Writes as a terminal shows it: in colour or not, so many columns wide."""

    colour: bool = False
    width: int = 100

    def write(self, checker: Checker, checked: CheckedSource) -> Written:
        """What was found in one file."""
        rules = checker.by_code
        text = FORMATS["text"].piece(checked, rules, colour=self.colour, width=self.width)
        return Written(text, Tally.of(checked.findings, rules))

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
                yield each.made
        yield summary(total, files, failures, colour=self.colour)
