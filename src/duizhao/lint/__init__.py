"""What a rule is, how rules run, and how fixes apply."""

from duizhao.lint.checked_source import CheckedSource
from duizhao.lint.collect import collect
from duizhao.lint.failure import Failure
from duizhao.lint.family import Family, family_label, family_order
from duizhao.lint.finding import (
    COMMON_SENSE,
    UNVERIFIED_NOTE,
    Finding,
    Hit,
    Severity,
    Strength,
)
from duizhao.lint.fingerprint import fingerprint, words_around
from duizhao.lint.fix import FixedSource, Wanted, fix
from duizhao.lint.formatted_document import FormattedDocument, FormattedSpan
from duizhao.lint.labelled import Labelled
from duizhao.lint.lasting_key import ABOUT_WHOLE, lasting_key
from duizhao.lint.layout_cure import layout_cure, layout_message, layout_titles
from duizhao.lint.limit import MAX_PER_RULE, limited
from duizhao.lint.linter import Compare, Linter
from duizhao.lint.listing import Listing, Matter, unlisted_words
from duizhao.lint.order import (
    FindingGroup,
    FindingOrder,
    first_to_do,
    groups,
    in_order,
    is_layout,
    to_do_head,
)
from duizhao.lint.phrases import Phrases
from duizhao.lint.reading import Reading
from duizhao.lint.rule import Rule, rule
from duizhao.lint.shared_text import DroppedMeasures, PointKind, Recurrence, Relation, SharedPassage

__all__ = [
    "ABOUT_WHOLE",
    "COMMON_SENSE",
    "MAX_PER_RULE",
    "UNVERIFIED_NOTE",
    "CheckedSource",
    "Compare",
    "DroppedMeasures",
    "Failure",
    "Family",
    "Finding",
    "FindingGroup",
    "FindingOrder",
    "FixedSource",
    "FormattedDocument",
    "FormattedSpan",
    "Hit",
    "Labelled",
    "Linter",
    "Listing",
    "Matter",
    "Phrases",
    "PointKind",
    "Reading",
    "Recurrence",
    "Relation",
    "Rule",
    "Severity",
    "SharedPassage",
    "Strength",
    "Wanted",
    "collect",
    "family_label",
    "family_order",
    "fingerprint",
    "first_to_do",
    "fix",
    "groups",
    "in_order",
    "is_layout",
    "lasting_key",
    "layout_cure",
    "layout_message",
    "layout_titles",
    "limited",
    "rule",
    "to_do_head",
    "unlisted_words",
    "words_around",
]
