"""The licences of all that a bundle holds, gathered in one folder."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import Parser
from pathlib import Path

FOLDER = "许可证"
INDEX = "目录.txt"
NAMED = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was unpacked: its name, its version, its licence as it states it, and its folder of notes."""

    name: str
    version: str
    licence: str
    notes: Path

    @classmethod
    def from_metadata(cls, stated: Message, notes: Path) -> Package:
        return cls(stated["Name"], stated["Version"], _licence(stated), notes)


def packages(folder: Path) -> list[Package]:
    """The packages in a folder, in order."""
    return [
        _package(notes)
        for notes in sorted(folder.glob("*.dist-info"), key=lambda p: p.name.lower())
    ]


def gather(unpacked: Path, python_licence: bytes | None, made: Path) -> None:
    """Move the licences of the packages to the folder `made`, and list them there."""
    lines = []
    made.mkdir()
    if python_licence:
        lines.append("Python 3.11: PSF-2.0\n")
        (made / "python").mkdir()
        (made / "python" / "LICENSE.txt").write_bytes(python_licence)
    for package in packages(unpacked):
        lines.append(f"{package.name} {package.version}: {package.licence}\n")
        for file in list(_texts(package.notes)):
            place = made / package.name / file.relative_to(package.notes)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(file, place)
            if place.suffix == ".json":
                _without_blanks(place)
    (made / INDEX).write_text("".join(lines), encoding="utf-8")


def _without_blanks(bill: Path) -> None:
    """Write a bill of materials anew without indents, which are half of it."""
    told = json.loads(bill.read_text(encoding="utf-8"))
    bill.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _package(notes: Path) -> Package:
    stated = Parser().parsestr((notes / "METADATA").read_text(encoding="utf-8"))
    return Package.from_metadata(stated, notes)


def _licence(stated: Message) -> str:
    """An expression where there is one; else what the classifiers name, else the first line of the old field."""
    if stated["License-Expression"]:
        return str(stated["License-Expression"])
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in stated.get_all("Classifier", [])
        if line.startswith("License :: ")
    ]
    first = str(stated["License"] or "").strip().partition("\n")[0]
    return " OR ".join(classifiers) or first or "见许可证全文"


def _texts(notes: Path) -> Iterator[Path]:
    for path in sorted(notes.rglob("*")):
        is_text = (
            path.name.upper().startswith(NAMED) or "licenses" in path.parts or "sboms" in path.parts
        )
        if path.is_file() and is_text:
            yield path
