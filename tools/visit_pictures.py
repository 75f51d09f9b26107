"""Takes the pictures of README of the office that `make visit` opens: make pictures."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from desk_pictures import IMAGES, take

from bench.desk.client import DeskClient  # isort: skip
from bench.desk.running import running_desk  # isort: skip
from chromium import chromium  # isort: skip

WIDTH, HEIGHT = 1040, 600
STATEMENT = re.compile(r"/statements/[0-9a-f]+/")


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as data,
        tempfile.TemporaryDirectory() as profile,
        running_desk(Path(data), "--demo") as desk,
        chromium(Path(profile)) as page,
    ):
        page.size(WIDTH, HEIGHT)
        client = DeskClient(desk.data)
        page.open(client.link())
        returned = STATEMENT.search(client.get("/todo/").text)
        assert returned
        for name, address in (("todo", "/todo/"), ("statement", returned[0])):
            take(page, desk.base + address, IMAGES / f"visit-{name}.png")


if __name__ == "__main__":
    main()
