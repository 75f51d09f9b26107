"""A configuration made ready: its rules, its profiles, one linter for all texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from duizhao.api.catalogue import load_profiles, rules
from duizhao.api.screening import NEEDS_INDEX, Screener
from duizhao.config import Config, PerFile, choose, is_given
from duizhao.errors import DuizhaoError
from duizhao.lint import (
    MAX_PER_RULE,
    CheckedSource,
    Finding,
    FixedSource,
    Linter,
    Reading,
    Rule,
    Wanted,
    fix,
)
from duizhao.text import Source

if TYPE_CHECKING:
    from duizhao.layout import Layout


class Checker:
    """Checks texts under one configuration. Costly to make and cheap to use, so keep it; threads may share it.

    If an index is configured, close the checker after use, or use it in a `with`.

    Raises BadConfiguration or UnknownName if the configuration names something that does not exist.
    """

    def __init__(self, config: Config | None = None) -> None:
        self.config = config or Config()
        known, wanted = load_profiles(self.config.profiles), self.config.profile
        self.rules = choose(rules(), self.config)
        self.by_code = {rule.code: rule for rule in rules()}
        self.chosen = {rule.code: rule for rule in self.rules}
        self._known = known.all()
        self._profile = known.named(wanted) if wanted else None
        self._per_file = PerFile(rules(), self.config)
        self._layout = _layout(self.config)
        self._linter = self._made_of(self.rules)
        self._screener = _screener(self.rules, self.config)

    def __reduce__(self) -> tuple[type[Checker], tuple[Config]]:
        # A process that is not forked makes its own from the configuration.
        return Checker, (self.config,)

    def __enter__(self) -> Checker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the configured index, which the first check opens."""
        if self._screener:
            self._screener.close()

    def prepare(self) -> None:
        """Make ready for many texts what the first few do without."""
        self._linter.prepare()

    def check(self, source: Source, most: int | None = MAX_PER_RULE) -> CheckedSource:
        """The findings in a text, in text order: at most `most` of each rule, or all for None.

        Raises DuizhaoError if the configured index cannot be read.
        """
        checked = self._linter.check(source, most, compare=self._screener)
        silenced = self._per_file.silenced(source.path)
        if not silenced:
            return checked
        kept = tuple(finding for finding in checked.findings if finding.code not in silenced)
        return replace(checked, findings=kept)

    def stops_all(self, fault: DuizhaoError) -> bool:
        """Does a fault of `check` lie in the configuration, so that every other text has it as well?"""
        return self._screener is not None and fault is self._screener.fault

    def readings(self, source: Source) -> tuple[Reading, ...]:
        """The statements in a text, parsed and interpreted; no rule is run."""
        return self._linter.readings(source)

    def fix(
        self,
        source: Source,
        wanted: Wanted | None = None,
        *,
        in_runs: bool = False,
        found: Iterable[Finding] | None = None,
    ) -> FixedSource:
        """The text with all certain fixes made, or the `wanted` ones; nothing is written to disk.

        `in_runs` leaves out text that a Word file generates. `found` are all findings in the text, if they are known.
        """
        silenced = self._per_file.silenced(source.path)
        if not silenced:
            return fix(self._linter, source, wanted, in_runs, found)
        kept = [rule for rule in self.rules if rule.code not in silenced]
        return fix(self._made_of(kept), source, wanted, in_runs, found)

    def _made_of(self, rules: Sequence[Rule]) -> Linter:
        return Linter(rules, self._known, self._profile, self._layout, self._is_given)

    def _is_given(self, source: Source) -> bool:
        return source.is_given or is_given(source.path, self.config)


@cache
def default_checker() -> Checker:
    """The checker with all rules as shipped; used where none is given."""
    return Checker()


def _screener(rules: Sequence[Rule], config: Config) -> Screener | None:
    """Compares texts with the configured index; None if no rule that runs needs it."""
    folder = config.screen.index
    if folder is None or not any(rule.on in NEEDS_INDEX for rule in rules):
        return None
    return Screener(config.screen, folder)


def _layout(config: Config) -> Layout | None:
    """The unit's own layout; None for the standard's, which is read when a Word file needs it."""
    if config.layout is None:
        return None
    from duizhao.layout import load_layout

    return load_layout(config.layout)
