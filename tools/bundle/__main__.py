"""python -m tools.bundle win_amd64: builds dist/对照-win64 and its archive; python -m tools.bundle release: all."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tools.bundle import sizes
from tools.bundle.archive import digest
from tools.bundle.release import made, release
from tools.bundle.target import ROOT, TARGETS

RELEASE = "release"
PYTHON = "what Python to put in: python-3.11.9-embed-amd64.zip of python.org; a .tar.gz with python/ for Linux"


def main() -> None:
    options = _arguments()
    if options.platform == RELEASE:
        release(options.out / RELEASE)
        return
    target = TARGETS[options.platform]
    folder = options.out / target.folder
    with tempfile.TemporaryDirectory() as work:
        archive = made(target, options.python, folder, Path(work))
    print("\n".join(sizes.report(folder, archive)))
    print(f"{digest(archive)}  {archive.name}")
    if target.is_windows:
        sizes.refuse_large(folder, archive)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.bundle", description=__doc__)
    parser.add_argument("platform", choices=[*TARGETS, RELEASE])
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--python", type=Path, help=PYTHON)
    return parser.parse_args()


if __name__ == "__main__":
    main()
