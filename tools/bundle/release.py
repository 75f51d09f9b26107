"""The folder and archive of a system, and all that a release consists of: docs/release.md"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tools.bundle import embedded_python, linux_folder, sizes, windows_folder
from tools.bundle.archive import digest, write_tar, write_zip
from tools.bundle.sbom import BILL
from tools.bundle.target import TARGETS, Target
from tools.bundle.wheels import our_version

DIGESTS = "SHA256SUMS"


def release(place: Path) -> None:
    """Fill the folder, made anew, with the archive of each system, its bill of materials, and digests of them all."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for target in TARGETS.values():
        print(f"{target.name} …", flush=True)
        with tempfile.TemporaryDirectory() as work:
            folder = Path(work) / target.folder
            archive = made(target, None, folder, Path(work))
            if target.is_windows:
                sizes.refuse_large(folder, archive)
            shutil.move(archive, place / archive.name)
            shutil.copyfile(folder / BILL, place / f"{archive.name}.cdx.json")
    lines = [f"{digest(path)}  {path.name}\n" for path in sorted(place.iterdir())]
    (place / DIGESTS).write_text("".join(lines), encoding="utf-8")
    print("".join(lines), end="")


def made(target: Target, python: Path | None, folder: Path, work: Path) -> Path:
    """Build the folder of a target, and its archive next to it. Returns the archive."""
    system = target.folder.partition("-")[2]
    archive = folder.parent / f"对照-{our_version()}-{system}"
    if target.is_windows:
        source = embedded_python.from_file(python) if python else embedded_python.from_pypi()
        windows_folder.build(target, source, folder, work)
        archive = archive.with_name(f"{archive.name}.zip")
        write_zip(folder, archive)
    else:
        linux_folder.build(target, python, folder, work)
        archive = archive.with_name(f"{archive.name}.tar.gz")
        write_tar(folder, archive)
    return archive
