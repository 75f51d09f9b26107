"""The systems that a bundle can be built for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCKS = Path(__file__).with_name("locks")
GLIBC_MINOR = 28
"""Kylin V10 and UOS 20 have glibc 2.28."""
EXTRAS = ("web",)
"""The parts of the program that a bundle has: all that needs no server of its own."""


@dataclass(frozen=True, slots=True)
class Target:
    """A system: its name on our command line, its folder's name, how pip and markers of packages name it.

    `extra_packages` are dependencies of this system alone, which pyproject.toml does not name.
    """

    name: str
    folder: str
    pip_platforms: tuple[str, ...]
    python_versions: tuple[str, ...]
    markers: dict[str, str]
    extra_packages: tuple[str, ...] = ()

    @property
    def is_windows(self) -> bool:
        return self.markers["sys_platform"] == "win32"

    def lock(self, python: str) -> Path:
        """The file that names the packages of a version of Python, with digests."""
        return LOCKS / f"{self.name}-{python}.txt"


def _linux(machine: str, folder: str) -> Target:
    return Target(
        f"manylinux_{machine}",
        folder,
        tuple(f"manylinux_2_{minor}_{machine}" for minor in range(GLIBC_MINOR, 4, -1)),
        ("3.11", "3.12", "3.13"),
        {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"}
        | {"platform_machine": machine},
        # A small system has no table of time zones; a server may keep its records in PostgreSQL.
        ("tzdata", "psycopg[binary]>=3.2,<4"),
    )


TARGETS = {
    target.name: target
    for target in (
        Target(
            "win_amd64",
            "对照-win64",
            ("win_amd64",),
            ("3.11",),
            {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"}
            | {"platform_machine": "AMD64"},
            # Word and WPS are asked by way of COM for what only they read.
            ("pywin32>=306",),
        ),
        _linux("x86_64", "对照-linux-x86_64"),
        _linux("aarch64", "对照-linux-aarch64"),
    )
}
