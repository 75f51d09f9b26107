"""Reports written file by file: a text's part is rendered by the process that checks it, and only it is sent on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from duizhao import __version__
from duizhao.api.checker import Checker
from duizhao.api.outcome import Outcome, listed
from duizhao.lint import CheckedSource, Failure, Rule
from duizhao.read import PassedOver
from duizhao.report import FORMATS, ReportFormat, ReportPart, RunSummary, Tally
from duizhao.text import Source, value


def require_workbooks() -> None:
    """Raises MissingTool where no workbook can be written here."""
    import duizhao.office.workbook  # noqa: F401


@value
class ReportWriter:
    """Writes a report in one format, of which `passed_over` are the files of folders that were not read.

    `colour`, `width` in columns and `name_width` are for text alone: where `name_width` is not 0, each file gets one
    line in place of details, with its name in a column of this width. `render_text` can be done `for_each` file.
    """

    form: ReportFormat = FORMATS["text"]
    colour: bool = False
    width: int = 100
    name_width: int = 0
    passed_over: tuple[PassedOver, ...] = ()

    def render_text(self, source: Source, checker: Checker) -> ReportPart:
        """Check a text, and render its part of the report. Raises what `render_part` raises."""
        return self.render_part(checker.check(source), checker)

    def render_part(self, checked: CheckedSource, checker: Checker) -> ReportPart:
        """The part of a checked text. Raises MissingTool if the format needs an extra that is not installed."""
        shown = listed(checked, checker.config.listing)
        content = self._content(shown, checker.chosen)
        return ReportPart(content, Tally.from_checked(shown, checker.chosen))

    def _content(self, checked: CheckedSource, rules: Mapping[str, Rule]) -> Any:
        if not self._is_text:
            return self.form.render_part(checked, rules)
        look: dict[str, Any] = {"colour": self.colour, "width": self.width}
        if not self.name_width:
            return self.form.render_part(checked, rules, **look)
        from duizhao.report import brief

        return brief.render_part(checked, rules, **look, name_width=self.name_width)

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
        run = RunSummary(tuple(failures), tuple(checker.rules), __version__, self.passed_over)
        return assemble(kept, run, **look)

    def stream(self, parts: Iterable[ReportPart | Failure]) -> Iterator[str]:
        """The text report in pieces: a part for each file as it is checked, then the totals. Nothing is kept."""
        from duizhao.report.text import summary

        total, files = Tally(), 0
        failures: list[Failure] = []
        for each in parts:
            if isinstance(each, Failure):
                failures.append(each)
            else:
                files += 1
                total += each.tally
                yield each.content
        run = RunSummary(tuple(failures), passed_over=self.passed_over)
        details = not self.name_width
        yield summary(total, files, run, colour=self.colour, is_verbose=details)

    @property
    def _is_text(self) -> bool:
        return self.form.name == "text"
