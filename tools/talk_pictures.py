"""Takes the pictures of talks and minutes in docs/meeting.md, of a desk with a meeting: make pictures."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "web")]

from bench.desk.client import DeskClient  # noqa: E402
from bench.desk.running import running_desk  # noqa: E402
from desk_meeting import desk_meeting  # noqa: E402

from chromium import Page, chromium  # noqa: E402

IMAGES = ROOT / "docs" / "images"
WIDTH, HEIGHT = 1200, 820
TALKS_HELD = (0, 1, 3, 12, 14)
"""The buttons of the matrix that are clicked."""
MARK = re.compile('name="pair" value="([0-9a-f.]+)"')
PERSON = re.compile('<option value="([0-9a-f]{16})">([^<]+)<')
ITEM = re.compile('<option value="([^"]+)"[^>]*>[^<]*(?:对照检查|通报)')
SAID = (
    ("own", "沈一鸣", "", "去年蹲点只去过两次，没有住过；清淤拖了四个月，没有过问到底。"),
    ("criticism", "罗大江", "沈一鸣", "清淤工程三月就该开工，拖到七月，中间你一次也没有去过现场。"),
    ("criticism", "钟丽", "沈一鸣", "开会爱抢话，定安置点的时候没有让别人把话说完。"),
    ("answer", "沈一鸣", "", "两条都接受。一月底前到现场开一次会，把欠账补上。"),
)


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as data,
        tempfile.TemporaryDirectory() as profile,
        running_desk(Path(data)) as desk,
        chromium(Path(profile)) as page,
    ):
        key = desk_meeting(desk.data)
        client = DeskClient(desk.data)
        talks, meeting = f"/meetings/{key}/talks/", f"/meetings/{key}/meeting/"
        hold_talks(client, talks)
        hold_meeting(client, meeting)
        page.size(WIDTH, HEIGHT)
        page.open(client.link())
        take(page, desk.base + talks, "talks")
        take(page, f"{desk.base}{meeting}#record", "minutes")


def hold_talks(client: DeskClient, talks: str) -> None:
    pairs = MARK.findall(client.get(talks).text)
    for at in TALKS_HELD:
        client.post(f"{talks}mark", pair=pairs[at])


def hold_meeting(client: DeskClient, meeting: str) -> None:
    shown = client.get(meeting).text
    people = {name: key for key, name in PERSON.findall(shown)}
    item = ITEM.findall(shown)[2]
    client.post(f"{meeting}attend", mark="rest.present")
    for number, (kind, speaker, about, text) in enumerate(SAID):
        client.post(
            f"{meeting}add",
            written_key=f"k{number}",
            item=item,
            kind=kind,
            speaker=people[speaker],
            about=people.get(about, ""),
            text=text,
        )


def take(page: Page, address: str, name: str) -> None:
    page.open(address)
    page.settle()
    (IMAGES / f"meeting-{name}.png").write_bytes(page.shot())


if __name__ == "__main__":
    main()
