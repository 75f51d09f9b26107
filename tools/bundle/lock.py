"""Names the packages of a bundle, with versions and digests: python -m tools.bundle.lock win_amd64

pip resolves by the markers of the machine that it runs on; which packages the other machine needs besides is found by
reading what each one requires, with that machine's markers.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from email.message import Message
from email.parser import Parser
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tools.bundle.licences import Package
from tools.bundle.licences_page import PAGE, licences_page
from tools.bundle.pip import pip
from tools.bundle.target import EXTRAS, ROOT, TARGETS, Target


def main(names: Iterable[str]) -> None:
    packages: list[Package] = []
    for target in (TARGETS[name] for name in names):
        for python in target.python_versions:
            print(f"{target.name}, Python {python} …", flush=True)
            with tempfile.TemporaryDirectory() as folder:
                wheels = resolved(target, python, Path(folder))
                target.lock(python).write_text("".join(lines(wheels)), encoding="utf-8")
                packages += map(package_in, wheels)
    if {*names} == {*TARGETS}:
        PAGE.write_text(licences_page(packages), encoding="utf-8")


def resolved(target: Target, python: str, folder: Path) -> list[Path]:
    """The wheels that the target needs, downloaded to the folder; no more than those."""
    wanted = {*required_by_us(), *target.extra_packages}
    while True:
        pip("download", *target_options(target, python), "--dest", str(folder), *sorted(wanted))
        there = {name_of(wheel): wheel for wheel in folder.glob("*.whl")}
        reached = set(closure(wanted, there, target, python))
        missing = {
            name for name in reached if canonicalize_name(Requirement(name).name) not in there
        }
        if not missing:
            names = {canonicalize_name(Requirement(name).name) for name in reached}
            return sorted(wheel for name, wheel in there.items() if name in names)
        wanted |= missing


def target_options(target: Target, python: str) -> list[str]:
    """What tells pip to fetch for another machine than its own."""
    platforms = [word for name in target.pip_platforms for word in ("--platform", name)]
    return [*platforms, "--python-version", python, "--only-binary=:all:"]


def required_by_us() -> Iterator[str]:
    """The requirements of the program with the extras that a bundle has, as pyproject.toml states them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    yield from project["dependencies"]
    extras = list(EXTRAS)
    for extra in extras:
        for each in map(Requirement, project["optional-dependencies"][extra]):
            if each.name == project["name"]:
                extras += sorted(each.extras - set(extras))
            else:
                yield str(each)


def closure(
    wanted: Iterable[str], wheels: dict[str, Path], target: Target, python: str
) -> Iterator[str]:
    """The requirements, and those of what they name, as far as wheels are there to read them from."""
    waiting, seen = list(wanted), set[str]()
    environment = {**target.markers, "python_version": python, "extra": ""}
    while waiting:
        requirement = Requirement(waiting.pop())
        if str(requirement) in seen or not _is_needed(requirement, environment):
            continue
        seen.add(str(requirement))
        requirement.marker = None
        yield str(requirement)
        if wheel := wheels.get(canonicalize_name(requirement.name)):
            for extra in ("", *requirement.extras):
                waiting += _requirements_of(wheel, {**environment, "extra": extra})


def package_in(wheel: Path) -> Package:
    """The package of a wheel that is not unpacked."""
    return Package.from_metadata(_metadata(wheel), wheel)


def _metadata(wheel: Path) -> Message:
    with ZipFile(wheel) as packed:
        name = next(n for n in packed.namelist() if n.endswith(".dist-info/METADATA"))
        return Parser().parsestr(packed.read(name).decode("utf-8"))


def _requirements_of(wheel: Path, environment: dict[str, str]) -> Iterator[str]:
    for each in map(Requirement, _metadata(wheel).get_all("Requires-Dist", [])):
        if _is_needed(each, environment):
            each.marker = None
            yield str(each)


def _is_needed(requirement: Requirement, environment: dict[str, str]) -> bool:
    return requirement.marker is None or requirement.marker.evaluate(environment)


def name_of(wheel: Path) -> str:
    return canonicalize_name(wheel.name.split("-")[0])


def lines(wheels: Iterable[Path]) -> Iterator[str]:
    """The lock: a line per package, as pip reads it with --require-hashes."""
    for wheel in wheels:
        name, version = wheel.name.split("-")[:2]
        digest = sha256(wheel.read_bytes()).hexdigest()
        yield f"{canonicalize_name(name)}=={version} --hash=sha256:{digest}\n"


if __name__ == "__main__":
    main(sys.argv[1:] or [*TARGETS])
