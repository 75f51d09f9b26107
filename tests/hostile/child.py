"""Reads one file with everything it does under watch, and prints what came of it as JSON.

python child.py FILE [bytes]
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path

WATCHED = (
    "socket.connect",
    "socket.getaddrinfo",
    "socket.bind",
    "subprocess.Popen",
    "os.posix_spawn",
    "os.exec",
)


def main(path: str, how: str = "path") -> None:
    resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))
    resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from duizhao.errors import DuizhaoError
    from duizhao.office.typography import typography_of
    from duizhao.read import read, read_bytes
    from yardstick import on_reference

    outside: list[str] = []
    outcome: dict[str, object] = {}
    data = Path(path).read_bytes() if how == "bytes" else b""
    _watch(path, outside)

    def reading() -> float:
        began = time.process_time()
        try:
            source = read_bytes(data) if how == "bytes" else read(path)
            typography = typography_of(source)
            outcome.update(
                text=source.text[:200],
                length=len(source.text),
                asides=len(source.asides),
                set=len(typography.paragraphs) if typography else 0,
            )
        except DuizhaoError as fault:
            outcome["error"] = str(fault)
        return time.process_time() - began

    seconds = on_reference(reading)
    seen = outside.copy()
    print(json.dumps(outcome | {"seconds": seconds, "peak": _peak(), "outside": seen}))


def _watch(path: str, outside: list[str]) -> None:
    known = tuple(
        os.path.realpath(place)
        for place in (path, sys.prefix, sys.base_prefix, *filter(None, sys.path))
    )

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event == "open" and isinstance(args[0], str | bytes):
            place = os.path.realpath(os.fsdecode(args[0]))
            if not place.startswith(known):
                outside.append(f"open {place}")
        elif event.startswith(WATCHED):
            outside.append(f"{event} {args!r}")

    sys.addaudithook(hook)


def _peak() -> float:
    """Most memory this process ever held, in MB. Not ru_maxrss: that counts the parent's before exec too."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
