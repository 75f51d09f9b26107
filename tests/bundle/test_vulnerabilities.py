"""What is said of vulnerabilities: what was found, and of what nothing is known."""

from __future__ import annotations

import json

import pytest
from tools.bundle.vulnerabilities import FOUND, NOT_CHECKED, AuditedPackages, locked

LXML, CLICK = "lxml==5.3.0", "click==8.1.7"


def report(*dependencies: dict[str, object]) -> str:
    return json.dumps({"dependencies": dependencies, "fixes": []})


CLEAN = {"name": "lxml", "version": "5.3.0", "vulns": []}
FAULTY = {"name": "lxml", "version": "5.3.0", "vulns": [{"id": "PYSEC-1"}]}
SKIPPED = {"name": "click", "skip_reason": "Dependency not found on PyPI and could not be audited"}


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        (
            report(CLEAN, {**CLEAN, "name": "click"}),
            0,
            "checked: 2 packages, vulnerabilities known: 0",
        ),
        (report(FAULTY, SKIPPED), FOUND, "KNOWN VULNERABILITY lxml==5.3.0: PYSEC-1"),
        (report(CLEAN, SKIPPED), NOT_CHECKED, "NOT CHECKED (1): click==8.1.7"),
        (report(CLEAN), NOT_CHECKED, "NOT CHECKED (1): click==8.1.7"),
        ("", NOT_CHECKED, "NOT CHECKED (2)"),
        ("[]", NOT_CHECKED, "checked: 0 packages"),
    ],
)
def test_what_is_not_known_is_not_called_clean(text: str, status: int, words: str) -> None:
    made = AuditedPackages.from_json([LXML, CLICK], text)
    assert made.status == status
    assert words in "\n".join(made.lines())


def test_every_locked_package_is_asked_for_once_with_its_version() -> None:
    packages = locked()
    assert len(packages) == len(set(packages))
    assert all("==" in each and " " not in each for each in packages)
    assert any(each.startswith("django==") for each in packages)
    assert any(each.startswith("hatchling==") for each in packages)
