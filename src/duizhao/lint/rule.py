"""Rules: a function with a code, the nodes or anchors that it is called for, and a source."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from duizhao.lint.finding import Finding, Hit, Severity, Strength, cited
from duizhao.lint.phrases import Phrases
from duizhao.profiles import ALL_PAPERS, STATEMENTS, PaperKind
from duizhao.text import Span

UNVERIFIED_STRENGTHS = frozenset((Strength.LOCAL, Strength.RECALLED))
# What rests on a verified source, or is evident, needs no word about it.
PLAIN_STRENGTHS = (Strength.VERIFIED, Strength.EVIDENT)

Check = Callable[..., Iterable[Hit]]
Anchors = Iterable[str] | Callable[..., Iterable[str]]


@dataclass(frozen=True, eq=False)
class Rule:
    """A rule, equal to itself alone.

    `on` is the type of node that it is called for, `Span` for a rule with anchors or phrases.
    `check(node, reading)` yields hits; with `options` it is called as `check(node, reading, options)`.
    `beyond_statements`: the rule also applies to texts that are no self-examination statements.
    `as_written`: the rule reads the text as it was written, where others read it in plain script.
    `papers` are the kinds of paper it applies to. `corrects`: its hits may have edits.
    `criteria` are the questions of reviewers that its findings answer, by their numbers in docs/criteria.md.
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
    as_written: bool = False
    papers: frozenset[PaperKind] = ALL_PAPERS
    corrects: bool = False
    criteria: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The English name of the fault, such as `skipped-number`."""
        return self.check.__name__.replace("_", "-")

    @cached_property
    def title(self) -> str:
        """The Chinese name of the fault: the first line of the function's docstring."""
        return (self.check.__doc__ or "").strip().partition("\n")[0]

    @cached_property
    def family(self) -> str:
        """The folder of the rule, such as `numbering`; see `Family`."""
        return self.check.__module__.split(".")[-2:][0]

    @property
    def page_path(self) -> Path:
        """The page: in the folder of the function's module, named after the function."""
        module = Path(self.check.__globals__["__file__"])
        return module.with_name(f"{self.check.__name__}.md")

    @cached_property
    def page(self) -> str:
        """The page for users. Its examples are the tests of the rule."""
        return self.page_path.read_text(encoding="utf-8")

    def finding(self, hit: Hit) -> Finding:
        """The finding of a hit. Its severity is at most that of the rule.

        Raises TypeError for edits of a rule that does not correct: fixes are looked for among the rules that do.
        A rule with a verified source lowers it only where this one requirement is not verified.
        """
        span, message, edits, related, severity, asks, advice = hit
        if severity is None or severity.rank < self.severity.rank:
            severity = self.severity
        if edits and not self.corrects:
            raise TypeError(f"{self.code} has edits: say that it corrects")
        is_held_back = self.strength is Strength.VERIFIED and severity is not self.severity
        return Finding(
            code=self.code,
            span=span if type(span) is Span else Span(*span),
            message=message,
            severity=severity,
            source=self.source,
            edits=edits,
            related=related,
            asks=asks,
            advice=advice,
            is_unverified=is_held_back or self.strength in UNVERIFIED_STRENGTHS,
        )

    def basis(self, finding: Finding | None = None) -> str:
        """The source as shown to users, of this rule or of one of its findings; "" for mere common sense.

        The strength is added where it limits what the source asks for, unless the finding was lowered to a hint.
        """
        source = cited(finding.source if finding else self.source)
        is_held_back = finding is not None and finding.severity is not self.severity
        if not source or is_held_back or self.strength in PLAIN_STRENGTHS:
            return source
        # No bracket behind a bracket: …工作报道（2014年2月，惯例）.
        head = f"{source[:-1]}，" if source.endswith("）") else f"{source}（"
        return f"{head}{self.strength.label}）"

    def literals(self) -> Iterable[str]:
        """The anchors as strings. Computed when the scan is prepared, because options may add some."""
        if self.phrases:
            return self.phrases.anchors
        if not callable(self.anchors):
            return self.anchors
        return self.anchors() if self.options is None else self.anchors(self.options)


RuleHit = tuple[Rule, Hit]
"""A hit with the rule that yielded it."""


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
    as_written: bool = False,
    papers: Iterable[PaperKind] | None = None,
    corrects: bool = False,
    criteria: tuple[str, ...] = (),
) -> Callable[[Check], Rule]:
    """Turn a function into a rule. With `anchors` it is called for each place of one of these strings; with `phrases`,
    for each place of a whole phrase.

    `source` is what the rule rests on (a standard with its clause, a notice, or “文字常识”), `strength` how firmly.
    `options` are the default options, a frozen dataclass; anchors that depend on options are a function of them.
    `papers` are the kinds of paper that it applies to: without, a rule that looks at problems, causes, measures or the
    statement of them applies to statements, any other to every paper. A rule whose hits may have edits `corrects`.
    `criteria` are the questions of reviewers that it answers, such as "B1" (docs/criteria.md).
    Raises ValueError if the strength does not allow the severity.
    """
    if severity not in strength.allows:
        allowed = "、".join(each.label for each in strength.allows)
        raise ValueError(
            f"{code}: strength “{strength.label}” allows {allowed}, not {severity.label}"
        )

    def make(check: Check) -> Rule:
        return Rule(
            code=code,
            check=check,
            on=on or _anchored(anchors or phrases),
            severity=severity,
            source=source,
            strength=strength,
            anchors=anchors,
            options=options,
            beyond_statements=beyond_statements,
            phrases=phrases,
            as_written=as_written,
            papers=_papers(on) if papers is None else frozenset(papers),
            corrects=corrects,
            criteria=criteria,
        )

    return make


def _papers(on: type | None) -> frozenset[PaperKind]:
    is_of_statement = on is not None and on.__module__.startswith("duizhao.statement.")
    return STATEMENTS if is_of_statement else ALL_PAPERS


def _anchored(anchors: object) -> type:
    if not anchors:
        raise TypeError("a rule looks at a type of node, at anchors or at phrases")
    return Span
