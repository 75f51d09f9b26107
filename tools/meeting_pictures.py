"""Takes the pictures of docs/meeting.md of a desk with a meeting made of the bundled example: make pictures."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path

from desk_pictures import EXAMPLES, IMAGES, ROOT  # noqa: F401  (it puts the packages on the path)

from bench.desk.client import DeskClient  # isort: skip
from bench.desk.running import running_desk  # isort: skip
from chromium import Page, chromium  # isort: skip

WIDTH, HEIGHT = 1200, 860
TEAM = {
    "陈立": "党组书记、局长",
    "郭敏": "党组成员、副局长",
    "何远": "党组成员、纪检组长",
    "梁芳": "党组成员、总工程师",
}
"""Names that nobody has."""


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as data,
        tempfile.TemporaryDirectory() as profile,
        running_desk(Path(data)) as desk,
        chromium(Path(profile)) as page,
    ):
        client = DeskClient(desk.data)
        plan = begun(client)
        page.size(WIDTH, HEIGHT)
        page.open(client.link())
        take(page, desk.base + plan, IMAGES / "meeting-plan.png")


def begun(client: DeskClient) -> str:
    """The plan of a meeting in a fortnight, of people who are on the roster."""
    client.post("/roster/take-in", **_team_fields())
    day = date.today() + timedelta(days=12)
    given = {"kind": "democratic-life", "year": str(day.year), "held_on": day.isoformat()}
    plan = client.post("/meetings/begin", profile="2025", **given).location
    client.post(f"{plan}step", requirement="advance-report", on=date.today().isoformat())
    return plan


def _team_fields() -> dict[str, str]:
    fields = {"count": str(len(TEAM))}
    for at, (name, duty) in enumerate(TEAM.items()):
        standing = "member" if at else "head"
        row = {"take": "on", "name": name, "duty": duty, "standing": standing}
        fields |= {f"{field}-{at}": value for field, value in row.items()}
    return fields


def take(page: Page, address: str, path: Path) -> None:
    page.open(address)
    page.wait("document.readyState === 'complete'")
    path.write_bytes(page.shot())


if __name__ == "__main__":
    main()
