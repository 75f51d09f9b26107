"""The program itself: a folder for this version, and a link that says which version is used."""

from __future__ import annotations

import compileall
import re
import shutil
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from place import Place

from check import version as python_version
from check import wheels_for_python

SCHEMES = re.compile(r"[^/]+\.data/(?:purelib|platlib)/")
PYTHON = "python"
"""Where the Python lies, in the installation folder that may bring one, and in what is installed."""
COMMAND = """\
#!/bin/sh
python=$(readlink -f "{current}")/{place}/bin/python3
if [ ! -x "$python" ]; then
    echo "这台电脑的 Python 换过了：请再运行一次安装包里的 install.sh" >&2
    exit 1
fi
exec "$python" -I -m duizhao "$@"
"""
KEPT_VERSIONS = 2
"""The one that is used, and the one before it, which a desk that still runs reads from."""


def put_in(folder: Path, place: Place) -> None:
    """Install this version, use it, and remove what was used before."""
    version = (folder / "wheels" / "version.txt").read_text(encoding="ascii").strip()
    place.home.mkdir(parents=True, exist_ok=True)
    made = place.home / f"{_next_number(place)}-{version}"
    _make_python(folder, made / PYTHON)
    packages = made / PYTHON / "lib" / f"python{python_version()}" / "site-packages"
    for wheel in wheels(folder):
        unpack(wheel, packages)
    compileall.compile_dir(packages, quiet=2)
    _use(made, place)
    place.commands.mkdir(parents=True, exist_ok=True)
    write_program(place.command, COMMAND.format(current=place.current, place=PYTHON))


def wheels(folder: Path) -> Iterator[Path]:
    yield from sorted((folder / "wheels" / "any").glob("*.whl"))
    yield from sorted(wheels_for_python(folder).glob("*.whl"))


def unpack(wheel: Path, packages: Path) -> None:
    """Put what a wheel holds where Python looks for packages."""
    with ZipFile(wheel) as packed:
        for name in packed.namelist():
            place = SCHEMES.sub("", name)
            if ".data/" not in place and not name.endswith("/"):
                path = packages / place
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(packed.read(name))


def write_program(path: Path, text: str) -> None:
    """Write a program whole or not at all."""
    made = path.with_name(f"{path.name}.new")
    made.write_text(text, encoding="utf-8")
    made.chmod(0o755)
    made.replace(path)


def _make_python(folder: Path, made: Path) -> None:
    """The Python of the folder, copied, where that runs this; else an environment of the one that does."""
    brought = folder / PYTHON
    if Path(sys.executable).resolve().is_relative_to(brought.resolve()):
        shutil.copytree(brought, made, symlinks=True)
    else:
        venv.EnvBuilder(symlinks=True).create(made)


def _installed(place: Place) -> list[Path]:
    """The folders of versions, in the order of their installation."""
    numbered = {
        int(n): path for path in place.home.glob("*-*") if (n := path.name.split("-")[0]).isdigit()
    }
    return [numbered[number] for number in sorted(numbered)]


def _next_number(place: Place) -> int:
    return max((int(path.name.split("-")[0]) for path in _installed(place)), default=0) + 1


def _use(made: Path, place: Place) -> None:
    """Turn to the new folder, in one step, and remove those that nothing reads from any more."""
    link = place.home / "current.new"
    link.unlink(missing_ok=True)
    link.symlink_to(made.name)
    link.replace(place.current)
    for each in _installed(place)[:-KEPT_VERSIONS]:
        shutil.rmtree(each, ignore_errors=True)
