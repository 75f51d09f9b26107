"""The place of many texts: a folder of documents, or tables of Parquet or JSON lines with `document` and `text`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from duizhao.errors import UnreadableDocument
from duizhao.read import walk

NEEDED_COLUMNS = "要有 document（整数编号）和 text（正文）两栏"
TABLES = {".parquet": "parquet", ".jsonl": "json", ".ndjson": "json"}


@dataclass(frozen=True, slots=True)
class Texts:
    """Files of one kind: parquet, json, or document. Of the last, a document's number is its place in `files`."""

    kind: str
    files: tuple[Path, ...]


def texts_at(path: Path) -> Texts:
    """The texts at `path`: one table, a folder of tables, or else documents. Raises UnreadableDocument."""
    tables = [path] if path.is_file() else sorted(path.glob("*"))
    for kind in dict.fromkeys(TABLES.values()):
        files = tuple(each.absolute() for each in tables if TABLES.get(each.suffix) == kind)
        if files:
            return Texts(kind, files)
    documents = tuple(each.absolute() for each in walk([path]))
    if not documents:
        raise UnreadableDocument(path, "里面没有可读的材料，请检查路径")
    return Texts("document", documents)
