"""Takes the picture of opinions in docs/meeting.md, of a desk on which a round was held: make pictures."""

from __future__ import annotations

import re
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.desk.client import DeskClient  # noqa: E402
from bench.desk.running import running_desk  # noqa: E402

from chromium import chromium  # noqa: E402

PICTURE = ROOT / "docs" / "images" / "meeting-opinions.png"
WIDTH, HEIGHT = 1200, 820
CODE = re.compile('class="code">([0-9A-Z-]{19})<')
OPINION = re.compile('会议偏多.*?href="(/opinions/[0-9a-f]{16}/)"', re.DOTALL)
SAID = (
    "会议偏多，一个星期开了六个会，科里没有整块时间办事",
    "下到水管站的次数少，来了也是听汇报，没有到渠上看",
    "灌溉用水的收费标准说不清，群众问起来我们答不上",
    "东山村的吃水问题反映了半年，建议定个办完的时间",
    "文件发得太长，一份通知七八页，基层看不完",
    "年轻同志三四年没有轮过岗，建议有计划地派下去锻炼",
)
REPLY = "从下月起每周固定一天不开会，可以合并的会合并开；12月底前由办公室拿出办法。"


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as data,
        tempfile.TemporaryDirectory() as profile,
        running_desk(Path(data)) as desk,
        chromium(Path(profile)) as page,
    ):
        client = DeskClient(desk.data)
        meeting = held(client)
        page.size(WIDTH, HEIGHT)
        page.open(client.link(meeting))
        page.wait("document.readyState === 'complete'")
        PICTURE.write_bytes(page.shot())


def held(client: DeskClient) -> str:
    """A meeting with a round that is closed and one that is open. Returns the address of its opinions."""
    given = {"kind": "democratic-life", "year": "2026", "held_on": "2026-12-20", "name": ""}
    meeting = client.post("/meetings/begin", **given).location.replace("/plan/", "/opinions/")
    asked = {"questions": "对领导班子有什么意见和建议", "scopes": "机关科室\n水管站"}
    first = client.post(f"{meeting}begin", name="会前征求意见", **asked).location
    half = str(len(SAID) // 2)
    slips = client.post(f"{first}codes", count0=half, count1=half).text
    for code, words in zip(CODE.findall(slips), SAID, strict=True):
        client.post("/o/send", code=code, receipt="", q0=words)
    client.post(f"{first}close")
    while "已汇总" not in client.get(first).text:
        time.sleep(0.2)
    again = client.post(f"{meeting}begin", name="补充征求意见", **asked).location
    client.post(f"{again}codes", count0="12")
    typed = "机关食堂给基层来办事的同志不方便"
    client.post(f"{meeting}enter", origin="box", scope="机关科室", typed=typed)
    shown = client.get(meeting).text
    (first,) = OPINION.findall(shown)
    client.post(f"{first}reply", version="1", reply=REPLY)
    return meeting


if __name__ == "__main__":
    main()
