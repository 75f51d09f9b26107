"""Reads layouts: that of the standard, and a unit's file with deviations from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from duizhao.files import read_toml
from duizhao.layout.figures import Figure, figures, overlaid
from duizhao.layout.model import (
    CharacterGrid,
    Gaps,
    Layout,
    Look,
    Margins,
    PageNumber,
    Paper,
    SignaturePlace,
    TextColour,
)
from duizhao.layout.plausible import refuse_impossible
from duizhao.role import Role

STANDARD = Path(__file__).parent / "data" / "gbt9704.toml"


class _ReadLayout(NamedTuple):
    figures: Mapping[str, Figure]
    layout: Layout


@cache
def _shipped() -> _ReadLayout:
    table = read_toml(STANDARD)
    found = figures(table, str(table["title"]))
    return _ReadLayout(found, _layout_from(found))


def standard_layout() -> Layout:
    """The layout of GB/T 9704-2012, read once."""
    return _shipped().layout


def standard_value(key: str) -> Any:
    """The value that the standard has under a key, such as `margins.top`."""
    return _shipped().figures[key].value


def load_layout(path: Path | None) -> Layout:
    """The standard with the deviations in the file `path`; the standard itself for None.

    Raises BadConfiguration with the file and the key; for an unknown key also the nearest known key.
    """
    if path is None:
        return standard_layout()
    layout = _layout_from(overlaid(_shipped().figures, read_toml(path, "；中文的键要加引号"), path))
    refuse_impossible(layout, path)
    return layout


def _layout_from(found: Mapping[str, Figure]) -> Layout:
    return Layout(
        title=found["title"].value,
        paper=Paper(**_table(found, "paper")),
        margins=Margins(**_table(found, "margins")),
        grid=CharacterGrid(**_table(found, "grid")),
        text=TextColour(**_table(found, "text")),
        roles={role: Look(**_table(found, f"roles.{role.value}")) for role in Role},
        gaps=Gaps(**_table(found, "gaps")),
        signature=SignaturePlace(**_table(found, "signature")),
        page_number=PageNumber(**_table(found, "page-number")),
        fonts={k[6:]: figure.value for k, figure in found.items() if k.startswith("fonts.")},
        bases={key: figure.basis for key, figure in found.items()},
    )


def _table(found: Mapping[str, Figure], table: str) -> dict[str, Any]:
    start = f"{table}."
    return {
        key[len(start) :].replace("-", "_"): figure.value
        for key, figure in found.items()
        if key.startswith(start)
    }
