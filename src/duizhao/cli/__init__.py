"""The command line: reads arguments, calls `api`, prints."""

from __future__ import annotations

import sys


def main() -> None:
    """The program `duizhao`."""
    if sys.argv[1:] == ["--version"] and _print_version():
        return
    from duizhao.cli.garbage import collect_rarely

    # Before all else is loaded, which is much.
    collect_rarely()
    from duizhao.cli.commands import start

    start()


def _print_version() -> bool:
    """Print the version without click, which takes longer to import than Python to start; False if nobody reads."""
    from duizhao import __version__

    try:
        print(f"duizhao {__version__}", flush=True)
    except OSError:
        return False
    return True
