"""Takes the picture of one row of a ledger in docs/meeting.md, of a desk where it was worked on: make pictures."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "web")]

from bench.desk.client import DeskClient  # noqa: E402
from bench.desk.running import running_desk  # noqa: E402
from seeded import meeting_in  # noqa: E402

from chromium import chromium  # noqa: E402

PICTURE = ROOT / "docs" / "images" / "meeting-row.png"
GOOD = ROOT / "examples" / "good.txt"
NAMES = ("周明远", "陈立", "郭敏", "何远")
"""Names that nobody has."""
WIDTH, HEIGHT = 1120, 1080
SHOWN = re.compile("/rectification/rows/[0-9a-f]{16}/")
MOVES = (
    ("advance", {"move": "start"}),
    ("report", {"happened_on": "2026-04-30", "text": "四月到林场走访两次，三户漏雨的住房修好了。"}),
    (
        "move",
        {
            "move": "postpone",
            "postpone-due": "2033-03-31",
            "postpone-reason": "山洪冲断了进场的路",
            "postpone-consent": "陈立",
        },
    ),
)


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as data,
        tempfile.TemporaryDirectory() as profile,
        running_desk(Path(data)) as desk,
        chromium(Path(profile)) as page,
    ):
        meeting = f"/meetings/{meeting_in(desk.data, *NAMES)}/statements/"
        client = DeskClient(desk.data)
        batch = re.findall('action="(/batches/[0-9a-f]{16}/)put-in"', client.get(meeting).text)[0]
        client.put_in(batch, "周明远.txt", GOOD.read_bytes())
        client.post(f"{batch}ledger/take")
        row = SHOWN.findall(client.get(f"{batch}ledger/").text)[0]
        for act, given in MOVES:
            client.post(
                f"{row}{act}", **given, by_name="何远", **{f"{given.get('move')}-by_name": "何远"}
            )
        page.size(WIDTH, HEIGHT)
        page.open(client.link(row))
        page.wait("document.readyState === 'complete'")
        page.settle()
        PICTURE.write_bytes(page.shot())


if __name__ == "__main__":
    main()
