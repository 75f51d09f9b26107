"""Whose statement a file is likely to be: by the names in its own name and in its text. A person confirms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from duizhao.web.desk.models import DeskFile, FileText, ReadStatus
from duizhao.web.meetings.models import Attendee
from duizhao.web.submissions.models import TEAM

OF_TEAM = re.compile("班子(?!成员)")
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
    if OF_TEAM.search(file.name) or OF_TEAM.search(facts.get("title", "")):
        return FileMatch(file, TEAM, "写的是班子")
    for words, basis in (
        (file.name, "文件名里有姓名"),
        (f"{facts.get('title', '')}\n{facts.get('who', '')}", "标题或署名里有姓名"),
    ):
        if named := _named(words, attendees):
            return FileMatch(file, named.key, basis)
    if of_duty := _of_duty(facts.get("who", ""), attendees):
        return FileMatch(file, of_duty.key, "标题里的职务相同")
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
    return _only_longest([(each.name, each) for each in attendees if each.name in words])


def _of_duty(words: str, attendees: Sequence[Attendee]) -> Attendee | None:
    """The one person who has the duty in these words: no 局长 is meant by 副局长."""
    return _only_longest(
        [
            (each.duty, each)
            for each in attendees
            if re.search(f"(?<!副){re.escape(each.duty)}(?!助理)", words)
        ]
    )


def _only_longest(found: Sequence[tuple[str, Attendee]]) -> Attendee | None:
    """The one person whose words are the longest of those found; None where there are several, or no words."""
    longest = max((len(words) for words, _ in found), default=0)
    named = [each for words, each in found if words and len(words) == longest]
    return named[0] if len(named) == 1 else None
