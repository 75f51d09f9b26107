"""Whose statement a file is likely to be: by the names in its own name and in its text. A person confirms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from duizhao.web.desk.models import DeskFile, FileText, ReadStatus
from duizhao.web.meetings.models import Attendee
from duizhao.web.submissions.models import TEAM

TEAM_WORD = "班子"
ENDS_CHARACTERS = 200
"""Of the beginning and the end of a text, where the name of its author stands."""


@dataclass(frozen=True, slots=True)
class FileMatch:
    """A file, whose it is likely to be (the key of an attendee, `TEAM`, or empty), and why it is thought so."""

    file: DeskFile
    owner: str
    basis: str

    @property
    def is_read(self) -> bool:
        return self.file.status == ReadStatus.READ


def matches(files: Sequence[DeskFile], attendees: Sequence[Attendee]) -> list[FileMatch]:
    """For each file the person that it is likely to be of."""
    found = [_match(file, attendees) for file in files]
    unnamed = [each.file.pk for each in found if not each.owner]
    texts = dict(FileText.objects.filter(file__in=unnamed).values_list("file", "text"))
    return [each if each.owner else _by_ends(each, texts, attendees) for each in found]


def _match(file: DeskFile, attendees: Sequence[Attendee]) -> FileMatch:
    facts = file.facts
    if TEAM_WORD in file.name or TEAM_WORD in facts.get("title", ""):
        return FileMatch(file, TEAM, "写的是班子")
    for words, basis in (
        (file.name, "文件名里有姓名"),
        (f"{facts.get('title', '')}\n{facts.get('who', '')}", "标题或署名里有姓名"),
    ):
        if named := _named(words, attendees):
            return FileMatch(file, named.key, basis)
    who = facts.get("who", "")
    of_duty = [each for each in attendees if each.duty and each.duty in who]
    if len(of_duty) == 1:
        return FileMatch(file, of_duty[0].key, "标题里的职务相同")
    return FileMatch(file, "", "")


def _by_ends(
    match: FileMatch, texts: Mapping[str, str], attendees: Sequence[Attendee]
) -> FileMatch:
    """The person whose name stands at the beginning or the end of the text."""
    text = texts.get(match.file.pk, "")
    named = _named(f"{text[:ENDS_CHARACTERS]}\n{text[-ENDS_CHARACTERS:]}", attendees)
    return FileMatch(match.file, named.key, "开头或落款里有姓名") if named else match


def _named(words: str, attendees: Sequence[Attendee]) -> Attendee | None:
    """The one person of whom the name stands in these words; the longer name where one holds another."""
    found = [each for each in attendees if each.name and each.name in words]
    longest = max((len(each.name) for each in found), default=0)
    named = [each for each in found if len(each.name) == longest]
    return named[0] if len(named) == 1 else None
