"""A meeting in the data folder of a desk that runs, with people and last year's ledger, made by another process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SEED = """
import sys
from datetime import date
from pathlib import Path

from duizhao.web.data_folder import DataFolder
from duizhao.web.settings import configure

configure(DataFolder(Path(sys.argv[1])), is_desk=True)

from duizhao.web.accounts.queries import desk_person
from duizhao.web.desk.actions.ledger import add_by_hand
from duizhao.web.meetings.actions import begin_dossier
from duizhao.web.roster.models import StaffMember

me = desk_person()
before, now = (
    begin_dossier(
        unit=me.unit,
        by=me,
        kind="democratic-life",
        name=f"{year}年度民主生活会",
        year=year,
        held_on=date(year, 12, 20),
    )
    for year in (2025, 2026)
)
for position, name in enumerate(sys.argv[2:]):
    given = {"standing": "member", "position": position}
    member, _ = StaffMember.objects.get_or_create(unit=me.unit, name=name, defaults=given)
    for each in (before, now):
        each.attendees.get_or_create(member=member, defaults={"name": name, **given})
cells = {"problem": "河道采砂审批超过期限", "measures": "时限压到十二个工作日", "owner": sys.argv[2]}
change = add_by_hand(batch=before.batch, by=me, cells=cells)
before.batch.ledger_rows.update(owners=sys.argv[2])
now.previous = before
now.save()
print(now.key)
"""


def meeting_in(data: Path, *names: str) -> str:
    """The key of a meeting of people with these names. The first has a row in the ledger of the year before."""
    command = [sys.executable, "-c", SEED, str(data), *names]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
