"""What a run of checks found: the one value that every format renders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from duizhao.lint import CheckedSource, Rule


@dataclass(frozen=True, slots=True)
class Run:
    """What a report says beside the texts.

    `failures` pairs the name of a file that could not be read with one line that says why; `rules` are those that ran,
    and hold every code that stands in a finding; `version` is that of the program.
    """

    failures: tuple[tuple[str, str], ...] = ()
    rules: tuple[Rule, ...] = ()
    version: str = ""


@dataclass(frozen=True)
class Report:
    """The texts checked, in the order they are to be shown, and what `Run` says of the rest."""

    checked: tuple[CheckedSource, ...]
    failures: tuple[tuple[str, str], ...] = ()
    rules: tuple[Rule, ...] = ()
    version: str = ""

    @property
    def run(self) -> Run:
        return Run(self.failures, self.rules, self.version)

    @cached_property
    def by_code(self) -> Mapping[str, Rule]:
        """The rules by their code."""
        return {rule.code: rule for rule in self.rules}
