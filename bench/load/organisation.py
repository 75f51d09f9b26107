"""Fills a data folder with an organisation that does not exist: units under one, their people, meetings and ledgers.

    python -m bench.load.organisation DATA [--units 200] [--people 15] [--statements 5] [--rows 50]
        [--database ADDRESS]

The numbers are those of each unit. All accounts have one password (`PASSWORD`): u0-clerk is the clerk of the unit at
the top and u0-reviewer its reviewer, who sees all units; u1-clerk, u1-author, u1-member belong to the first below.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

from duizhao.web.data_folder import DataFolder
from duizhao.web.database import keep_address
from duizhao.web.serve import prepare

PASSWORD = "Yunxi-7-bridges"
TODAY = date.today()
STATES = ("未启动", "整改中", "整改中", "待验收", "已销号", "长期坚持")
PROBLEMS = ("下村调研走规划好的路线", "信访件批转后没有再问", "台账由股室填好就签字", "难事往后放")
MEASURES = (
    "每月随机走访三户",
    "每周五过问一次办理情况",
    "每季度抽查一次源头数据",
    "两周内上门商量",
)
OFFICES = (
    "水务局",
    "林业局",
    "粮食局",
    "民政局",
    "教育局",
    "卫健局",
    "住建局",
    "交通局",
    "文旅局",
    "审计局",
)
ASPECTS = ("理论学习", "政治素质", "能力本领", "担当作为", "工作作风", "廉洁自律")
SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许", "建国秀兰志强海燕文斌晓梅立新玉珍"


@dataclass(frozen=True)
class Size:
    """How much an organisation has: units, and for each of them people, statements and rows of the ledger."""

    units: int = 200
    people: int = 15
    statements: int = 5
    rows: int = 50


def fill(size: Size, statements: list[Path]) -> None:
    """Make the organisation. The statements are put in as people put them in, one after the other."""
    from duizhao.web.accounts.actions.entering import set_up

    by = set_up(unit="云溪市", name="系统管理员", username="system", password=PASSWORD)
    fill_units(by, range(size.units + 1), size, statements)


def fill_units(by: Any, numbers: Iterable[int], size: Size, statements: list[Path]) -> None:
    """Make the units with these numbers: 0 is that of `by`, at the top, the others lie below it."""
    files = cycle(statements)
    for number in numbers:
        unit = _unit(number, by.unit)
        people = _people(number, unit, size.people, by.password)
        dossier = _dossier(unit, people)
        for member in list(people.values())[: size.statements]:
            _statement(dossier, member, next(files), people["clerk"].account)
        _ledger(dossier, size.rows, list(people.values()))


def _unit(number: int, top: Any) -> Any:
    from duizhao.web.accounts.models import Unit

    return Unit.objects.create(name=_office(number), parent=top) if number else top


def _office(number: int) -> str:
    """水务局 and so on; when the names have all been used, 2区水务局."""
    again, at = divmod(number, len(OFFICES))
    return f"{again + 1}区{OFFICES[at]}" if again else OFFICES[at]


def _people(number: int, unit: Any, count: int, password: str) -> dict[str, Any]:
    """The roster of a unit, by role or position; everybody has an account."""
    from django.utils import timezone

    from duizhao.web.accounts.models import Grant, Person
    from duizhao.web.roster.models import StaffMember

    chance = random.Random(number)
    roles = {0: "clerk", 1: "author", 2: "member", 3: "reviewer"}
    keys = [roles.get(at, str(at)) for at in range(count)]
    accounts = Person.objects.bulk_create(
        Person(
            username=f"u{number}-{key}",
            name=chance.choice(SURNAMES) + "".join(chance.sample(GIVEN, 2)),
            unit=unit,
            password=password,
            password_changed_at=timezone.now(),
        )
        for key in keys
    )
    Grant.objects.bulk_create(
        Grant(person=person, role=roles.get(at, "member"), unit=unit)
        for at, person in enumerate(accounts)
    )
    members = StaffMember.objects.bulk_create(
        StaffMember(
            unit=unit,
            position=at,
            name=person.name,
            duty="局长" if at == 0 else "副局长",
            standing="member" if at else "head",
            account=person,
        )
        for at, person in enumerate(accounts)
    )
    return dict(zip(keys, members, strict=True))


def _dossier(unit: Any, people: dict[str, Any]) -> Any:
    from duizhao.web.meetings.actions import begin_with_people

    return begin_with_people(
        unit=unit,
        by=people["clerk"].account,
        kind="democratic-life",
        name=f"{TODAY.year}年度民主生活会",
        year=TODAY.year,
        profile="2025",
        held_on=TODAY + timedelta(days=14),
    )


def _statement(dossier: Any, member: Any, path: Path, clerk: Any) -> None:
    from duizhao.web.desk.putting_in import take
    from duizhao.web.submissions.actions import bind, hand_in

    file = take(batch=dossier.batch, name=f"{member.name}.txt", data=path.read_bytes(), by=clerk)
    attendee = dossier.attendees.get(member=member)
    submission = bind(dossier=dossier, file=file, attendee=attendee, by=clerk)
    hand_in(submission=submission, number=1, seen=submission.version, by=clerk)


def _ledger(dossier: Any, count: int, members: list[Any]) -> None:
    from duizhao.web.desk.actions.ledger import NewRow, change_rows

    rows, chance = [], random.Random(dossier.unit.name)
    for at in range(count):
        owner, day = members[at % len(members)], TODAY + timedelta(days=chance.randint(-60, 180))
        is_over = day < TODAY and chance.random() < 0.8
        cells = {
            "id": f"{at:04x}",
            "problem": PROBLEMS[at % len(PROBLEMS)],
            "measures": MEASURES[at % len(MEASURES)],
            "owner": owner.name,
            "due": day.isoformat(),
            "status": "已销号" if is_over else chance.choice(STATES),
            "aspect": chance.choice(ASPECTS[: 2 + len(dossier.unit.name) % 5]),
        }
        rows.append(NewRow({key: value for key, value in cells.items() if value}, position=at))
    change_rows(batch=dossier.batch, by=members[0].account, done="已取出台账", added=rows)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--database")
    for name, value in vars(Size()).items():
        arguments.add_argument(f"--{name}", type=int, default=value)
    chosen = arguments.parse_args()
    size = Size(**{name: getattr(chosen, name) for name in vars(Size())})
    organise(DataFolder(chosen.data), size, chosen.database)


def organise(folder: DataFolder, size: Size, database: str | None) -> None:
    """Make the organisation in a data folder that has nothing yet."""
    if database:
        keep_address(folder, database)
    prepare(folder, print, is_desk=False)
    from bench.check import generate

    with tempfile.TemporaryDirectory() as statements:
        generate.main(statements, "100")
        fill(size, sorted(Path(statements).iterdir()))


if __name__ == "__main__":
    main()
