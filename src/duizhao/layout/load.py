"""Reads layouts: the standard's, and a unit's own file that deviates from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from duizhao.files import read_toml
from duizhao.layout.figures import Figure, figures, merged
from duizhao.layout.model import (
    Gaps,
    Grid,
    Layout,
    Look,
    Margins,
    PageNumber,
    Paper,
    Role,
    SignaturePlace,
    TextColour,
)
from duizhao.layout.plausible import refuse_nonsense

STANDARD = Path(__file__).parent / "data" / "gbt9704.toml"


class _Read(NamedTuple):
    figures: Mapping[str, Figure]
    layout: Layout


@cache
def _shipped() -> _Read:
    table = read_toml(STANDARD)
    found = figures(table, str(table["title"]))
    return _Read(found, _made(found))


def standard() -> Layout:
    """GB/T 9704-2012, read once."""
    return _shipped().layout


def load(path: Path | None) -> Layout:
    """The standard with the deviations written in `path`; the standard itself for None.

    Raises BadConfiguration naming the file and the key; for an unknown key also the nearest known one.
    """
    if path is None:
        return standard()
    layout = _made(merged(_shipped().figures, read_toml(path, "；中文的键要加引号"), path))
    refuse_nonsense(layout, path)
    return layout


def _made(found: Mapping[str, Figure]) -> Layout:
    return Layout(
        title=found["title"].value,
        paper=Paper(**_under(found, "paper")),
        margins=Margins(**_under(found, "margins")),
        grid=Grid(**_under(found, "grid")),
        text=TextColour(**_under(found, "text")),
        roles={role: Look(**_under(found, f"roles.{role.value}")) for role in Role},
        gaps=Gaps(**_under(found, "gaps")),
        signature=SignaturePlace(**_under(found, "signature")),
        page_number=PageNumber(**_under(found, "page-number")),
        fonts={k[6:]: figure.value for k, figure in found.items() if k.startswith("fonts.")},
        bases={key: figure.basis for key, figure in found.items()},
    )


def _under(found: Mapping[str, Figure], table: str) -> dict[str, Any]:
    start = f"{table}."
    return {
        key[len(start) :].replace("-", "_"): figure.value
        for key, figure in found.items()
        if key.startswith(start)
    }
