"""The papers that a meeting needs, each a text of ours with named places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from duizhao.files import read_toml

DATA = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True)
class MeetingPaper:
    """A paper: its name, when it is due, from which real papers its parts and their order are known, its text."""

    id: str
    name: str
    when: str
    source: str
    text: str


@cache
def meeting_papers() -> Mapping[str, MeetingPaper]:
    """Every paper by its id, in the order of a meeting."""
    return {
        id: MeetingPaper(id, row["name"], row["when"], row["source"], _text(id))
        for id, row in read_toml(DATA / "papers.toml").items()
    }


def _text(id: str) -> str:
    return (DATA / f"{id}.txt").read_text(encoding="utf-8")
