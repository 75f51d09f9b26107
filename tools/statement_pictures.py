"""Takes the picture of statements in docs/meeting.md, of a desk where one was commented: make pictures."""

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

PICTURE = ROOT / "docs" / "images" / "meeting-statement.png"
GOOD = ROOT / "examples" / "good.txt"
NAMES = ("周明远", "陈立", "郭敏", "何远")
"""Names that nobody has."""
WIDTH, HEIGHT = 1120, 640
DROPPED = re.compile('name="(of-[0-9a-f]{16})"')
SHOWN = re.compile('href="(/statements/[0-9a-f]{16}/)"')
OWNER = re.compile('<option value="([0-9a-f]{16})" selected>')


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
        asked = client.get(meeting).text
        owners = {DROPPED.findall(asked)[0]: OWNER.findall(asked)[0]}
        client.post(f"{meeting}match", **owners, hands_in="on")
        statement = SHOWN.findall(client.get(meeting).text)[0]
        comment = {"quote": "河道采砂审批", "text": "压到几天？写明从哪天起。"}
        client.post(f"{statement}comment", **comment)
        page.size(WIDTH, HEIGHT)
        page.open(client.link(statement))
        page.wait("document.readyState === 'complete'")
        # The text with what stands beside it, not what stands above them.
        page.ask("document.querySelector('article').scrollIntoView()")
        page.settle()
        PICTURE.write_bytes(page.shot())


if __name__ == "__main__":
    main()
