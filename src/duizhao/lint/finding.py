"""Findings: faults at their places, with severity, source and strength."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from duizhao.lint.labelled import Labelled
from duizhao.text import Edit, Span, value


class Severity(Labelled):
    """How serious a finding is, the most serious first, with rank 0. Hints remind and never fail a check."""

    ERROR = "error", "必改"
    WARNING = "warning", "应改"
    HINT = "hint", "供参考"


class Strength(Enum):
    """How firmly the source of a rule requires something. It bounds the severity.

    must, usually, practice, derived: how a standard puts it. verified, local, recalled: how well a requirement of the
    process is known. evident: a fault to every reader, without a source.
    """

    MUST = "must"
    VERIFIED = "verified"
    EVIDENT = "evident"
    USUALLY = "usually"
    LOCAL = "local"
    PRACTICE = "practice"
    DERIVED = "derived"
    RECALLED = "recalled"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def allows(self) -> tuple[Severity, ...]:
        """The severities that a rule of this strength may have."""
        if self in (Strength.MUST, Strength.VERIFIED, Strength.EVIDENT):
            return (Severity.ERROR, Severity.WARNING, Severity.HINT)
        if self is Strength.USUALLY:
            return (Severity.WARNING, Severity.HINT)
        return (Severity.HINT,)


_LABELS = {
    Strength.MUST: "应当",
    Strength.VERIFIED: "已核",
    Strength.EVIDENT: "自明",
    Strength.USUALLY: "一般",
    Strength.LOCAL: "地方规定",
    Strength.PRACTICE: "惯例",
    Strength.DERIVED: "推导",
    Strength.RECALLED: "待核",
}


COMMON_SENSE = "文字常识"
"""The source of rules that rest on common sense alone. It is not shown to users: it gives them no information."""


def cited(source: str) -> str:
    """A source as users are shown it; "" for common sense."""
    return "" if source == COMMON_SENSE else source


UNVERIFIED_NOTE = "这项要求未经核实，以上级通知为准。"
"""The end of the message of a finding that rests on a requirement which nobody has verified."""


class Hit(NamedTuple):
    """What a rule yields. `severity` can only lower the severity of the rule.

    `message` states what is wrong. `asks` is the question to the author, ending in ？, empty only where the right
    wording is certain. `advice` is what to do, or to keep in mind, once the question is answered.
    """

    span: Span
    message: str
    edits: tuple[Edit, ...] = ()
    related: tuple[tuple[Span, str], ...] = ()
    severity: Severity | None = None
    asks: str = ""
    advice: str = ""


@value
class Finding:
    """A fault shown at its place. `related` are other places that belong to it, each with the reason.

    `message`, `asks` and `advice` are those of the hit; reports show all three as `full_message`. `is_unverified`: what
    it rests on is a requirement that nobody has verified.
    """

    code: str
    span: Span
    message: str
    severity: Severity
    source: str
    edits: tuple[Edit, ...] = ()
    related: tuple[tuple[Span, str], ...] = ()
    asks: str = ""
    advice: str = ""
    is_unverified: bool = False

    @property
    def full_message(self) -> str:
        """Statement, question and advice, as people read them in a report."""
        return _joined(self.message, self.asks, self.advice)

    @property
    def statement(self) -> str:
        """Statement and advice without the question, for a form that shows the question apart."""
        message = self.message.removesuffix("：")
        return _joined(message + "。" if message != self.message else message, self.advice)

    @property
    def cited(self) -> str:
        """The source as users are shown it, without its strength; "" for common sense."""
        return cited(self.source)


def _joined(*parts: str) -> str:
    """Join the parts of a message, with ；between two parts that no other punctuation separates."""
    text = ""
    for part in filter(None, parts):
        is_apart = not text or text[-1] in "。！？；：" or part[0] == "（"
        text += part if is_apart else f"；{part}"
    return text
