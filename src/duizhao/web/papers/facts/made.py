"""How a fact is made: of words, or of a number, with the place where its rows are."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from duizhao import api
from duizhao.web.meetings.models import Dossier

ENDS = "；。"


def words(dossier: Dossier, lines: str | Iterable[str], source: str, page: str) -> api.PaperFact:
    """Words that stand on a page of the dossier, named by its address."""
    given = (lines,) if isinstance(lines, str) else tuple(lines)
    return api.PaperFact(given, source, reverse(page, kwargs={"dossier": dossier.key}))


def number(dossier: Dossier, count: int, source: str, page: str) -> api.PaperFact:
    """A number of things that stand on a page of the dossier."""
    return words(dossier, str(count), source, page)


def numbered(lines: Iterable[str]) -> tuple[str, ...]:
    """Each with its number, as a sentence."""
    return tuple(f"{number}.{line.rstrip(ENDS)}。" for number, line in enumerate(lines, 1))
