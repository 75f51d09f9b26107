"""Makes a meeting in the data of a desk, as a process of its own: python desk_meeting.py FOLDER. Prints its key."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

TEAM = (
    ("沈一鸣", "党组书记、局长", "head"),
    ("唐小满", "党组成员、副局长", "member"),
    ("罗大江", "党组成员、副局长", "member"),
    ("钟丽", "党组成员、总工程师", "member"),
)
OFFICES = (("办公室", "郭敏", 0), ("河道股", "何远", 1), ("供水股", "梁芳", 2))
"""Each with its head and who is in charge of it."""


def desk_meeting(data: Path) -> str:
    """The key of a new meeting of the desk whose data lie in a folder."""
    command = [sys.executable, __file__, str(data)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def main(data: Path) -> None:
    from duizhao.web.data_folder import DataFolder
    from duizhao.web.settings import configure

    configure(DataFolder(data), is_desk=True)
    from duizhao.web.accounts.models import Unit
    from duizhao.web.accounts.queries import desk_person
    from duizhao.web.meetings.actions import begin_dossier
    from duizhao.web.roster.models import Department, StaffMember

    me, unit = desk_person(), Unit.objects.get()
    dossier = begin_dossier(
        unit=unit,
        by=me,
        kind="democratic-life",
        name="2026年度民主生活会",
        year=2026,
        held_on=date(2026, 12, 20),
    )
    team = []
    for at, (name, duty, standing) in enumerate(TEAM):
        given = {"name": name, "duty": duty, "standing": standing, "position": at}
        team.append(StaffMember.objects.create(unit=unit, branch="机关支部", **given))
        dossier.attendees.create(member=team[-1], **given)
    for office, head, overseer in OFFICES:
        made = Department.objects.create(unit=unit, name=office, overseer=team[overseer])
        given = {"name": head, "duty": f"{office}负责人", "standing": "department_head"}
        StaffMember.objects.create(unit=unit, department=made, position=10, **given)
    print(dossier.key)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
