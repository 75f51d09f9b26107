"""Makes 使用说明.html of packaging/guide, whole in one file: python tools/user_guide.py windows|linux FOLDER"""

from __future__ import annotations

import base64
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE, IMAGES = ROOT / "packaging" / "guide" / "guide.html", ROOT / "docs" / "images"
NAME = "使用说明.html"
SYSTEMS = ("windows", "linux")
VERSION = re.compile(r'^__version__ = "(.+)"$', re.MULTILINE)
FOR_ONE_SYSTEM = re.compile(r"<!-- for (\w+) -->(.*?)<!-- end -->\n?", re.DOTALL)
IMAGE = re.compile(r'src="([\w-]+\.png)"')


def write_guide(system: str, folder: Path) -> Path:
    """Write the guide for a system, with the pictures of docs in it. Returns its path."""
    path = folder / NAME
    path.write_bytes(guide(system).encode("utf-8"))
    return path


def guide(system: str) -> str:
    """The page for one of `SYSTEMS`."""
    version = VERSION.search((ROOT / "src" / "duizhao" / "version.py").read_text(encoding="utf-8"))
    assert version
    text = SOURCE.read_text(encoding="utf-8").replace("{version}", version[1])
    text = FOR_ONE_SYSTEM.sub(
        lambda found: found[2].lstrip("\n") if found[1] == system else "", text
    )
    return IMAGE.sub(lambda found: f'src="{_as_address(IMAGES / found[1])}"', text)


def _as_address(image: Path) -> str:
    return f"data:image/png;base64,{base64.b64encode(image.read_bytes()).decode('ascii')}"


if __name__ == "__main__":
    print(write_guide(sys.argv[1], Path(sys.argv[2])))
