"""Small packages and a small folder in the shape of real ones."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

METADATA = "Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\nLicense-Expression: MIT\n{more}"


def wheel(
    folder: Path, name: str, files: dict[str, str], tag: str = "py3-none-any", more: str = ""
) -> Path:
    """A wheel with these files, and the notes that every wheel has."""
    path = folder / f"{name}-1.0-{tag}.whl"
    notes = f"{name}-1.0.dist-info"
    with ZipFile(path, "w") as packed:
        for place, text in files.items():
            packed.writestr(place, text)
        packed.writestr(f"{notes}/METADATA", METADATA.format(name=name, more=more))
        packed.writestr(f"{notes}/LICENSE", "MIT License")
        packed.writestr(f"{notes}/RECORD", "")
    return path


def folder(place: Path) -> Path:
    """A folder as it is given out, with names in Chinese and a program."""
    made = place / "对照-win64"
    (made / "lib" / "许可证").mkdir(parents=True)
    (made / "lib" / "b.txt").write_text("二\n" * 500, encoding="utf-8")
    (made / "lib" / "许可证" / "目录.txt").write_text("一\n", encoding="utf-8")
    (made / "对照.exe").write_bytes(b"MZ" + bytes(range(256)))
    return made
