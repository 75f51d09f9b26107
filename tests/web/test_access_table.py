"""A table of permissions: in which scopes somebody has an act, which rows those are, and who gets no page."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.db.models import Q
from django.http import Http404

from duizhao.web.access import EVERYBODYS, NOBODYS, AccessTable, Scope, guarded


def scope(name: str) -> Scope:
    return Scope(name, EVERYBODYS, lambda person: Q(unit=f"{name} of {person.name}"))


CLERKS, REVIEWERS = scope("clerks"), scope("reviewers")
TABLE = AccessTable(
    "things",
    {
        "see": {"clerk": CLERKS, "reviewer": REVIEWERS},
        "remove": {"clerk": CLERKS},
        "burn": {"warden": Scope("none", NOBODYS, lambda _: Q(pk__in=[]))},
    },
)


class Rows:
    """A query set that shows how it was limited."""

    def none(self) -> str:
        return "none"

    def filter(self, reached: Q) -> Q:
        return reached


def person(*roles: str) -> Any:
    return SimpleNamespace(name="甲", roles=roles)


@pytest.mark.parametrize(
    ("roles", "act", "but", "expected"),
    [
        ((), "see", (), []),
        (("clerk",), "see", (), [CLERKS]),
        (("reviewer", "clerk"), "see", (), [REVIEWERS, CLERKS]),
        (("reviewer", "clerk"), "see", ("clerk",), [REVIEWERS]),
        (("clerk",), "see", ("clerk",), []),
        (("reviewer",), "remove", (), []),
        (("author", "clerk"), "remove", (), [CLERKS]),
    ],
)
def test_scopes_are_those_of_the_roles_that_have_the_act(
    roles: tuple[str, ...], act: str, but: tuple[str, ...], expected: list[Scope]
) -> None:
    assert TABLE.scopes(act, person(*roles), but) == expected


def test_rows_of_several_roles_are_those_of_either() -> None:
    clerks, reviewers = (Q(unit=f"{name} of 甲") for name in ("clerks", "reviewers"))
    rows: Any = Rows()
    assert TABLE.limit("see", person("clerk"), rows) == clerks
    assert TABLE.limit("see", person("clerk", "reviewer"), rows) == clerks | reviewers
    assert TABLE.limit("see", person("clerk", "reviewer"), rows, but=("clerk",)) == reviewers
    assert TABLE.limit("see", person("author"), rows) == "none"
    assert TABLE.limit("see", person("clerk"), rows, but=("clerk",)) == "none"


def test_page_is_there_for_who_has_its_act_and_for_nobody_else() -> None:
    @guarded(TABLE, "remove")
    def remove(request: Any, thing: int) -> Any:
        return thing

    assert remove(SimpleNamespace(user=person("reviewer", "clerk")), thing=7) == 7
    for roles in ((), ("reviewer",), ("warden",)):
        with pytest.raises(Http404):
            remove(SimpleNamespace(user=person(*roles)), thing=7)
    assert (remove.table, remove.act) == (TABLE, "remove")  # type: ignore[attr-defined]
