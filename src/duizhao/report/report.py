"""What a run of checks found: the one value that every format renders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from duizhao.lint import Checked, Rule


@dataclass(frozen=True)
class Report:
    """The texts checked, in the order they are to be shown, and the files that could not be read.

    `failures` pairs a file's name with one line that says why; `rules` are those that ran, and hold every code that
    stands in a finding; `version` is that of the program.
    """

    checked: tuple[Checked, ...]
    failures: tuple[tuple[str, str], ...] = ()
    rules: tuple[Rule, ...] = ()
    version: str = ""

    @cached_property
    def by_code(self) -> Mapping[str, Rule]:
        """The rules by their code."""
        return {rule.code: rule for rule in self.rules}
