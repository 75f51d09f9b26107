"""Where output goes: the terminal, a pipe that may close, a file that is written whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TextIO

import click

from duizhao.errors import Unwritable

WIDEST = 120
WIDTH = 100
"""Where there is no terminal."""

CLOSED_PIPE = 141
"""What a shell shows for a program whose reader went away: 128 + SIGPIPE."""


def put(text: str | bytes) -> None:
    """Write to standard output, at once. A reader that has gone away ends the run without a word."""
    try:
        if isinstance(text, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(text)
        else:
            sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _give_up()
        raise click.exceptions.Exit(CLOSED_PIPE) from None
    except OSError as fault:
        _give_up()
        raise Unwritable(f"标准输出写不进去（{fault.strerror}）") from fault


def _give_up() -> None:
    # Nothing can be flushed any more; without this the interpreter would try at its end, and complain.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def note(line: str) -> None:
    """A line beside the output, on standard error."""
    click.echo(line, err=True)


def prepare(streams: Sequence[TextIO]) -> None:
    """Pipes and files get UTF-8 whatever the locale says; what a terminal cannot show is escaped."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and stream.isatty():
            reconfigure(errors="backslashreplace")
        elif reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def is_terminal() -> bool:
    """Does a person read standard output?"""
    return sys.stdout.isatty()


def is_coloured(choice: str, to_file: bool) -> bool:
    """Whether to colour: as asked, else where a terminal shows it and NO_COLOR is not set."""
    if choice == "auto":
        return not to_file and is_terminal() and not os.environ.get("NO_COLOR")
    return choice == "always"


def width() -> int:
    """Columns to write in: those of the terminal, up to where lines get hard to follow."""
    try:
        return min(WIDEST, os.get_terminal_size(sys.stdout.fileno()).columns)
    except (OSError, ValueError):
        return WIDTH


def as_bytes(text: str | bytes) -> bytes:
    """What goes into a file."""
    return text if isinstance(text, bytes) else text.encode("utf-8", "backslashreplace")
