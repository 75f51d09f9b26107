"""The folder for a Linux: wheels for each Python that it may have, and what installs them."""

from __future__ import annotations

import shutil
import tarfile
from collections import Counter
from pathlib import Path

from tools.bundle import licences, sbom
from tools.bundle.archive import write_digests
from tools.bundle.launcher.icon import picture
from tools.bundle.target import ROOT, Target
from tools.bundle.wheels import build_ours, fetch, our_version, unpack
from tools.user_guide import write_guide

PLACED = ROOT / "packaging" / "linux"
ICON_SIZE = 256


def build(target: Target, python: Path | None, folder: Path, work: Path) -> None:
    """Fill the folder, which is made anew; with a Python in it where an archive of one is given."""
    shutil.rmtree(folder, ignore_errors=True)
    without = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PLACED, folder, ignore=without)
    (folder / "installer" / "duizhao.png").write_bytes(picture(ICON_SIZE))
    wheels = _put_wheels(target, folder / "wheels", work)
    unpacked = work / "unpacked"
    unpack(wheels, unpacked)
    bill = sbom.bill(our_version(), licences.packages(unpacked), wheels, None)
    (folder / sbom.BILL).write_text(bill, encoding="utf-8")
    licences.gather(unpacked, None, folder / licences.FOLDER)
    if python:
        with tarfile.open(python) as packed:
            packed.extractall(folder, filter="tar")
    write_guide("linux", folder)
    write_digests(folder)


def _put_wheels(target: Target, place: Path, work: Path) -> list[Path]:
    """Those that every Python takes into one folder, the others into one for each. Returns all of them once."""
    fetched = {python: fetch(target, python) for python in target.python_versions}
    ours = build_ours(work)
    count = Counter(wheel.name for wheels in fetched.values() for wheel in wheels)
    every = {wheel.name: wheel for wheels in fetched.values() for wheel in wheels} | {
        ours.name: ours
    }
    count[ours.name] = len(fetched)
    for python, wheels in fetched.items():
        for wheel in [*wheels, ours]:
            shared = count[wheel.name] == len(fetched)
            into = place / ("any" if shared else f"cp{python.replace('.', '')}")
            into.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(wheel, into / wheel.name)
    (place / "version.txt").write_text(f"{our_version()}\n", encoding="ascii")
    (place / "machine.txt").write_text(f"{target.markers['platform_machine']}\n", encoding="ascii")
    return [every[name] for name in sorted(every)]
