"""The wheels of a bundle: fetched by the lock, ours built from the checkout, all unpacked into one folder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZipFile

from tools.bundle.lock import target_options
from tools.bundle.pip import pip
from tools.bundle.target import ROOT, Target

KEPT = ROOT / "build" / "wheels"
SCHEMES = re.compile(r"[^/]+\.data/(?:purelib|platlib)/")


def fetch(target: Target, python: str) -> list[Path]:
    """The wheels of the lock, each with the digest stated there; from the disk where an earlier build left them."""
    folder = KEPT / f"{target.name}-{python}"
    lock = target.lock(python)
    noted = folder / "lock.txt"
    if not noted.exists() or noted.read_bytes() != lock.read_bytes():
        options = ["--no-deps", "--require-hashes", "--requirement", str(lock)]
        pip("download", *target_options(target, python), "--dest", str(folder), *options)
        noted.write_bytes(lock.read_bytes())
    names = {line.split(" ")[0] for line in lock.read_text(encoding="utf-8").splitlines()}
    wheels = {_pinned(wheel): wheel for wheel in sorted(folder.glob("*.whl"))}
    return [wheels[name] for name in sorted(names)]


def build_ours(folder: Path) -> Path:
    """The wheel of the program itself, from the files of this checkout."""
    pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    return next(folder.glob("duizhao-*.whl"))


def our_version() -> str:
    """The version of the program, as its wheel has it."""
    stated = (ROOT / "src" / "duizhao" / "version.py").read_text(encoding="utf-8")
    return stated.split('"')[-2]


def unpack(wheels: Iterable[Path], folder: Path) -> None:
    """Put what the wheels hold side by side, as installing them would."""
    for wheel in wheels:
        with ZipFile(wheel) as packed:
            for name in packed.namelist():
                place = SCHEMES.sub("", name)
                if name.endswith("/") or ".data/" in place:
                    continue
                path = folder / place
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(packed.read(name))


def _pinned(wheel: Path) -> str:
    name, version = wheel.name.split("-")[:2]
    return f"{name.lower().replace('_', '-')}=={version}"
