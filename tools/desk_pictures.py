"""Takes the pictures of docs/desk.md of a desk with statements made from the bundled examples: make pictures."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.desk.client import Answer, DeskClient  # noqa: E402
from bench.desk.running import running_desk  # noqa: E402

from chromium import Page, chromium  # noqa: E402

EXAMPLES, IMAGES = ROOT / "examples", ROOT / "docs" / "images"
WIDTH, HEIGHT = 1200, 820
PEOPLE = {
    "陈立": "财务股股长",
    "郭敏": "办公室主任",
    "何远": "河道管理站站长",
    "梁芳": "供水股股长",
    "宋平": "执法大队大队长",
}
"""Names that nobody has, for the list of a batch."""


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as data,
        tempfile.TemporaryDirectory() as profile,
        running_desk(Path(data)) as desk,
        chromium(Path(profile)) as page,
    ):
        client = DeskClient(desk.data)
        batch, file, faulty = filled(client)
        page.size(WIDTH, HEIGHT)
        page.open(client.link())
        client.post(f"{batch}ledger/take")
        addresses = {
            "batch": batch,
            "statement": faulty,
            "edit": f"{file}edit",
            "chain": f"{file}chain",
            "ledger": f"{batch}ledger/",
        }
        for name, address in addresses.items():
            take(page, desk.base + address, IMAGES / f"desk-{name}.png")


def filled(client: DeskClient) -> tuple[str, str, str]:
    """A batch with a few people's statements, and the pages of the first one and of one with faults."""
    batch = client.begin()
    client.post(f"{batch}rename", name="县水务局 2023年度")
    good = (EXAMPLES / "good.txt").read_text(encoding="utf-8")
    first = client.put_in(batch, "周明远.docx", (EXAMPLES / "good.docx").read_bytes())
    for at, (name, office) in enumerate(PEOPLE.items()):
        lines = good.replace("周明远", name).replace("党组成员、副局长", office).split("\n")
        # Each lacks something else, as statements do.
        text = "\n".join(line for number, line in enumerate(lines) if (number + at) % (7 + at))
        client.put_in(batch, f"{name}.txt", text.encode())
    faulty = client.put_in(batch, "李建国.docx", (EXAMPLES / "faulty.docx").read_bytes())
    return batch, _page(first), _page(faulty)


def _page(row: Answer) -> str:
    key = row.text.partition("files/")[2][:16]
    return f"/files/{key}/"


def take(page: Page, address: str, path: Path) -> None:
    page.open(address)
    page.wait("document.readyState === 'complete'")
    # The text and what is found in it, not what stands above them.
    page.ask("document.querySelector('article')?.scrollIntoView()")
    page.settle()
    path.write_bytes(page.shot())


if __name__ == "__main__":
    main()
