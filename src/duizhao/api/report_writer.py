"""Reports written file by file: a text's part is rendered by the process that checks it, and only it is sent on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from duizhao import __version__
from duizhao.api.checker import Checker
from duizhao.api.outcome import Outcome
from duizhao.lint import CheckedSource, Failure
from duizhao.report import FORMATS, ReportFormat, ReportPart, RunSummary, Tally
from duizhao.text import Source


@dataclass(frozen=True, slots=True)
class ReportWriter:
    """Writes a report in one format; `colour` and `width` in columns are for text alone.

    `render_text` can be done `for_each` file.
    """

    form: ReportFormat = FORMATS["text"]
    colour: bool = False
    width: int = 100

    def render_text(self, source: Source, checker: Checker) -> ReportPart:
        """Check a text, and render its part of the report. Raises what `render_part` raises."""
        return self.render_part(checker.check(source), checker)

    def render_part(self, checked: CheckedSource, checker: Checker) -> ReportPart:
        """The part of a checked text. Raises MissingTool if the format needs an extra that is not installed."""
        look = {"colour": self.colour, "width": self.width} if self._is_text else {}
        content = self.form.render_part(checked, checker.chosen, **look)
        return ReportPart(content, Tally.from_findings(checked.findings, checker.chosen))

    def render_parts(
        self, outcomes: Iterable[Outcome], checker: Checker
    ) -> Iterator[ReportPart | Failure]:
        """The parts of texts that were checked before."""
        for outcome in outcomes:
            yield outcome if isinstance(outcome, Failure) else self.render_part(outcome, checker)

    def assemble(self, parts: Iterable[ReportPart | Failure], checker: Checker) -> str | bytes:
        """The whole report. Raises MissingTool before the first file is read if the format needs an extra."""
        assemble = self.form.assemble
        kept: list[ReportPart] = []
        failures: list[Failure] = []
        for each in parts:
            if isinstance(each, Failure):
                failures.append(each)
            else:
                kept.append(each)
        look: dict[str, Any] = {"colour": self.colour} if self._is_text else {}
        return assemble(
            kept, RunSummary(tuple(failures), tuple(checker.rules), __version__), **look
        )

    def stream(self, parts: Iterable[ReportPart | Failure]) -> Iterator[str]:
        """The text report in pieces: a part for each file as it is checked, then the totals. Nothing is kept."""
        from duizhao.report.text import summary

        total, failures, files = Tally(), [], 0
        for each in parts:
            if isinstance(each, Failure):
                failures.append(each)
            else:
                files += 1
                total += each.tally
                yield each.content
        yield summary(total, files, failures, colour=self.colour)

    @property
    def _is_text(self) -> bool:
        return self.form.name == "text"
