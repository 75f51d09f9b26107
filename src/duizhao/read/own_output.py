"""Files that duizhao wrote about documents: they lie in the same folders and are no documents."""

from __future__ import annotations

from pathlib import Path

from duizhao.files.marked_text import read_text_mark
from duizhao.output_mark import OutputKind, OutputMark
from duizhao.read.passed_over import PassedOver

PACKAGES = frozenset((".docx", ".xlsx"))
MARKED_AT_END = frozenset((".txt", ".md", ".html", ".htm", ".pdf"))
COPY_WORD = f"（{OutputKind.REVIEWED_COPY.value}）"
"""In the name of a reviewed copy, or of the folder of copies."""


def own_output(path: Path, suffix: str, documents: frozenset[str]) -> PassedOver | None:
    """A file of ours that is no document to be checked; None for any other. `documents` are the suffixes of documents.

    A reviewed copy that a person has changed since is the next version of the document, unless the original is there.
    A typeset copy beside its original has the same words, and is passed over as long as nobody has changed it.
    """
    mark = _mark(path, suffix)
    if mark is None or (mark.kind.is_material and not _is_second(path, mark, documents)):
        return None
    if mark.kind is OutputKind.REVIEWED_COPY and mark.is_changed and not _original(path, documents):
        return None
    return PassedOver.ours(path, mark.kind.value)


def _mark(path: Path, suffix: str) -> OutputMark | None:
    if suffix in MARKED_AT_END:
        return read_text_mark(path)
    if suffix not in PACKAGES:
        return None
    # Imported here: a folder of text files does not wait for packages.
    from duizhao.office.marked_package import read_mark

    return read_mark(path)


def _is_second(path: Path, mark: OutputMark, documents: frozenset[str]) -> bool:
    """True for an unchanged copy that is named after a document in its folder."""
    stem = path.stem.removesuffix(f"（{mark.kind.value}）")
    return (
        stem != path.stem
        and not mark.is_changed
        and any(path.with_name(stem + each).is_file() for each in documents)
    )


def _original(path: Path, documents: frozenset[str]) -> bool:
    """True if the original of a reviewed copy is in its folder, or in the folder next to the folder of copies."""
    plain = type(path)(str(path).replace(COPY_WORD, ""))
    return plain != path and any(
        each.is_file()
        for each in (plain.with_suffix(""), *map(plain.with_suffix, sorted(documents)))
    )
