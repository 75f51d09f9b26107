"""Where the copies of many files go, decided before the first is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from duizhao import api
from duizhao.cli.target import refuse_overwriting, target

MARK = "（审阅稿）"
SUMMARY = "审阅汇总.xlsx"


@dataclass(frozen=True, slots=True)
class Plan:
    """For each file where its copy goes; `folder` is where a summary belongs, None for a single file."""

    targets: dict[Path, Path]
    folder: Path | None


def planned(
    paths: tuple[str, ...], output: Path | None, is_in_place: bool, config: api.Config
) -> Plan:
    """The plan for paths as given. Raises UsageError where a copy would lie on a file that is read."""
    places = [Path(path) for path in paths]
    if len(places) == 1 and not places[0].is_dir():
        return Plan({places[0]: _single(places[0], output, is_in_place)}, None)
    folder = _folder(places, output, is_in_place)
    targets: dict[Path, Path] = {}
    for path, inner in _files(places, config):
        if folder in path.parents and folder not in places:
            continue  # the copies of an earlier run
        targets[path] = path if is_in_place else _free(folder / inner, path, targets)
    for path in targets.values():
        refuse_overwriting(path, targets, is_in_place)
    return Plan(targets, folder)


def _single(path: Path, output: Path | None, is_in_place: bool) -> Path:
    if output is not None and output.is_dir():
        output = output / f"{path.stem}.docx"
    return target(path, output, is_in_place, path.with_name(f"{path.stem}{MARK}.docx"))


def _folder(places: list[Path], output: Path | None, is_in_place: bool) -> Path:
    """Where the copies of several files go."""
    first = places[0]
    if is_in_place or output is None:
        beside = first if first.is_dir() else first.parent
        # “.” has no name of its own.
        named = beside if beside.name else beside.resolve()
        return beside if is_in_place else named.with_name(f"{named.name}{MARK}")
    return output


def _files(places: list[Path], config: api.Config) -> Iterator[tuple[Path, Path]]:
    """Each file, and its name inside the folder of copies."""
    for place in places:
        for path in api.paths_in([place], config):
            yield path, path.relative_to(place) if place.is_dir() else Path(path.name)


def _free(wanted: Path, path: Path, targets: dict[Path, Path]) -> Path:
    """The name of a copy: `甲.docx`, and `甲.txt.docx` where a text and a Word file are both called 甲."""
    taken = set(targets.values())
    names = (wanted.with_suffix(".docx"), wanted.with_name(f"{path.name}.docx"))
    for name in names:
        if name not in taken:
            return name
    count = 2
    while (name := wanted.with_name(f"{path.name}（{count}）.docx")) in taken:
        count += 1
    return name
