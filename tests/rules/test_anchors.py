"""Whatever a rule looks for begins at an anchor: what has none is never found."""

from __future__ import annotations

import sys

import pytest
from pattern_samples import samples

import duizhao.rules
from duizhao.lint import Phrases, Rule, collect
from duizhao.lint.phrases import beginnings
from duizhao.text import Span, Vocabulary
from duizhao.text.pattern import LazyPattern

RULES = {rule.code: rule for rule in collect(duizhao.rules)}
BRANCHES = [
    pytest.param(rule.phrases, begin, rest, id=f"{rule.code}-{begin[:20]}")
    for rule in RULES.values()
    if rule.phrases
    for begin, rest in rule.phrases.branches.items()
]
AT_ANCHOR = {
    "DZ307": ("PAGE_NUMBER",), "DZ603": ("MARK", "BRACKETS"), "DZ604": ("RUN",), "DZ608": ("PAIR",),
    "DZ609": ("GAP",), "DZ610": ("RUN",), "DZ611": ("RUN",), "DZ612": ("RUN",),
}  # fmt: skip
"""Patterns that are matched where an anchor begins."""
ABOUT_ANCHOR = {
    "DZ118": "the figure before it",
    "DZ214": "the figure before it, the marker behind it",
    "DZ313": "the month before it, the day behind it; in Chinese only the months that may be wrong",
    "DZ314": "what behind a place makes it a unit",
    "DZ324": "the figures of a number before and behind it, and what it is a number of",
    "DZ325": "the line that it stands in, the years behind it",
    "DZ327": "the year before or behind it, the sentence around it",
    "DZ318": "how far the garbled text goes on",
    "DZ405": "what behind a team makes it a thing or other people",
    "DZ408": "the clause around it",
    "DZ414": "what stands before the concession in the claim, the concession itself",
    "DZ602": "what may stand before and behind a doubled character",
    "DZ616": "the title behind it and what follows",
    "DZ619": "the figures on both sides",
    "DZ620": "the range before it",
    "DZ637": "the bracket, its year, the number behind it, the authority before it",
    "DZ638": "the figures of a date about it",
    "DZ639": "the figures of an approximate number about it, the unit behind it",
    "DZ640": "the figures of a number about it",
    "DZ642": "the sentence before it",
    "DZ622": "the marks about it that stand alone in quotation marks",
}
"""What the patterns of other rules look at."""


@pytest.mark.parametrize(("phrases", "begin", "rest"), BRANCHES)
def test_every_branch_of_a_phrase_is_found(phrases: Phrases, begin: str, rest: str) -> None:
    vocabulary = Vocabulary({"": phrases.anchors})
    tails = list(samples(rest))[:40]
    for word in beginnings(begin):
        for tail in tails:
            text = word + tail
            assert 0 in {start for start, _ in vocabulary.scan(text).get("")}, text
            found = phrases.at(0, text)
            assert found, text
            assert found.covers(Span(0, len(word))), text


def patterns(rule: Rule) -> dict[str, LazyPattern]:
    names = vars(sys.modules[rule.check.__module__]).items()
    return {name: value for name, value in names if isinstance(value, LazyPattern)}


@pytest.mark.parametrize(("code", "names"), AT_ANCHOR.items())
def test_every_alternative_of_a_pattern_begins_with_an_anchor(
    code: str, names: tuple[str, ...]
) -> None:
    anchors = tuple(RULES[code].literals())
    for name in names:
        for sample in samples(patterns(RULES[code])[name].pattern):
            assert sample.startswith(anchors), sample


def test_every_pattern_of_an_anchored_rule_is_accounted_for() -> None:
    anchored = (rule for rule in RULES.values() if rule.on is Span and not rule.phrases)
    written = {
        rule.code for rule in anchored if patterns(rule) or "PATTERNS" in rule.check.__globals__
    }
    # A rule called for the document goes through its anchors itself.
    at_anchor = {code for code in AT_ANCHOR if RULES[code].on is Span}
    assert written == at_anchor | ABOUT_ANCHOR.keys()
