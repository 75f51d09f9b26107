"""The page of licences names what is in the folders, and what each package states here."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from tools.bundle.licences import Package
from tools.bundle.licences_page import PAGE, licences_page
from tools.bundle.target import TARGETS


def stated() -> dict[str, str]:
    rows = [
        line.strip("| ").split(" | ")
        for line in PAGE.read_text("utf-8").splitlines()
        if "|" in line
    ]
    return dict(rows[2:])


def locked() -> set[str]:
    return {
        line.partition(" ")[0]
        for target in TARGETS.values()
        for python in target.python_versions
        for line in target.lock(python).read_text(encoding="ascii").splitlines()
    }


def test_page_names_just_the_packages_of_the_locks() -> None:
    assert set(stated()) == {each.partition("==")[0] for each in locked()}


def test_licences_are_those_that_the_packages_state() -> None:
    known = locked()
    for name, licence in stated().items():
        try:
            found = Package.from_metadata(distribution(name).metadata, Path())
        except PackageNotFoundError:
            # Of another system.
            continue
        if f"{name}=={found.version}" in known:
            assert found.licence == licence, name


def test_page_has_a_row_for_each_package_whatever_its_version() -> None:
    packages = [Package("B_b", version, "MIT", Path()) for version in ("1", "2")]
    page = licences_page([*packages, Package("a", "1", "PSF", Path())])
    assert page.index("| a | PSF |") < page.index("| b-b | MIT |")
    assert page.count("MIT") == 1
