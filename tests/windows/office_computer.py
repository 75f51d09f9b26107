"""A computer of an office, played by wine: the folder that offices get, and a user who has nothing else installed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import IO, NamedTuple

import wine_gaps
from tools.bundle.bytecode import compile_packages
from tools.bundle.target import TARGETS

ROOT = Path(__file__).resolve().parents[2]
CODE = ROOT / "src" / "duizhao"
PLACED = ROOT / "packaging" / "windows"
BUILT = ROOT / "dist" / "对照-win64"
NOTED = BUILT / "SHA256SUMS.txt"
"""Written last."""
LOCK = TARGETS["win_amd64"].lock("3.11")
IGNORED = shutil.ignore_patterns("__pycache__")
CHINESE = Path("/usr/share/i18n/locales/zh_CN")
NEW_PREFIX = ROOT / "build" / "wine"
FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
LONGEST_WAIT_SECONDS = 300
LAST_WORDS_SECONDS = 0.5


def missing() -> str:
    """What is missing for a trial under wine; empty if nothing is."""
    for program in ("wine", wine_gaps.COMPILER):
        if not shutil.which(program):
            return f"{program} is not on this machine"
    if sys.version_info[:2] != (3, 11):
        return "the folder for Windows has Python 3.11, and is compiled by the same"
    if not NOTED.exists() or NOTED.stat().st_mtime < LOCK.stat().st_mtime:
        return (
            "no folder for Windows here, or one with other packages: make bundle PLATFORM=win_amd64"
        )
    return ""


class Answer(NamedTuple):
    """What a call came to."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class OfficeComputer:
    """`program` is the folder as it was unpacked, `prefix` the disk C: and the registry."""

    program: Path
    prefix: Path
    environment: dict[str, str]

    @classmethod
    def set_up(cls, root: Path) -> OfficeComputer:
        """Make the computer below a folder."""
        program = root / "程序 100% & 新" / BUILT.name
        shutil.copytree(BUILT, program, copy_function=_linked_or_copied)
        if not _is_current():
            _put_code(program)
        wine_gaps.fill(program / "python")
        prefix = root / "windows"
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(root),
            "WINEPREFIX": str(prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": f"{wine_gaps.OVERRIDES};mscoree,mshtml,winemenubuilder.exe=",
            **_chinese(root),
        }
        shutil.copytree(
            _new_prefix(environment), prefix, symlinks=True, copy_function=_linked_or_copied
        )
        return cls(program, prefix, environment)

    @property
    def local_app_data(self) -> Path:
        (found,) = self.prefix.glob("drive_c/users/*/AppData/Local")
        return found

    @property
    def data(self) -> Path:
        """Where the desk keeps its data."""
        return self.local_app_data / "对照"

    def temporary_files(self) -> list[Path]:
        """What the program has in the user's folder for temporary files."""
        user = self.local_app_data.parents[1]
        places = (user / "Temp", self.local_app_data / "Temp")
        return [each for place in places for each in place.glob("duizhao-*")]

    def calls(
        self, folder: Path, calls: Sequence[Sequence[str]], *, paths_are_limited: bool = False
    ) -> list[Answer]:
        """Several calls of the program by one start of Python, in a folder."""
        asked, answered = folder / "asked.json", folder / "answered.json"
        asked.write_text(json.dumps(calls), encoding="utf-8")
        script = Path(__file__).with_name("calls.py")
        words = ["limited"] if paths_are_limited else []
        command = [str(self.python), str(script), asked.name, answered.name, *words]
        done = self._wine(command, folder)
        assert answered.exists(), done
        answers = json.loads(answered.read_text(encoding="utf-8"))
        asked.unlink()
        answered.unlink()
        return [Answer(*each) for each in answers]

    def run(self, folder: Path, *arguments: str) -> Answer:
        """One call of the program, in a folder, as typed into a console."""
        return self._wine([str(self.python), "-m", "duizhao", *arguments], folder)

    @contextmanager
    def started(self, *command: str) -> Iterator[Running]:
        """A program that runs on. It is killed at the end."""
        with self._running(command, self.program.parent) as running:
            yield running

    @property
    def python(self) -> Path:
        return self.program / "python" / "python.exe"

    def _wine(self, command: Sequence[str], folder: Path) -> Answer:
        with self._running(command, folder) as running:
            code = running.process.wait(LONGEST_WAIT_SECONDS)
        return Answer(code, *running.said())

    @contextmanager
    def _running(self, command: Sequence[str], folder: Path) -> Iterator[Running]:
        # Pipes: Python does not start under wine where its output is a file of Linux.
        process = subprocess.Popen(
            ["wine", *command],
            env=self.environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        try:
            yield Running(process)
        finally:
            process.kill()
            process.wait()


class Running:
    """A program under wine, and what it has said so far."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self._said: list[list[bytes]] = [[], []]
        # Wine's own services start along with the first program and keep the ends of its pipes: nobody waits for them.
        self._readers = [
            Thread(target=self._read, args=each, daemon=True)
            for each in zip((process.stdout, process.stderr), self._said, strict=True)
        ]
        for each in self._readers:
            each.start()

    @staticmethod
    def _read(stream: IO[bytes], said: list[bytes]) -> None:
        while piece := os.read(stream.fileno(), 1 << 16):
            said.append(piece)

    def said(self) -> tuple[str, str]:
        """Standard output and standard error."""
        if self.process.poll() is not None:
            for each in self._readers:
                each.join(LAST_WORDS_SECONDS)
        out, err = map(_decoded, self._said)
        return out, err

    def link(self) -> str:
        """The link that a desk gives."""
        ends = monotonic() + LONGEST_WAIT_SECONDS
        while not (found := re.search(r"http://\S+", "".join(self.said()))):
            assert monotonic() < ends, self.said()
            assert self.process.poll() is None, self.said()
            sleep(0.05)
        return found[0]


def _decoded(said: list[bytes]) -> str:
    """Lines of our program, which are UTF-8, and of others, in the code page of the computer."""
    return "".join(map(_decoded_line, b"".join(said).splitlines(keepends=True)))


def _decoded_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("gb18030", "replace")


def _is_current() -> bool:
    """Was the folder built after the last change of the program?"""
    sources = [path for folder in (CODE, PLACED) for path in folder.rglob("*.*")]
    built = NOTED.stat().st_mtime
    return all(path.stat().st_mtime < built for path in sources if path.suffix != ".pyc")


def _put_code(program: Path) -> None:
    """Put the program of the checkout in the place of the one that the folder was built with."""
    packages = program / "lib"
    shutil.rmtree(packages / "duizhao")
    shutil.copytree(CODE, packages / "duizhao", ignore=IGNORED)
    compile_packages(packages, "3.11")
    for path in PLACED.rglob("*.*"):
        # What stands there is a link to the file that was built.
        (program / path.relative_to(PLACED)).unlink(missing_ok=True)
    shutil.copytree(PLACED, program, ignore=IGNORED, dirs_exist_ok=True)


def _new_prefix(environment: dict[str, str]) -> Path:
    """The disk C: of a fresh computer, which takes long to make and is kept for later runs."""
    if not NEW_PREFIX.exists():
        making = NEW_PREFIX.with_name(f"wine.{os.getpid()}")
        making.mkdir(parents=True)
        fresh = environment | {"WINEPREFIX": str(making)}
        subprocess.run(["wine", "wineboot", "-i"], env=fresh, capture_output=True, check=True)
        subprocess.run(["wineserver", "-w"], env=fresh, check=True)
        if FONT.exists():
            (making / "drive_c" / "windows" / "Fonts" / FONT.name).symlink_to(FONT)
        making.rename(NEW_PREFIX)
    return NEW_PREFIX


def _linked_or_copied(source: str, target: str) -> None:
    # The registry is written to; everything else never is, and takes no room as links.
    if not source.endswith(".reg"):
        with suppress(OSError):
            os.link(source, target)
            return
    shutil.copy2(source, target)


def _chinese(root: Path) -> dict[str, str]:
    """The environment in which wine has the code page of a Chinese Windows, where the locale can be made."""
    if not CHINESE.exists():
        return {"LC_ALL": "C.UTF-8"}
    folder = root / "locale"
    folder.mkdir()
    name = "zh_CN.UTF-8"
    command = ["localedef", "-i", "zh_CN", "-f", "UTF-8", str(folder / name)]
    subprocess.run(command, capture_output=True, check=True)
    return {"LC_ALL": name, "LOCPATH": str(folder)}


def as_windows(path: Path) -> str:
    """A path of this machine as wine has it."""
    return "Z:" + str(path).replace("/", "\\")
