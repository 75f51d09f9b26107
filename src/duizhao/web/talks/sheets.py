"""Record sheets of talks as Word files: empty ones to write on, and one as it was filled in."""

from __future__ import annotations

from collections.abc import Iterable

from duizhao import api
from duizhao.process import Participant, RequiredTalk, chinese_day
from duizhao.web.desk import checking
from duizhao.web.roster.models import StaffMember
from duizhao.web.talks.models import Talk, TalkRecord

SUFFIX = ".docx"
MOST_SHEETS = 300
"""Pages of one file."""


def sheet_of(talk: Talk, record: TalkRecord | None) -> tuple[str, bytes]:
    """The sheet of one talk with its name: what was said stands on it only where the reader may see it."""
    held = chinese_day(talk.held_on) if talk.held_on else ""
    sheet = api.TalkSheet(
        one=_named(talk.one_name, talk.one_duty),
        other=_named(talk.other_name, talk.other_duty),
        held=held,
        place=talk.place,
        kind=talk.kind,
        content=record.content if record else "",
        problems=record.problems if record else "",
        measures=record.measures if record else "",
        remark=record.remark if record else "",
    )
    name = f"谈心谈话记录表（{talk.one_name}、{talk.other_name}）"
    return f"{name}{SUFFIX}", _set(api.talk_sheets(name, [sheet]))


def empty_sheets(
    required: Iterable[RequiredTalk], staff: Iterable[StaffMember]
) -> tuple[str, bytes]:
    """A sheet for each talk that is still to be held, with the names of the two and room for all else."""
    duties = {each.pk: each.duty for each in staff}

    def named(person: Participant) -> str:
        return _named(person.name, duties.get(person.id, ""))

    sheets = [
        api.TalkSheet(
            one=named(each.person) if len(each.partners) == 1 else "",
            other=named(each.partners[0]) if len(each.partners) == 1 else named(each.person),
        )
        for each in list(required)[:MOST_SHEETS]
    ]
    name = "谈心谈话记录表（空白）"
    return f"{name}{SUFFIX}", _set(api.talk_sheets(name, sheets or [api.TalkSheet()]))


def _named(name: str, duty: str) -> str:
    return f"{name}，{duty}" if duty else name


def _set(paper: api.WrittenPaper) -> bytes:
    return api.PaperSetter(layout=checking.checker().config.layout).set(paper)
