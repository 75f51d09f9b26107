"""One text: taken apart, interpreted, checked."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from duizhao import read
from duizhao.api.checker import Checker
from duizhao.document import Document
from duizhao.lint import CheckedSource
from duizhao.statement import Statement
from duizhao.text import Source


@cache
def plain_checker() -> Checker:
    """All rules as shipped; used where no checker is given."""
    return Checker()


def parse(source: Source) -> tuple[Document, ...]:
    """The documents in a source, each taken apart; one for most, none for an empty text."""
    return tuple(reading.document for reading in plain_checker().readings(source))


def interpret(source: Source, checker: Checker | None = None) -> tuple[Statement, ...]:
    """What the documents in a source say: problems, causes, measures and the links between them."""
    return tuple(reading.statement for reading in (checker or plain_checker()).readings(source))


def check_source(source: Source, checker: Checker | None = None) -> CheckedSource:
    """Every finding in a text, in text order."""
    return (checker or plain_checker()).check(source)


def check_path(path: Path | str, checker: Checker | None = None) -> CheckedSource:
    """Every finding in a file. Raises UnreadableDocument, or MissingTool where LibreOffice would be needed."""
    return check_source(read.read(path), checker)
