"""What is known of a meeting, by the names that places in papers have."""

from __future__ import annotations

from collections.abc import Mapping

from duizhao import api
from duizhao.web.meetings.models import Dossier
from duizhao.web.papers.facts import (
    meeting,
    minutes,
    opinions,
    people,
    rectification,
    statements,
    talks,
)

PARTS = (meeting, people, opinions, talks, statements, minutes, rectification)


def facts(dossier: Dossier) -> Mapping[str, api.PaperFact]:
    """Every fact that is known, by its name, with where it comes from."""
    found: dict[str, api.PaperFact] = {}
    for part in PARTS:
        found.update(part.facts(dossier))
    return found
