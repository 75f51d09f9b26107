"""What a rule is: a function with a code, a place to look at, and a source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from duizhao.lint.finding import Finding, Hit, Severity, Strength
from duizhao.lint.phrases import Phrases
from duizhao.text import Span

Check = Callable[..., Iterable[Hit]]
Anchors = Iterable[str] | Callable[..., Iterable[str]]


@dataclass(frozen=True)
class Rule:
    """A rule. `on` is the type of node it looks at, `Span` where it looks at anchors in the text.

    `check(node, reading)` yields hits; a rule with `options` is called `check(node, reading, options)`.
    `beyond_statements` says that it also holds for a text that is no self-examination statement.
    """

    code: str
    check: Check
    on: type
    severity: Severity
    source: str
    strength: Strength
    anchors: Anchors = ()
    options: Any = None
    beyond_statements: bool = False
    phrases: Phrases | None = None

    @property
    def name(self) -> str:
        """The fault's English name, as in `skipped-number`."""
        return self.check.__name__.replace("_", "-")

    @property
    def title(self) -> str:
        """The fault's Chinese name: the first line of the function's docstring."""
        return (self.check.__doc__ or "").strip().partition("\n")[0]

    @property
    def family(self) -> str:
        """The folder of the rule, which is the hundred of its code: `numbering`."""
        return self.check.__module__.split(".")[-2:][0]

    @property
    def page_path(self) -> Path:
        """The page stands beside the module of the function and is named after the function."""
        module = Path(self.check.__globals__["__file__"])
        return module.with_name(f"{self.check.__name__}.md")

    @cached_property
    def page(self) -> str:
        """The page a user reads, whose examples are the rule's tests."""
        return self.page_path.read_text(encoding="utf-8")

    def finding(self, hit: Hit) -> Finding:
        """A hit as a finding; its severity is at most the rule's own."""
        span, message, edits, related, severity, asks, advice = hit
        if severity is None or _WEIGHT[severity] > _WEIGHT[self.severity]:
            severity = self.severity
        return Finding(
            self.code, Span(*span), message, severity, self.source, edits, related, asks, advice
        )

    def basis(self, finding: Finding) -> str:
        """Where a finding rests, for people; and how firmly, unless it is only a hint of a rule that is more."""
        is_held_back = finding.severity is Severity.HINT and self.severity is not Severity.HINT
        return finding.source if is_held_back else f"{finding.source}（{self.strength.label}）"

    def literals(self) -> Iterable[str]:
        """The strings it wants found, asked for only when a scan is prepared."""
        if self.phrases:
            return self.phrases.anchors
        if not callable(self.anchors):
            return self.anchors
        return self.anchors() if self.options is None else self.anchors(self.options)


RuleHit = tuple[Rule, Hit]
"""A hit with the rule that yielded it."""
_WEIGHT = {Severity.HINT: 0, Severity.WARNING: 1, Severity.ERROR: 2}


def rule(
    code: str,
    *,
    severity: Severity,
    source: str,
    strength: Strength,
    on: type | None = None,
    anchors: Anchors = (),
    phrases: Phrases | None = None,
    options: Any = None,
    beyond_statements: bool = False,
) -> Callable[[Check], Rule]:
    """Make a rule of a function. With `anchors` it is called for each place where one of these strings stands;
    with `phrases`, for each place where a whole phrase stands.

    `source` names what the rule rests on (a standard with its clause, a notice, or “文字常识”), `strength` how firmly.
    `options` is the default of its options, a frozen dataclass; anchors that depend on them are a function of them.
    Raises ValueError if the strength does not allow the severity.
    """

    if severity not in strength.allows:
        allowed = "、".join(each.label for each in strength.allows)
        raise ValueError(
            f"{code}: strength “{strength.label}” allows {allowed}, not {severity.label}"
        )

    def make(check: Check) -> Rule:
        return Rule(
            code, check, on or _anchored(anchors or phrases), severity, source, strength,
            anchors, options, beyond_statements, phrases,
        )  # fmt: skip

    return make


def _anchored(anchors: object) -> type:
    if not anchors:
        raise TypeError("a rule looks at a type of node, at anchors or at phrases")
    return Span
