"""The floors hold, and the contract that says so catches what it should."""

from __future__ import annotations

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


def holds(house: Path) -> bool:
    return not subprocess.run(
        [LINT_IMPORTS, "--no-cache"],
        cwd=house,
        env={"PYTHONPATH": str(house), "PATH": "/usr/bin"},
        capture_output=True,
        check=False,
    ).returncode


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


@pytest.mark.parametrize("case", PLANTED)
def test_planted_fault_is_caught(house: Path, case: str) -> None:
    name, text = PLANTED[case]
    planted = house / "duizhao" / name
    planted.parent.mkdir(exist_ok=True)
    with planted.open("a", encoding="utf-8") as file:
        file.write(text)
    assert not holds(house)


def test_floors_hold_as_they_are(house: Path) -> None:
    assert holds(house)
