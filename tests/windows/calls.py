"""Run by the Python of the folder under wine: several calls of the program, one after the other, to start but once.

Takes a file with the calls, writes a file with their exit codes and what they said. With a third word paths are limited
as on a Windows that is set up as usual: wine itself takes them at any length.
"""

from __future__ import annotations

import faulthandler
import io
import json
import os
import sys
from collections.abc import Callable
from typing import Any

LONGEST = 259
"""Characters: MAX_PATH without its end mark."""
ERROR_FILENAME_EXCED_RANGE = 206
HANGS_AFTER_SECONDS = 240


def call(arguments: list[str]) -> tuple[int, str, str]:
    from duizhao.cli.commands import run

    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2)]
    sys.stdout, sys.stderr = streams
    try:
        code = run(arguments)
    finally:
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    for each in streams:
        each.flush()
    out, err = (each.buffer.getvalue().decode("utf-8") for each in streams)  # type: ignore[attr-defined]
    return code, out, err


def limit_paths() -> None:
    for name in (
        "stat",
        "lstat",
        "open",
        "scandir",
        "listdir",
        "mkdir",
        "unlink",
        "replace",
        "rename",
    ):
        setattr(os, name, _limited(getattr(os, name)))
    io.open = _limited(io.open)
    import builtins

    builtins.open = io.open


def _limited(act: Callable[..., Any]) -> Callable[..., Any]:
    def acting(place: Any = ".", *others: Any, **options: Any) -> Any:
        if not isinstance(place, int):
            written = os.fspath(place)
            if not written.startswith("\\\\?\\") and len(os.path.abspath(written)) > LONGEST:
                raise OSError(0, "too long", written, ERROR_FILENAME_EXCED_RANGE)
        return act(place, *others, **options)

    return acting


def main(asked: str, answered: str, *words: str) -> None:
    faulthandler.dump_traceback_later(HANGS_AFTER_SECONDS, file=sys.__stderr__)
    if words:
        limit_paths()
    with open(asked, encoding="utf-8") as file:
        calls = json.load(file)
    answers = [call(arguments) for arguments in calls]
    with open(answered, "w", encoding="utf-8") as file:
        json.dump(answers, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
