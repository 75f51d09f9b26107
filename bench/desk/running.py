"""A desk that really runs."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class RunningDesk:
    """A desk as a process of its own: `link` lets a browser in, once."""

    process: subprocess.Popen[str]
    link: str
    data: Path

    @property
    def base(self) -> str:
        return "/".join(self.link.split("/")[:3])


class running_desk:  # noqa: N801 – used as a `with`
    """Starts a desk with a data folder, and ends it."""

    def __init__(self, data: Path, *arguments: str) -> None:
        self._data, self._arguments = data, arguments

    def __enter__(self) -> RunningDesk:
        command = ["desk", "--no-browser", "--port", "18765", "--data", str(self._data)]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "duizhao", *command, *self._arguments],
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert self._process.stderr
        said = ""
        for line in self._process.stderr:
            said += line
            if "http://" in line:
                return RunningDesk(self._process, line[line.index("http://") :].strip(), self._data)
        raise AssertionError(said)

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait()
        assert self._process.stderr
        self._process.stderr.close()
