"""Takes the picture of many units in docs/supervision.md, of an organisation that does not exist: make pictures."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.load.measure import python  # noqa: E402
from bench.load.organisation import PASSWORD  # noqa: E402
from bench.load.served import served  # noqa: E402

from chromium import chromium  # noqa: E402

IMAGE = ROOT / "docs" / "images" / "supervision-units.png"
WIDTH, HEIGHT = 1200, 900
FILLED = ("--units", "7", "--people", "8", "--statements", "5", "--rows", "24")


def main() -> None:
    with tempfile.TemporaryDirectory() as data, tempfile.TemporaryDirectory() as profile:
        python("bench.load.organisation", data, *FILLED)
        with served(data, 1) as site, chromium(Path(profile)) as page:
            page.size(WIDTH, HEIGHT)
            page.open(f"{site.base}/login")
            for name, value in (("username", "u0-reviewer"), ("password", PASSWORD)):
                page.ask(f"document.querySelector('[name={name}]').value = {json.dumps(value)}")
            page.ask("document.querySelector('main form').requestSubmit()")
            page.wait("location.pathname != '/login' && document.readyState === 'complete'")
            page.open(f"{site.base}/supervision/")
            page.settle()
            IMAGE.write_bytes(page.shot())


if __name__ == "__main__":
    main()
