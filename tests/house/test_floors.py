"""The floors hold, no package has a circle, and both contracts catch what they should."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package that may be spoilt."""
    if not LINT_IMPORTS.exists():
        pytest.skip("import-linter comes with the extra “quality”")
    copied = shutil.ignore_patterns("__pycache__", "*.txt", "data")
    shutil.copytree(ROOT / "src" / "duizhao", tmp_path / "duizhao", ignore=copied)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def broken(house: Path) -> set[str]:
    """The contracts that do not hold, by the word before their colon."""
    result = subprocess.run(
        [LINT_IMPORTS, "--no-cache"],
        cwd=house,
        env={"PYTHONPATH": str(house), "PATH": "/usr/bin", "COLUMNS": "200"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    found = set(re.findall(r"^(\w+): .* BROKEN$", result.stdout, re.MULTILINE))
    assert result.returncode == bool(found), result.stdout
    return found


PLANTED = {
    "upwards": ("text/planted.py", "from duizhao.document import parse\n"),
    "sideways": ("report/planted.py", "import duizhao.rules\n"),
    "inside a function": ("errors.py", "def f():\n    import duizhao.api\n"),
    "for types alone": (
        "document/planted.py",
        "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from duizhao.lint import Rule\n",
    ),
    "a folder on no floor": ("misc/__init__.py", ""),
}

CIRCLES = {
    "a circle": ("text/span.py", "import duizhao.text.source\n"),
    "a circle through a function": (
        "text/span.py",
        "def f():\n    import duizhao.text.source\n",
    ),
    "a circle for types alone": (
        "text/span.py",
        "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from duizhao.text.source import Source\n",
    ),
    "a circle of packages inside a package": (
        "reuse/view/words.py",
        "def f():\n    import duizhao.reuse.view.xlsx\n",
    ),
}


def plant(house: Path, name: str, text: str) -> None:
    planted = house / "duizhao" / name
    planted.parent.mkdir(exist_ok=True)
    with planted.open("a", encoding="utf-8") as file:
        file.write(text)


@pytest.mark.parametrize("case", PLANTED)
def test_import_from_above_is_caught(house: Path, case: str) -> None:
    plant(house, *PLANTED[case])
    assert "Floors" in broken(house)


@pytest.mark.parametrize("case", CIRCLES)
def test_circle_is_caught(house: Path, case: str) -> None:
    plant(house, *CIRCLES[case])
    assert broken(house) == {"Siblings"}


def test_contracts_hold_as_they_are(house: Path) -> None:
    assert not broken(house)
