"""Group study before a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.web.meetings.models import Dossier
from duizhao.web.overview.todo import Onlooker, Todo

PAGE = "meetings:study"


def state(dossier: Dossier, onlooker: Onlooker) -> str:
    count = len(dossier.studies.all())
    return f"集中学习 {count} 次" if count else "还没有登记"


def todos(dossier: Dossier, onlooker: Onlooker) -> Iterator[Todo]:
    """The plan shows that study is missing."""
    yield from ()
