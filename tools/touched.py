"""Prints the tests of what was touched since the last commit on the main branch, for `make quick`.

A package's tests stand in the folder of its name; a changed test is its own. Tests of the house always run. Slow tests
(hostile files, kills, other programs) are left to `make test`.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SLOW = ("hostile", "killing", "neovim", "browser", "round_trip", "old_formats", "cluster")


def changed() -> list[Path]:
    """The files that differ from where this branch left main, untracked ones included; relative to the root."""
    start = _git("merge-base", "HEAD", "main") or ["HEAD"]
    names = _git("diff", "--name-only", start[0]) + _git("ls-files", "-o", "--exclude-standard")
    return [Path(name) for name in names]


def suite_for(paths: Iterable[Path]) -> list[str]:
    """The test files that belong to changed files, in order, without the slow ones."""
    found = {test for path in paths for test in _tests(path)}
    found.update((ROOT / "tests" / "house").glob("test_*.py"))
    quick = (test for test in found if not any(word in test.stem for word in SLOW))
    return sorted(test.relative_to(ROOT).as_posix() for test in quick)


def _tests(path: Path) -> Iterator[Path]:
    kind, *inner = path.parts
    if kind == "tests" and path.stem.startswith("test_") and (ROOT / path).exists():
        yield ROOT / path
    elif kind in ("src", "tests"):
        package = inner[1] if kind == "src" and len(inner) > 1 else inner[0]
        yield from (ROOT / "tests" / package).glob("test_*.py")


def _git(*arguments: str) -> list[str]:
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.split()


if __name__ == "__main__":
    print("\n".join(suite_for(changed())))
