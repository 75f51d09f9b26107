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
python="{python}"
if [ ! -x "$python" ]; then
    echo "这台电脑的 Python 换过了：请再运行一次安装包里的 install.sh" >&2
    exit 1
fi
exec "$python" -I -m duizhao "$@"
"""


def put_in(folder: Path, place: Place) -> None:
    """Install this version, use it, and remove what was used before."""
    version = (folder / "wheels" / "version.txt").read_text(encoding="ascii").strip()
    place.home.mkdir(parents=True, exist_ok=True)
    made = place.home / f"{version}.new"
    shutil.rmtree(made, ignore_errors=True)
    _make_python(folder, made / PYTHON)
    packages = made / PYTHON / "lib" / f"python{python_version()}" / "site-packages"
    for wheel in wheels(folder):
        unpack(wheel, packages)
    compileall.compile_dir(packages, quiet=2)
    _use(made, place.home / version, place)
    place.commands.mkdir(parents=True, exist_ok=True)
    command = COMMAND.format(python=place.current / PYTHON / "bin" / "python3")
    write_program(place.command, command)


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


def _use(made: Path, kept: Path, place: Place) -> None:
    """Turn to the new folder, then remove others; a desk that runs has read what it needs of them."""
    old = kept.with_name(f"{kept.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if kept.exists():
        kept.rename(old)
    made.rename(kept)
    link = place.home / "current.new"
    link.unlink(missing_ok=True)
    link.symlink_to(kept.name)
    link.replace(place.current)
    for each in place.home.iterdir():
        if each.is_dir() and not each.is_symlink() and each != kept:
            shutil.rmtree(each, ignore_errors=True)
