"""Opinions as they are typed or pasted: a line each, on one person where it begins with a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from duizhao import api
from duizhao.web.meetings.models import Attendee
from duizhao.web.opinions.actions import TypedOpinion
from duizhao.web.opinions.models import WORDS_CHARACTERS

ABOUT_HEADS = ("对象", "对谁", "姓名", "对谁的意见")
WORDS_HEADS = ("意见", "意见建议", "意见和建议", "意见原话", "内容")
TEAM = frozenset(("", "班子", "领导班子", "对班子", "对领导班子"))
COLONS = "：:"


class UnknownAbout(api.DuizhaoError):
    """A line is on somebody who does not attend the meeting."""


def typed_opinions(text: str, people: Sequence[Attendee]) -> list[TypedOpinion]:
    """The opinions in a text, a line each. Raises UnknownAbout, or DuizhaoError for a line that is too long."""
    by_name = {each.name: each for each in people}
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        about, words = _parted(line, by_name)
        if about not in TEAM and about not in by_name:
            raise UnknownAbout(
                f"第 {number} 行：“{about}”不在参加会议的人里。对班子的意见，前面写“班子”，或者不写"
            )
        if len(words) > WORDS_CHARACTERS:
            raise api.DuizhaoError(f"第 {number} 行超过 {WORDS_CHARACTERS} 字")
        if words:
            found.append(TypedOpinion(words, by_name.get(about)))
    return found


def lines_of_file(data: bytes, name: str) -> str:
    """The opinions of a filled-in workbook, as somebody would type them. Raises DuizhaoError."""
    for sheet in api.tables_in(data, name):
        found = sheet.head((*ABOUT_HEADS, *WORDS_HEADS), least=1)
        if found is None:
            continue
        at, heads = found
        words = next((place for place, head in enumerate(heads) if head in WORDS_HEADS), None)
        if words is None:
            continue
        about = next((place for place, head in enumerate(heads) if head in ABOUT_HEADS), None)
        return "\n".join(_lines(sheet.rows[at + 1 :], about, words))
    raise api.DuizhaoError(
        f"{name}：没有找到“意见”这一列。第一行要有列名，如“对谁的意见”“意见建议”"
    )


def _lines(rows: Iterable[Sequence[str]], about: int | None, words: int) -> Iterable[str]:
    for row in rows:
        said = " ".join(row[words].split()) if words < len(row) else ""
        whom = _name(row[about]) if about is not None and about < len(row) else ""
        if said:
            yield f"{whom}\t{said}" if whom else said


def _parted(line: str, by_name: dict[str, Attendee]) -> tuple[str, str]:
    """On whom a line is, and what it says."""
    if "\t" in line:
        about, _, words = line.partition("\t")
        return _name(about), " ".join(words.split("\t")).strip()
    for colon in COLONS:
        about, is_parted, words = line.partition(colon)
        if is_parted and (_name(about) in by_name or _name(about) in TEAM):
            return _name(about), words.strip()
    return "", line.strip()


def _name(cell: str) -> str:
    """A name as the roster has it: 张　三 is 张三."""
    return "".join(cell.split())
