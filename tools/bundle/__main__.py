"""python -m tools.bundle win_amd64: builds dist/对照-win64 and its archive."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tools.bundle import embedded_python, linux_folder, sizes, windows_folder
from tools.bundle.archive import digest, write_tar, write_zip
from tools.bundle.target import ROOT, TARGETS, Target
from tools.bundle.wheels import our_version

PYTHON = "what Python to put in: python-3.11.9-embed-amd64.zip of python.org; a .tar.gz with python/ for Linux"


def main() -> None:
    options = _arguments()
    target = TARGETS[options.platform]
    folder = options.out / target.folder
    with tempfile.TemporaryDirectory() as work:
        archive = made(target, options.python, folder, Path(work))
    print("\n".join(sizes.report(folder, archive)))
    print(f"{digest(archive)}  {archive.name}")
    if target.is_windows:
        sizes.refuse_large(folder, archive)


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


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.bundle", description=__doc__)
    parser.add_argument("platform", choices=TARGETS)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--python", type=Path, help=PYTHON)
    return parser.parse_args()


if __name__ == "__main__":
    main()
