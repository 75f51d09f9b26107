"""Official wording of a unit's own, read from its files: lists of phrases, and documents that people write from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from duizhao import read
from duizhao.reuse.official import phrases_of_list, sentences_of_document

Wording = dict[str, tuple[str, ...]]
"""Phrases by the name of the file that they come from."""


def unit_wording(phrases: Iterable[Path] = (), documents: Iterable[Path] = ()) -> Wording:
    """What `ScreenIndex` takes as `wording`.

    `phrases` are lists, one a line, # before a remark; `documents` any files that can be read, whose sentences count as
    official wording where they come back word for word. Raises UnreadableDocument, MissingTool.
    """
    found: Wording = {}
    _file(found, phrases, phrases_of_list)
    _file(found, documents, sentences_of_document)
    return found


def _file(found: Wording, paths: Iterable[Path], taken: Callable[[str], tuple[str, ...]]) -> None:
    for path in paths:
        # Two folders may each have a file of this name: what is shown as the source is the name alone.
        found[path.name] = (*found.get(path.name, ()), *taken(read.read(path).text))
