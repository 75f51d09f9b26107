"""Heart-to-heart talks: who must talk with whom before a meeting, and who has not yet."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from duizhao.process.requirement import basis, is_binding
from duizhao.status import Status

Pair = frozenset[str]


class Standing(Enum):
    """The standing of a person among the people of a meeting."""

    HEAD = "主要负责人"
    MEMBER = "班子成员"
    DEPARTMENT_HEAD = "分管部门负责人"
    SECRETARY = "党支部书记"
    COMMITTEE_MEMBER = "党支部委员"
    PARTY_MEMBER = "党员"
    OTHER = "其他人员"  # whom no rule of talks names


class Coverage(Enum):
    """Which pairs of two standings have to talk."""

    EVERY_PAIR = "every-pair"
    OVERSEEN = "overseen"  # a leader with the heads of the departments that he is in charge of
    SAME_BRANCH = "same-branch"  # a leader with the members of the branch where he is registered
    EACH_ONCE = "each-once"  # each person of the second standing with one person of the first


@dataclass(frozen=True, slots=True)
class Participant:
    """A person of a meeting. `overseer` is the id of the leader in charge, `branch` where the person is registered."""

    id: str
    name: str
    standing: Standing
    overseer: str = ""
    branch: str = ""


@dataclass(frozen=True, slots=True)
class TalkRule:
    """Who must talk with whom. The standings on each side may be several."""

    id: str
    text: str
    one: tuple[Standing, ...]
    other: tuple[Standing, ...]
    coverage: Coverage
    source: str
    status: Status
    is_firm: bool = True

    @property
    def is_blocking(self) -> bool:
        return is_binding(self.status, self.is_firm)


@dataclass(frozen=True, slots=True)
class RequiredTalk:
    """A talk that a rule asks `person` to have, with any one of `partners`."""

    rule: TalkRule
    person: Participant
    partners: tuple[Participant, ...]

    def is_held(self, held: Collection[Pair]) -> bool:
        return any(frozenset((self.person.id, each.id)) in held for each in self.partners)

    @property
    def reason(self) -> str:
        """What to do, as users read it while the talk is missing."""
        names = "、".join(each.name for each in self.partners[:3])
        several = f"（{names}{'等' if len(self.partners) > 3 else ''}）中的一人"
        return f"{self.person.name}还没有和{names if len(self.partners) == 1 else several}谈心谈话"

    @property
    def message(self) -> str:
        """The reason with the source of the rule."""
        return f"{self.reason}。{basis(self.rule.source, self.rule.status, self.rule.is_firm)}"


def required_talks(
    rules: Iterable[TalkRule], people: Sequence[Participant]
) -> tuple[RequiredTalk, ...]:
    """The talks that `rules` ask for, in the order of the rules and people; a pair that two rules ask for once."""
    seen: set[Pair] = set()
    required: list[RequiredTalk] = []
    for rule in rules:
        for talk in _each_once(rule, people) if _is_each_once(rule) else _pairs(rule, people):
            ids = frozenset((talk.person.id, *(each.id for each in talk.partners)))
            if len(talk.partners) > 1 or ids not in seen:
                seen.add(ids)
                required.append(talk)
    return tuple(required)


def missing_talks(
    required: Iterable[RequiredTalk], held: Iterable[tuple[str, str]]
) -> tuple[RequiredTalk, ...]:
    """The talks in `required` that have not been held. `held` are pairs of ids, in either order."""
    pairs = {frozenset(pair) for pair in held}
    return tuple(talk for talk in required if not talk.is_held(pairs))


def _is_each_once(rule: TalkRule) -> bool:
    return rule.coverage is Coverage.EACH_ONCE


def _pairs(rule: TalkRule, people: Sequence[Participant]) -> Iterator[RequiredTalk]:
    for first, second in combinations(people, 2):
        for one, other in ((first, second), (second, first)):
            fits = one.standing in rule.one and other.standing in rule.other
            if fits and _is_covered(rule.coverage, one, other):
                yield RequiredTalk(rule, one, (other,))
                break


def _is_covered(coverage: Coverage, one: Participant, other: Participant) -> bool:
    if coverage is Coverage.OVERSEEN:
        return other.overseer == one.id
    if coverage is Coverage.SAME_BRANCH:
        return one.branch != "" and one.branch == other.branch
    return True


def _each_once(rule: TalkRule, people: Sequence[Participant]) -> Iterator[RequiredTalk]:
    for person in people:
        partners = tuple(
            each for each in people if each.standing in rule.one and each.id != person.id
        )
        if person.standing in rule.other and partners:
            yield RequiredTalk(rule, person, partners)
