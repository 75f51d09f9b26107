"""Makes in a data folder what the writers write to; prints as JSON where it is.

    python -m bench.faults.ground DATA desk|serve [--database ADDRESS] [--codes 400]

A meeting with a ledger of a row for each writer, two people on the roster, a round of opinions with codes. In a site
with accounts the clerk is `clerk`, whose password is `PASSWORD`.
"""

from __future__ import annotations

import argparse
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from duizhao.web.data_folder import DataFolder
from duizhao.web.database import keep_address
from duizhao.web.serve import prepare

CLERK, PASSWORD = "clerk", "Yunxi-7-bridges"
ROWS = 4
TEXT = "张三对照检查材料\n一、存在的问题\n一是碰硬不够。去年本人拖了三周才上门。\n"


def _clerk(*, is_desk: bool) -> Any:
    from duizhao.web.accounts.actions.entering import set_up
    from duizhao.web.accounts.actions.grants import add_grant
    from duizhao.web.accounts.actions.people import add_person
    from duizhao.web.accounts.models import Person
    from duizhao.web.accounts.queries import desk_person
    from duizhao.web.person_role import PersonRole

    if is_desk:
        return desk_person()
    system = set_up(unit="县水务局", name="系统", username="system", password=PASSWORD)
    person, _ = add_person(unit=system.unit, name="张三", username=CLERK, by=system)
    add_grant(person=person, role=PersonRole.CLERK, unit=system.unit, by=system)
    person.set_password(PASSWORD)
    person.save()
    Person.objects.update(has_first_password=False)
    return person


def make(*, is_desk: bool, codes: int) -> dict[str, Any]:
    from duizhao.web.desk.actions.ledger import add_by_hand
    from duizhao.web.desk.putting_in import take
    from duizhao.web.meetings.actions import begin_dossier
    from duizhao.web.opinions.actions.rounds import begin_round, draw_codes
    from duizhao.web.roster.models import StaffMember

    clerk = _clerk(is_desk=is_desk)
    dossier = begin_dossier(
        unit=clerk.unit,
        by=clerk,
        kind="democratic-life",
        name="民主生活会",
        year=date.today().year,
        profile="2025",
        held_on=date.today() + timedelta(days=14),
    )
    rows = []
    for number in range(ROWS):
        cells = {"problem": f"第{number}件事没有办好", "status": "整改中", "owner": "张三"}
        rows.append(add_by_hand(batch=dossier.batch, by=clerk, cells=cells).rows[0][0])
    for number in range(3):
        take(batch=dossier.batch, name=f"{number}.txt", data=f"{TEXT}{number}".encode())
    people = [
        StaffMember.objects.create(unit=clerk.unit, name=name, standing="member").pk
        for name in ("王五", "赵六")
    ]
    for pk in people:
        member = StaffMember.objects.get(pk=pk)
        dossier.attendees.create(member=member, name=member.name, standing=member.standing)
    asked = begin_round(
        dossier=dossier, by=clerk, name="一轮", questions=["有什么意见"], scopes=["职工"]
    )
    return {
        "dossier": dossier.key,
        "batch": dossier.batch_id,
        "rows": rows,
        "people": people,
        "round": asked.pk,
        "codes": draw_codes(asked=asked, by=clerk, counts=[codes])[0],
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("kind", choices=("desk", "serve"))
    arguments.add_argument("--database")
    arguments.add_argument("--codes", type=int, default=400)
    chosen = arguments.parse_args()
    folder = DataFolder(chosen.data)
    if chosen.database:
        keep_address(folder, chosen.database)
    is_desk = chosen.kind == "desk"
    prepare(folder, print, is_desk=is_desk)
    print(json.dumps(make(is_desk=is_desk, codes=chosen.codes)))


if __name__ == "__main__":
    main()
