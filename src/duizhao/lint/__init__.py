"""What a rule is, how rules run, and how fixes apply."""

from duizhao.lint.collect import collect
from duizhao.lint.crowd import MOST, limited
from duizhao.lint.finding import Finding, Hit, Severity, Strength
from duizhao.lint.fix import Fixed, Wanted, fix
from duizhao.lint.linter import Checked, Compare, Linter
from duizhao.lint.reading import Reading
from duizhao.lint.rule import Rule, rule
from duizhao.lint.shared import CameBack, Shared
from duizhao.lint.sheet import Sheet, Stretch

__all__ = [
    "MOST",
    "CameBack",
    "Checked",
    "Compare",
    "Finding",
    "Fixed",
    "Hit",
    "Linter",
    "Reading",
    "Rule",
    "Severity",
    "Shared",
    "Sheet",
    "Strength",
    "Stretch",
    "Wanted",
    "collect",
    "fix",
    "limited",
    "rule",
]
