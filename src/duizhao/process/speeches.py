"""The speeches of a meeting: the speaker, the person concerned, and the criticism and answers still missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum


class SpeechKind(Enum):
    """What somebody does who speaks at a meeting. The values are the words of minutes."""

    REPORT = "通报情况"
    TEAM = "代表班子对照检查"
    OWN = "个人对照检查"
    CRITICISM = "批评意见"
    ANSWER = "表态"
    ABSENT = "书面发言"
    OTHER = "发言"
    SUPERVISION = "督导组点评"
    SUMMARY = "总结"
    DECISION = "决定"


@dataclass(frozen=True, slots=True)
class Speech:
    """That somebody spoke; of a criticism, about whom. Persons are ids."""

    kind: SpeechKind
    speaker: str
    about: str = ""


def missing_criticisms(
    people: Sequence[str], speeches: Iterable[Speech]
) -> tuple[tuple[str, str], ...]:
    """Who has not criticised whom, of `people`, in their order: everybody criticises everybody."""
    given = {(each.speaker, each.about) for each in speeches if each.kind is SpeechKind.CRITICISM}
    return tuple(
        (one, other)
        for one in people
        for other in people
        if one != other and (one, other) not in given
    )


def missing_answers(people: Sequence[str], speeches: Iterable[Speech]) -> tuple[str, ...]:
    """Those of `people` who have not spoken again since they were criticised. `speeches` are in their order."""
    waiting: set[str] = set()
    for each in speeches:
        if each.kind is SpeechKind.CRITICISM:
            waiting.add(each.about)
        elif each.kind is SpeechKind.ANSWER:
            waiting.discard(each.speaker)
    return tuple(person for person in people if person in waiting)
