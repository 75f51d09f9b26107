"""Takes the picture of the board in docs/meeting.md, of a desk with a ledger: make pictures."""

from __future__ import annotations

import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.desk.client import DeskClient  # noqa: E402
from bench.desk.running import running_desk  # noqa: E402

from chromium import chromium  # noqa: E402

IMAGE = ROOT / "docs" / "images" / "meeting-board.png"
WIDTH, HEIGHT = 1200, 820
DEPARTMENTS = ("办公室", "工程科", "水质中心", "供水科", "财务科")
ROWS = (
    ("夜里施工不提前说", 1, -20, "整改中"),
    ("报表多，一个数填三遍", 0, -45, "已销号"),
    ("公布的水质表看不懂", 2, 6, "整改中"),
    ("报装手续跑了四趟", 3, 12, "整改中"),
    ("试剂采购没有比价", 4, 40, "待验收"),
    ("工程资料归档不全", 1, 33, "整改中"),
    ("停水通知发得晚", 3, -50, "已销号"),
    ("新进检测员没有人带", 2, 95, "整改中"),
    ("会议室预定混乱", 0, 35, "整改中"),
    ("公务车油卡登记不清", 0, 100, "未启动"),
    ("老旧小区二次供水没有改完", 3, 70, "整改中"),
    ("差旅费报销慢", 4, -12, "整改中"),
    ("在线监测设备放了 74 天", 2, 65, "整改中"),
    ("石桥村水压低没有人去看", 3, 66, "整改中"),
)
"""Problems of an office that does not exist, each with a department, days to its deadline, and a state."""


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as data,
        tempfile.TemporaryDirectory() as profile,
        running_desk(Path(data)) as desk,
        chromium(Path(profile)) as page,
    ):
        client = DeskClient(desk.data)
        batch = client.begin()
        client.post(f"{batch}rename", name="县水务局 2026年度")
        for problem, department, days, state in ROWS:
            client.post(
                f"{batch}ledger/add",
                problem=problem,
                department=DEPARTMENTS[department],
                due=(date.today() + timedelta(days=days)).isoformat(),
                status=state,
            )
        page.size(WIDTH, HEIGHT)
        page.open(client.link())
        page.open(f"{desk.base}/rectification/board/")
        page.wait("document.readyState === 'complete'")
        page.settle()
        IMAGE.write_bytes(page.shot())


if __name__ == "__main__":
    main()
