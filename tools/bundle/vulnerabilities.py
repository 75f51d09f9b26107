"""Asks whether a locked package has a known vulnerability: make audit

pip-audit asks the data of PyPI. It counts a package of which it has learned nothing as one without a fault; here such a
package is named as not checked, and a release says so.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tools.bundle.target import ROOT

LOCKS = ROOT / "tools" / "bundle" / "locks"
FOUND, NOT_CHECKED = 1, 3
"""What the command ends with where it is not 0; 2 is a fault of its own arguments."""


@dataclass(frozen=True, slots=True)
class AuditedPackages:
    """What is known of the packages: those that were checked, those that were not, and what was found."""

    checked: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)

    @classmethod
    def from_json(cls, wanted: Iterable[str], text: str) -> AuditedPackages:
        """From what pip-audit has written; nothing of it is known where that is no report."""
        try:
            told = {each["name"]: each for each in json.loads(text)["dependencies"]}
        except (ValueError, KeyError, TypeError):
            told = {}
        made = cls()
        for package in wanted:
            about = told.get(package.partition("==")[0], {})
            if "vulns" not in about:
                made.unknown.append(package)
                continue
            made.checked.append(package)
            made.found.extend(f"{package}: {each['id']}" for each in about["vulns"])
        return made

    @property
    def status(self) -> int:
        return FOUND if self.found else NOT_CHECKED if self.unknown else 0

    def lines(self) -> Iterator[str]:
        """What a person reads."""
        yield from (f"KNOWN VULNERABILITY {each}" for each in self.found)
        if self.unknown:
            yield f"NOT CHECKED ({len(self.unknown)}): {', '.join(self.unknown)}"
            yield "ask again where the data of PyPI can be reached: docs/release.md"
        yield f"checked: {len(self.checked)} packages, vulnerabilities known: {len(self.found)}"


def locked() -> list[str]:
    """All packages of all locks with their versions, the tools that build our wheel included."""
    lines = (line for path in LOCKS.glob("*.txt") for line in path.read_text("ascii").splitlines())
    return sorted({line.partition(" ")[0] for line in lines})


def ask(packages: Iterable[str]) -> str:
    """What pip-audit writes of the packages."""
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "packages.txt"
        asked.write_text("\n".join(packages), encoding="ascii")
        options = ["--requirement", str(asked), "--no-deps", "--disable-pip", "--format=json"]
        done = subprocess.run(
            [sys.executable, "-m", "pip_audit", *options, "--progress-spinner=off"],
            check=False,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
    return done.stdout


def main() -> int:
    packages = locked()
    made = AuditedPackages.from_json(packages, ask(packages))
    print("\n".join(made.lines()))
    return made.status


if __name__ == "__main__":
    sys.exit(main())
