"""Standard output and standard error: a terminal, a file, or a pipe that may close."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TextIO

import click

from duizhao.errors import Unwritable
from duizhao.os_reason import reason_of

MAX_WIDTH = 120
WIDTH_WITHOUT_TERMINAL = 100
"""Columns."""

CLOSED_PIPE = 141
"""The exit code of a program after the reader of its output has gone: 128 + SIGPIPE, as shells report it."""


def put(text: str | bytes) -> None:
    """Write to standard output at once. If nobody reads it any more, the run ends silently. Raises Unwritable."""
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
        raise Unwritable(f"标准输出写不进去，{reason_of(fault)}") from fault


def _give_up() -> None:
    # Nothing can be flushed any more; the interpreter would try at its end, and print an error.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def note(line: str) -> None:
    """Write a line to standard error, which keeps it out of the output."""
    if not line.isprintable():
        # Imported here: help and version do not wait for it.
        from duizhao.text.visible import names_decoded

        line = names_decoded(line)
    click.echo(line, err=True)


def prepare(streams: Sequence[TextIO]) -> None:
    """Write UTF-8 to pipes and files whatever the locale is; escape what a terminal cannot show."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and stream.isatty():
            reconfigure(errors="backslashreplace")
        elif reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def is_terminal() -> bool:
    """Does a person read standard output?"""
    return sys.stdout.isatty()


def is_typed() -> bool:
    """Does a person type standard input, and see what is asked?"""
    return sys.stdin.isatty() and sys.stderr.isatty()


def is_coloured(choice: str, to_file: bool) -> bool:
    """Should output be coloured? By choice, else if a terminal shows it and NO_COLOR is not set."""
    if choice == "auto":
        return not to_file and is_terminal() and not os.environ.get("NO_COLOR")
    return choice == "always"


def width() -> int:
    """Columns to write in: those of the terminal, but no more than can be read well."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        columns = 0
    # Some terminals do not know their width, and report none.
    return min(MAX_WIDTH, columns or WIDTH_WITHOUT_TERMINAL)
