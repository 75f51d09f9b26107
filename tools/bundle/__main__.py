"""python -m tools.bundle win_amd64: builds dist/对照-win64 and its archive."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tools.bundle import embedded_python, sizes, windows_folder
from tools.bundle.archive import digest, write_zip
from tools.bundle.target import ROOT, TARGETS
from tools.bundle.wheels import our_version


def main() -> None:
    options = _arguments()
    target = TARGETS[options.platform]
    folder = options.out / target.folder
    python = (
        embedded_python.from_file(options.python) if options.python else embedded_python.from_pypi()
    )
    with tempfile.TemporaryDirectory() as work:
        windows_folder.build(target, python, folder, Path(work))
    system = target.folder.partition("-")[2]
    archive = options.out / f"对照-{our_version()}-{system}.zip"
    write_zip(folder, archive)
    print("\n".join(sizes.report(folder, archive)))
    print(f"{digest(archive)}  {archive.name}")
    sizes.refuse_large(folder, archive)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.bundle", description=__doc__)
    parser.add_argument("platform", choices=TARGETS)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--python", type=Path, help="python-3.11.9-embed-amd64.zip of python.org")
    return parser.parse_args()


if __name__ == "__main__":
    main()
