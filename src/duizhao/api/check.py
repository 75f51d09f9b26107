"""One text: parsed, interpreted, checked."""

from __future__ import annotations

from pathlib import Path

from duizhao import read
from duizhao.api.checker import Checker, default_checker
from duizhao.document import Document
from duizhao.lint import CheckedSource
from duizhao.statement import Statement
from duizhao.text import Source


def parse(source: Source) -> tuple[Document, ...]:
    """The documents in a source: one for most, none for an empty text."""
    return tuple(reading.document for reading in default_checker().readings(source))


def interpret(source: Source, checker: Checker | None = None) -> tuple[Statement, ...]:
    """The content of the documents in a source: problems, causes, measures and the links between them."""
    return tuple(reading.statement for reading in (checker or default_checker()).readings(source))


def check_source(source: Source, checker: Checker | None = None) -> CheckedSource:
    """The findings in a text, in text order, with what was read in it."""
    return (checker or default_checker()).check(source)


def check_file(path: Path | str, checker: Checker | None = None) -> CheckedSource:
    """The findings in a file. Raises UnreadableDocument, or MissingTool where LibreOffice is needed to read it."""
    return check_source(read.read(path), checker)
