"""Reads layouts: the standard's, and a unit's own file that deviates from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from duizhao.errors import BadConfiguration
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
    # Imported here and below: whoever sets no page does not wait for it.
    import tomllib

    table = tomllib.loads(STANDARD.read_text(encoding="utf-8"))
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
    layout = _made(merged(_shipped().figures, _toml(path), path))
    refuse_nonsense(layout, path)
    return layout


def _toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as fault:
        raise BadConfiguration(f"{path}：打不开（{fault.strerror}），请检查路径") from fault
    except UnicodeDecodeError as fault:
        raise BadConfiguration(f"{path}：不是 UTF-8 编码，请另存为 UTF-8") from fault
    except tomllib.TOMLDecodeError as fault:
        raise BadConfiguration(f"{path}：不是合格的 TOML（{fault}）；中文的键要加引号") from fault


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
