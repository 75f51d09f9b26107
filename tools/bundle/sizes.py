"""Prints what takes the room in a bundle, and refuses one that is larger than was promised."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from tools.bundle.archive import files

MEGABYTE = 1_000_000
MAX_FOLDER, MAX_ARCHIVE = 120 * MEGABYTE, 60 * MEGABYTE
LISTED = 12


def report(folder: Path, archive: Path) -> list[str]:
    """Lines on the largest parts of the folder, and on all of it."""
    parts = Counter[str]()
    for name, path in files(folder):
        parts["/".join(name.split("/")[:2])] += path.stat().st_size
    whole, packed = sum(parts.values()), archive.stat().st_size
    lines = [f"{size / MEGABYTE:7.1f} MB  {name}" for name, size in parts.most_common(LISTED)]
    rest = whole - sum(size for _, size in parts.most_common(LISTED))
    return [
        *lines,
        f"{rest / MEGABYTE:7.1f} MB  其余",
        f"{whole / MEGABYTE:7.1f} MB  {folder.name}",
        f"{packed / MEGABYTE:7.1f} MB  {archive.name}",
    ]


def refuse_large(folder: Path, archive: Path) -> None:
    """End the build where the folder or its archive is larger than MAX_FOLDER or MAX_ARCHIVE."""
    whole = sum(path.stat().st_size for _, path in files(folder))
    if whole > MAX_FOLDER or archive.stat().st_size > MAX_ARCHIVE:
        sys.exit(f"太大：文件夹最多 {MAX_FOLDER:,} 字节，压缩包最多 {MAX_ARCHIVE:,} 字节")
