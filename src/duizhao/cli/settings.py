"""The options of a call laid over the configuration that is found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from duizhao import api

REPLACING = ("profile", "profiles", "baseline")


def settings(paths: tuple[str, ...], given: Mapping[str, Any]) -> api.Config:
    """The configuration for these paths: `--config`, else the one found upwards from the first of them."""
    config = api.load(given["config"] or api.find(_folder(paths[0])))
    changes = {name: given[name] for name in REPLACING if given[name] is not None}
    if given["select"]:
        changes["select"] = split(given["select"])
    if given["fail_on"]:
        changes["fail_on"] = api.Severity(given["fail_on"])
    if given["write_baseline"]:
        changes["baseline"] = None
    ignore = (*config.ignore, *split(given["ignore"]))
    return replace(config, ignore=ignore, **changes)


def split(values: Iterable[str]) -> tuple[str, ...]:
    """`DZ3,DZ6` → two words; a Chinese comma does as well."""
    words = (word.strip() for value in values for word in value.replace("，", ",").split(","))
    return tuple(word for word in words if word)


def _folder(path: str) -> Path:
    place = Path(path)
    if path == "-":
        return Path()
    return place if place.is_dir() else place.parent
