"""Permissions: one table for each app. A view answers for one act, a query is limited by the same table."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase

View = Callable[..., HttpResponseBase]
EVERYBODYS = frozenset(("own", "colleague", "below", "above", "stranger"))
"""All relations of somebody to whose an object is."""
NOBODYS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scope:
    """Objects that somebody reaches: `limit` gives the rows, `reaches` names the relations, for people and tests.

    `reaches_in_dossiers` are the relations for what belongs to a dossier, where an object may belong to one or not.
    """

    name: str
    reaches: frozenset[str]
    limit: Callable[[Any], Q]
    reaches_in_dossiers: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class AccessTable:
    """The acts of an app, and for each the scope of every role that has it."""

    app: str
    acts: Mapping[str, Mapping[str, Scope]]

    def scopes(self, act: str, person: Any, but: Container[str] = ()) -> list[Scope]:
        """The scopes in which `person` has an act, by their roles, `but` some; empty if they have it nowhere."""
        by_role = self.acts[act]
        return [by_role[role] for role in person.roles if role in by_role and role not in but]

    def limit(
        self, act: str, person: Any, rows: QuerySet[Any], but: Container[str] = ()
    ) -> QuerySet[Any]:
        """Those of `rows` on which `person` has an act, by the roles that this person has, `but` some."""
        scopes = self.scopes(act, person, but)
        if not scopes:
            return rows.none()
        reached = Q()
        for scope in scopes:
            reached |= scope.limit(person)
        return rows.filter(reached)


def guarded(table: AccessTable, act: str) -> Callable[[View], View]:
    """A view that answers for one act: who has it nowhere gets 404. Its address has the name of the act."""

    def bind(view: View) -> View:
        @wraps(view)
        def page(request: HttpRequest, **named: Any) -> HttpResponseBase:
            if not table.scopes(act, request.user):
                raise Http404
            return view(request, **named)

        page.table, page.act = table, act  # type: ignore[attr-defined]
        return page

    return bind
