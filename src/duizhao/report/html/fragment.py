"""A checked text as pieces of another page: those of the report's own page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from duizhao.lint import CheckedSource, Family, Rule, family_order
from duizhao.page import asset
from duizhao.report.html.article import NUMBER, article
from duizhao.report.html.bar import bar_html, boxes_html, filter_rules
from duizhao.report.html.card_controls import NO_CONTROLS, CardControls
from duizhao.report.html.rule_list import rule_list
from duizhao.report.tally import Tally

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class StatementFragment:
    """A checked text as HTML: `boxes` filter what follows them, `bar` is the head, `rules` gives the reasons."""

    boxes: str
    bar: str
    article: str
    rules: str

    @classmethod
    def from_checked(
        cls,
        checked: CheckedSource,
        rules: Mapping[str, Rule],
        controls: CardControls = NO_CONTROLS,
    ) -> StatementFragment:
        tally = Tally.from_checked(checked, rules)
        families = sorted(tally.families, key=family_order)
        return cls(
            boxes_html(families),
            bar_html(tally, families, checked.order),
            article(checked, rules, controls).replace(NUMBER, "1"),
            rule_list(rules[code] for code in sorted(tally.codes)),
        )


def statement_look() -> str:
    """The style sheet of such pieces; it adds to the look that all pages share."""
    return asset("page.css", HERE) + filter_rules(family.folder for family in Family)


def statement_script() -> str:
    """The script that steps through the findings."""
    return asset("page.js", HERE)
