"""Keeps data of this version of the program, which every later version has to open and to restore.

    .venv/bin/python -m tools.keep_data [--database ADDRESS]

Run once for each release, before its tag: it makes `tests/web/versions/VERSION.zip`, a backup of the demonstration with
an open round of opinions. With `--database`, of PostgreSQL, it makes `VERSION-postgresql.zip`. What is there is never
made again: it is what that version has left.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from duizhao.version import __version__
from duizhao.web.backup.making import make_backup
from duizhao.web.data_folder import DataFolder
from duizhao.web.database import keep_address
from duizhao.web.serve import prepare

KEPT = Path(__file__).parents[1] / "tests" / "web" / "versions"
WRITTEN = 5
"""Opinions of the round that is open, which are lost with its key."""


def fill() -> None:
    """The demonstration, and a round of opinions that is open and answered."""
    from duizhao.web.accounts.models import Person
    from duizhao.web.demonstration.accounts import make_demo
    from duizhao.web.demonstration.make import DeskWays
    from duizhao.web.desk import ledger_work, putting_in
    from duizhao.web.meetings.models import Dossier
    from duizhao.web.opinions.actions import SentItem, send_opinions
    from duizhao.web.opinions.actions.rounds import begin_round, draw_codes
    from duizhao.web.opinions.code_words import as_letters, new_code

    make_demo(DeskWays(putting_in.take, ledger_work.take))
    asked = begin_round(
        dossier=Dossier.objects.filter(closed_at=None).order_by("-year")[0],
        by=Person.objects.get(username="demo-clerk"),
        name="没有汇总的一轮",
        questions=["对班子有什么意见"],
        scopes=["职工"],
        ends_on=date.today() + timedelta(days=7),
    )
    codes = draw_codes(asked=asked, by=Person.objects.get(username="demo-clerk"), counts=[WRITTEN])
    items = [SentItem(topic="对班子有什么意见", words="会议偏多")]
    for code in codes[0]:
        send_opinions(letters=as_letters(code), items=items, receipt=as_letters(new_code()))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--database")
    chosen = arguments.parse_args()
    kind = "-postgresql" if chosen.database else ""
    target = KEPT / f"{__version__}{kind}.zip"
    if target.exists():
        sys.exit(f"{target} is there: what a version has left is not made again")
    KEPT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        folder = DataFolder(Path(place) / "data")
        if chosen.database:
            keep_address(folder, chosen.database)
        prepare(folder, print, is_desk=False)
        fill()
        make_backup(folder, target, print)
    print(target, target.stat().st_size)


if __name__ == "__main__":
    main()
