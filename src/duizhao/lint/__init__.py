"""What a rule is, how rules run, and how fixes apply."""

from duizhao.lint.collect import collect
from duizhao.lint.crowd import MOST, limited
from duizhao.lint.finding import Finding, Hit, Severity, Strength
from duizhao.lint.fix import Fixed, Wanted, fix
from duizhao.lint.linter import Checked, Compare, Linter
from duizhao.lint.reading import Reading
from duizhao.lint.rule import Rule, rule
from duizhao.lint.shared_text import PointKind, Recurrence, Relation, SharedPassage
from duizhao.lint.sheet import Sheet, Stretch

__all__ = [
    "MOST",
    "Checked",
    "Compare",
    "Finding",
    "Fixed",
    "Hit",
    "Linter",
    "PointKind",
    "Reading",
    "Recurrence",
    "Relation",
    "Rule",
    "Severity",
    "SharedPassage",
    "Sheet",
    "Strength",
    "Stretch",
    "Wanted",
    "collect",
    "fix",
    "limited",
    "rule",
]
