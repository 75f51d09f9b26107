"""Screening as pieces of other pages: those of the report's own page, and the matrix of each team."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from duizhao.page import asset
from duizhao.reuse.view.html.bar import bar_html
from duizhao.reuse.view.html.facing import facing_html
from duizhao.reuse.view.html.index import index_html
from duizhao.reuse.view.html.left_out import unread_html
from duizhao.reuse.view.html.summary import (
    fitting,
    foot_html,
    listed_pairs,
    summary_html,
    unshown,
)
from duizhao.reuse.view.shown import Facing, ShownJoin

HERE = Path(__file__).parent
OTHER_PAIRS = "要看其余的，只选那两份再查一次。"
SCOPE = ".screening"
"""Under which the style sheet of the report's page holds in the sheet of a site."""

COMMENT, SELECTORS = re.compile(r"/\*.*?\*/", re.DOTALL), re.compile(r"([^{}]+)\{")


@dataclass(frozen=True, slots=True)
class ScreeningFragment:
    """A screening as HTML: `index` lists the pairs and groups, `bar` steps through a pair.

    `pairs` counts those that are listed; `addresses` has those that are written out side by side, by the ids of both.
    """

    pairs: int
    index: str
    addresses: Mapping[frozenset[str], str]
    bar: str
    foot: str
    _facings: tuple[Facing, ...]
    _shown: ShownJoin

    @classmethod
    def from_shown(cls, shown: ShownJoin, texts: str) -> ScreeningFragment:
        """`texts` is the address of two texts side by side, without their number."""
        listed = listed_pairs(shown)
        open_ = sum(1 for _ in fitting(listed))
        rest = "".join(f"<p>{each}</p>" for each in unshown(shown, len(listed), open_, OTHER_PAIRS))
        addresses = {
            frozenset((each.left.id, each.right.id)): f"{texts}{number}"
            for number, each in enumerate(listed[:open_], 1)
        }
        return cls(
            len(listed),
            f"{summary_html(shown, listed)}{index_html(shown, listed, open_, texts)}{rest}{unread_html(shown)}",
            addresses,
            bar_html(shown, is_one_pair=True),
            foot_html(shown),
            tuple(listed[:open_]),
            shown,
        )

    def facings(self) -> Iterator[str]:
        """Each pair side by side, for a page of its own."""
        for number, each in enumerate(self._facings, 1):
            yield facing_html(1, each, self._shown, is_open=True, listed_as=number)


def screening_look() -> str:
    """The style sheet of such pieces, which holds for what stands in an element of the class `screening` alone."""
    return scoped(asset("page.css", HERE), SCOPE)


def screening_script() -> str:
    """The script that steps through the passages and differences of a pair."""
    return asset("page.js", HERE)


def scoped(sheet: str, scope: str) -> str:
    """A style sheet that holds below `scope` alone: each selector begins with it, and :root is it."""

    def under(found: re.Match[str]) -> str:
        if found[1].lstrip().startswith("@"):
            return found[0]
        parts = (each.strip() for each in found[1].split(","))
        return (
            "\n"
            + ",".join(scope if each == ":root" else f"{scope} {each}" for each in parts)
            + " {"
        )

    # Declarations hold no braces, so that what stands before one is a selector or a query.
    return SELECTORS.sub(under, COMMENT.sub("", sheet))
