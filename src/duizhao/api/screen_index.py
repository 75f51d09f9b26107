"""Opens an index, with the unit's own wording: lists of phrases, and documents that people write from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from duizhao import read
from duizhao.config import Screening
from duizhao.reuse.common_wording import MAX_DF_SHARE
from duizhao.reuse.index import Index
from duizhao.reuse.official import phrases_of_list, sentences_of_document

Wording = dict[str, tuple[str, ...]]
"""Phrases by the name of the file that they come from."""


def unit_wording(phrases: Iterable[Path] = (), documents: Iterable[Path] = ()) -> Wording:
    """The `wording` that `ScreenIndex` takes, from a unit's own files.

    `phrases` are lists with a phrase on each line, # before a remark; the sentences of `documents`, any files that can
    be read, count as official wording if they recur word for word. Raises UnreadableDocument, MissingTool.
    """
    found: Wording = {}
    _file(found, phrases, phrases_of_list)
    _file(found, documents, sentences_of_document)
    return found


def _file(found: Wording, paths: Iterable[Path], taken: Callable[[str], tuple[str, ...]]) -> None:
    for path in paths:
        # Two folders may each have a file of this name; only the name is shown as the source.
        found[path.name] = (*found.get(path.name, ()), *taken(read.read(path).text))


def open_index(folder: Path, settings: Screening, *, create: bool = False) -> Index:
    """The index in a folder; what the settings name as the unit's own wording does not count. The caller closes it.

    Raises DuizhaoError if it cannot be opened, and what reading the unit's files raises.
    """
    wording = unit_wording(settings.phrases, settings.documents)
    share = MAX_DF_SHARE if settings.common_share is None else settings.common_share
    return Index(folder, wording, common_share=share, create=create)
