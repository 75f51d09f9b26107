"""The papers of a meeting that was held: minutes, the list of those who came, the register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duizhao.role import Role
from duizhao.text.numerals import chinese
from duizhao.typeset.paper.model import FormCell, FormRow, FormTable, PaperLine, WrittenPaper

LINE_HEIGHT = 10.0
"""Of a row of one line, in mm."""
SIGNED = f"主持人签名：{'　' * 8}记录人签名："


@dataclass(frozen=True, slots=True)
class MeetingPerson:
    """Somebody of a meeting, as its papers name them: as what they came, whether they came, and why not."""

    name: str
    duty: str = ""
    part: str = ""
    attendance: str = ""
    reason: str = ""

    @property
    def excused(self) -> str:
        """The name with the reason of the absence."""
        return f"{self.name}（{self.reason}）" if self.reason else self.name


@dataclass(frozen=True, slots=True)
class RecordedSpeech:
    """What somebody said: `about` names the person whom a criticism concerns."""

    speaker: str
    kind: str
    text: str
    about: str = ""

    @property
    def line(self) -> str:
        what = f"对{self.about}的{self.kind}" if self.about else self.kind
        said = f"{self.speaker}（{what}）" if self.speaker else what
        return f"{said}：{self.text}"


@dataclass(frozen=True, slots=True)
class AgendaPart:
    """An item of the agenda with what was said, in the order of the meeting."""

    heading: str
    speeches: tuple[RecordedSpeech, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """A meeting as its papers record it. An empty field is room to write in."""

    unit: str
    name: str
    held: str = ""
    place: str = ""
    chair: str = ""
    recorder: str = ""
    reported: str = ""
    summary: str = ""
    expected: tuple[MeetingPerson, ...] = ()
    present: tuple[MeetingPerson, ...] = ()
    absent: tuple[MeetingPerson, ...] = ()
    others: tuple[MeetingPerson, ...] = ()
    parts: tuple[AgendaPart, ...] = ()
    decisions: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()

    @property
    def everybody(self) -> tuple[MeetingPerson, ...]:
        return (*self.expected, *self.others)


def minutes_paper(record: MeetingRecord) -> WrittenPaper:
    """会议记录: name, time, place, chair, who came and who did not and why, what was said, what was decided."""
    return WrittenPaper(f"{record.name} 会议记录", tuple(_minutes(record)))


def attendance_paper(record: MeetingRecord) -> WrittenPaper:
    """签到表: everybody with a place to sign."""
    heads = ("序号", "姓名", "职务", "参加", "到会情况", "签名")
    rows = [_row(*heads)]
    rows += [
        FormRow(
            (
                FormCell(str(number), is_label=True),
                FormCell(each.name, is_label=True),
                FormCell(each.duty),
                FormCell(each.part, is_label=True),
                FormCell(f"{each.attendance}：{each.reason}" if each.reason else each.attendance),
                FormCell(),
            ),
            LINE_HEIGHT,
        )
        for number, each in enumerate(record.everybody, 1)
    ]
    parts = (
        PaperLine(f"{record.name}签到表", Role.TITLE),
        PaperLine(f"时间：{record.held or '　' * 10}　　地点：{record.place}"),
        FormTable((15, 24, 42, 16, 31, 28), tuple(rows), heads=1),
    )
    return WrittenPaper(f"{record.name} 签到表", parts)


def register_paper(record: MeetingRecord) -> WrittenPaper:
    """登记表: one page on the meeting, to be handed in with its report."""
    several = (
        (("单位", record.unit), ("会议时间", record.held)),
        (("地点", record.place), ("主持人", record.chair)),
        (("记录人", record.recorder), ("上报时间", record.reported)),
    )
    rows = [FormRow(_labelled("会议名称", record.name, 3), LINE_HEIGHT)]
    rows += [
        FormRow(tuple(cell for pair in row for cell in _labelled(*pair)), LINE_HEIGHT)
        for row in several
    ]
    wide = (
        ("摘要", record.summary, 60),
        ("记录", _record_in_short(record), 40),
        ("参会人", _who_came(record), 24),
        ("附件", "\n".join(record.attachments), 20),
    )
    rows += [FormRow(_labelled(label, text, 3), height) for label, text, height in wide]
    parts = (
        PaperLine(f"{record.name}登记表", Role.TITLE),
        FormTable((24, 54, 24, 54), tuple(rows)),
    )
    return WrittenPaper(f"{record.name} 登记表", parts)


def _minutes(record: MeetingRecord) -> Iterator[PaperLine | FormTable]:
    yield PaperLine(f"{record.name}会议记录", Role.TITLE)
    count = f"应到 {len(record.expected)} 人，到会 {len(record.present)} 人"
    rows = (
        ("时间", record.held),
        ("地点", record.place),
        ("主持", record.chair),
        ("出席", f"{_names(record.present)}\n{count}" if record.expected else ""),
        ("缺席（事由）", "、".join(each.excused for each in record.absent) or "无"),
        ("列席", _names(record.others) or "无"),
        ("记录", record.recorder),
    )
    yield FormTable(
        (28, 128), tuple(FormRow(_labelled(label, text), LINE_HEIGHT) for label, text in rows)
    )
    for number, part in enumerate(record.parts, 1):
        yield PaperLine(f"{chinese(number)}、{part.heading}", Role.HEADING_1)
        for speech in part.speeches:
            yield PaperLine(speech.line)
    if record.decisions:
        yield PaperLine(f"{chinese(len(record.parts) + 1)}、决定", Role.HEADING_1)
        yield from _decisions(record.decisions)
    yield PaperLine(SIGNED)


def _decisions(decisions: Sequence[str]) -> Iterator[PaperLine]:
    if len(decisions) == 1:
        yield PaperLine(decisions[0])
        return
    for number, each in enumerate(decisions, 1):
        yield PaperLine(f"{number}. {each}")


def _record_in_short(record: MeetingRecord) -> str:
    """What the minutes hold, in numbers, each of which can be counted in them."""
    speeches = [each for part in record.parts for each in part.speeches]
    critical = sum(bool(each.about) for each in speeches)
    if not speeches:
        return ""
    said = f"详见会议记录：发言 {len(speeches)} 次，其中批评意见 {critical} 条"
    return f"{said}；决定 {len(record.decisions)} 项" if record.decisions else said


def _who_came(record: MeetingRecord) -> str:
    if not record.present and not record.absent:
        return ""
    lines = [f"出席：{_names(record.present)}"]
    if record.absent:
        lines.append(f"缺席：{'、'.join(each.excused for each in record.absent)}")
    if record.others:
        lines.append(f"列席：{_names(record.others)}")
    return "\n".join(lines)


def _names(people: Sequence[MeetingPerson]) -> str:
    return "、".join(each.name for each in people)


def _row(*heads: str) -> FormRow:
    return FormRow(tuple(FormCell(head, is_label=True) for head in heads), LINE_HEIGHT)


def _labelled(label: str, text: str, columns: int = 1) -> tuple[FormCell, FormCell]:
    return FormCell(label, is_label=True), FormCell(text, columns)
