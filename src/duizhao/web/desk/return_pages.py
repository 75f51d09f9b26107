"""What a workbook that came back would change, page by page: what is chosen on one page stays chosen on the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

CHANGES_OF_A_PAGE = 100
ALL_RETURNED = "all-returned"
"""The field that takes all cells from the file that were changed on both sides."""
CLASH, EDIT, ADDED, GONE = "clash", "edit", "added", "gone"
RETURNED, CHOSEN = "returned", "on"
"""What the fields of the form hold where somebody has chosen."""


@dataclass(frozen=True, slots=True)
class ReturnedChange:
    """One cell or row of the preview: the field of the form that chooses otherwise, and what is shown."""

    kind: str
    field: str
    row: Any = None
    edit: Any = None
    cells: Any = None
    said: str = ""

    @property
    def chosen_as(self) -> str:
        return RETURNED if self.kind == CLASH else CHOSEN


@dataclass(frozen=True, slots=True)
class ReturnPage:
    """The changes of one page by their kinds, how many there are of each, and what was chosen on others."""

    page: Page[ReturnedChange]
    totals: Mapping[str, int]
    chosen: frozenset[str]
    carried: tuple[tuple[str, str], ...]

    @classmethod
    def from_post(
        cls, known: Sequence[ReturnedChange], post: Mapping[str, str], number: str
    ) -> ReturnPage:
        """Page `number` of all changes; `post` has the choices so far."""
        page = Paginator(known, CHANGES_OF_A_PAGE).get_page(number)
        chosen = {each.field: each.chosen_as for each in known if _is_chosen(each, post)}
        if ALL_RETURNED in post:
            chosen[ALL_RETURNED] = CHOSEN
        shown = {each.field for each in page}
        if any(each.kind == CLASH for each in page):
            shown.add(ALL_RETURNED)
        carried = tuple((name, value) for name, value in chosen.items() if name not in shown)
        totals = dict.fromkeys((CLASH, EDIT, ADDED, GONE), 0)
        for each in known:
            totals[each.kind] += 1
        return cls(page, totals, frozenset(chosen), carried)

    @property
    def clashes(self) -> list[ReturnedChange]:
        return self._of(CLASH)

    @property
    def edits(self) -> list[ReturnedChange]:
        return self._of(EDIT)

    @property
    def added(self) -> list[ReturnedChange]:
        return self._of(ADDED)

    @property
    def gone(self) -> list[ReturnedChange]:
        return self._of(GONE)

    def _of(self, kind: str) -> list[ReturnedChange]:
        return [each for each in self.page if each.kind == kind]


def _is_chosen(change: ReturnedChange, post: Mapping[str, str]) -> bool:
    given = post.get(change.field)
    return given == RETURNED if change.kind == CLASH else given is not None
