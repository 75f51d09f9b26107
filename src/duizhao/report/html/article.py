"""The part of the page about one file: its text as on paper, and the list of its findings next to it."""

from __future__ import annotations

from collections.abc import Mapping

from duizhao.lint import CheckedSource, Rule, groups
from duizhao.page import escaped
from duizhao.report.html.card import FindingCard
from duizhao.report.html.card_controls import NO_CONTROLS, CardControls
from duizhao.report.html.entries import entries
from duizhao.report.html.paper import paper
from duizhao.report.subject import Subject
from duizhao.report.tally import Tally

NUMBER = "\0"
"""A placeholder for the file's number in the report, which is not known when it is checked. No text contains it."""


def article(
    checked: CheckedSource, rules: Mapping[str, Rule], controls: CardControls = NO_CONTROLS
) -> str:
    """A file as an article; its anchors contain `NUMBER`."""
    id = f"d{NUMBER}"
    cards = [
        FindingCard.from_group(f"f{NUMBER}-{at}", at, group, rules, checked.source)
        for at, group in enumerate(groups(checked.findings, checked.order), 1)
    ]
    marks = [*(mark for card in cards for mark in card.marks), *controls.marks]
    said = Tally.from_checked(checked, rules).in_words()
    listed = "".join(entries(id, checked, cards, rules, controls))
    listing = f'<ol class="findings" id="{id}-list" aria-label="问题清单">{listed}</ol>'
    return (
        f'<article id="{id}"><header><h2>{escaped(checked.source.name)}</h2>'
        f'<p class="said">{said}</p>{"".join(map(_about, map(Subject.from_reading, checked.readings)))}</header>'
        f'<div class="sheet">{"".join(paper(id, checked, marks))}</div>'
        f"{_with_above(listing, controls.above)}</article>"
    )


def _with_above(listing: str, above: str) -> str:
    """The list of findings, in one column with what a page puts above it."""
    return f'<div class="side">{above}{listing}</div>' if above else listing


def _about(subject: Subject) -> str:
    if not subject.recognised:
        return f'<p class="about no">{escaped(subject.why)}</p>'
    title = f"《{escaped(subject.title)}》" if subject.title else ""
    return (
        f'<p class="about">{title}{subject.characters} 字；{subject.counted}；'
        f"按“{escaped(subject.profile_title)}”检查（{escaped(subject.why)}）</p>"
    )
