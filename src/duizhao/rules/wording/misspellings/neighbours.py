"""What stands beside a wrong form may make it right: two words that meet, or a person's name."""

from __future__ import annotations

from duizhao.document.people import CLEAR_SURNAMES
from duizhao.rules.wording.misspellings import exceptions
from duizhao.rules.wording.slips import common_words
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

# What follows a name: a form of address, an office, or the next name.
AFTER_NAME = LazyPattern(
    r"(?:同志|先生|女士|同学|老师|[、（(:：]|书记|主任|委员|副?[局处科院校部市县区镇乡站所队]长|等)"
)


def is_met(text: str, form: Span, *, either: bool) -> bool:
    """True if `form` may consist of two words that meet: its first character ends a common word, and its last begins
    one. With `either` one of the two is enough.
    """
    start, end = form
    ends = text[max(0, start - 1) : start + 1] in common_words()
    begins = text[end - 1 : end + 1] in common_words()
    return (ends or begins) if either else (ends and begins)


def is_name(text: str, form: Span) -> bool:
    """True if `form` of two characters may be a given name: a surname before it, what follows names behind it."""
    start, end = form
    if end - start != 2 or not start or text[start - 1] not in CLEAR_SURNAMES:
        return False
    return bool(AFTER_NAME.match(text, end))


def is_part_of_right(text: str, form: Span) -> bool:
    """True if `form` stands in a longer string in which it is right."""
    wrong = form.of(text)
    return any(
        text.startswith(longer, form.start - longer.index(wrong))
        for longer in exceptions()
        if wrong in longer and form.start >= longer.index(wrong)
    )
