"""A .docx as LibreOffice sets it: its pages as PDF, and where each character stands on them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

MM = 25.4 / 72
FONTS = {
    "仿宋_GB2312": "Noto Serif CJK SC",
    "宋体": "Noto Serif CJK SC",
    "方正小标宋简体": "Noto Serif CJK SC:bold",
    "黑体": "Noto Sans CJK SC",
    "楷体_GB2312": "Noto Sans CJK SC:light",
}
"""Free fonts in place of those of the standard, which no server has; what is tested does not depend on their shapes."""

WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
LINE = re.compile(
    r'<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</line>', re.DOTALL
)


@dataclass(frozen=True)
class Line:
    """A line of a page: its words, and its edges in mm from the left and the top of the sheet."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def needs(*programs: str) -> None:
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")


def to_pdf(file: Path, profile: Path) -> Path:
    """The file as LibreOffice prints it. `profile` is a folder of its own, so that calls may run side by side."""
    needs("soffice", "pdftotext")
    profile.mkdir(parents=True, exist_ok=True)
    fonts = profile / "fonts.conf"
    fonts.write_text(_mapping(profile), encoding="utf-8")
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation={(profile / 'user').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(file.parent), str(file)],
        env={**os.environ, "FONTCONFIG_FILE": str(fonts), "HOME": str(profile)},
        capture_output=True, check=False, timeout=600,
    )  # fmt: skip
    pdf = file.with_suffix(".pdf")
    assert pdf.exists(), done.stderr.decode()
    return pdf


def _mapping(profile: Path) -> str:
    aliases = "".join(
        f'<match target="pattern"><test name="family"><string>{face}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{font.partition(":")[0]}</string></edit>'
        f"{_weight(font.partition(':')[2])}</match>"
        for face, font in FONTS.items()
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>/usr/share/fonts</dir><cachedir>{profile / 'cache'}</cachedir>{aliases}</fontconfig>"
    )


def _weight(name: str) -> str:
    return f'<edit name="weight" mode="assign"><const>{name}</const></edit>' if name else ""


def pages(pdf: Path) -> list[list[Line]]:
    """The lines of each page, from above, words on one line put together."""
    text = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout  # fmt: skip
    return [_lines(page) for page in text.split("<page ")[1:]]


def _lines(page: str) -> list[Line]:
    rows: dict[int, list[tuple[float, float, float, float, str]]] = {}
    for x1, y1, x2, y2, word in WORD.findall(page):
        box = (float(x1) * MM, float(y1) * MM, float(x2) * MM, float(y2) * MM, word)
        middle = round((box[1] + box[3]) / 2)
        near = next((key for key in (middle, middle - 1, middle + 1) if key in rows), middle)
        rows.setdefault(near, []).append(box)
    found = []
    for row in rows.values():
        row.sort()
        found.append(
            Line(
                "".join(word for *_, word in row),
                row[0][0],
                max(box[2] for box in row),
                min(box[1] for box in row),
                max(box[3] for box in row),
            )
        )
    return sorted(found, key=lambda line: line.top)
