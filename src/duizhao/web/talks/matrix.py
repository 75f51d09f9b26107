"""The matrix of talks: what `process` asks for, with what has been held."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from duizhao.process import Coverage, Participant, RequiredTalk
from duizhao.process.requirement import basis
from duizhao.web.talks.models import Talk

Pair = frozenset[str]
MOST_OFFERED = 8
"""Partners that stand as buttons in a row; where there are more, one is chosen on the page of a new talk."""


@dataclass(frozen=True, slots=True)
class TalkPair:
    """Two people of the matrix: who talks with whom, whether they have, and the talk that shows it."""

    one: Participant
    other: Participant
    is_held: bool
    talk: Talk | None

    @property
    def value(self) -> str:
        """What the button of this pair sends: the two, and what is to be noted."""
        return f"{self.one.id}.{self.other.id}.{int(not self.is_held)}"


@dataclass(frozen=True, slots=True)
class TalkRow:
    """A person of a section with the pairs of the row. In a grid, None stands where no talk is asked for."""

    person: Participant
    pairs: tuple[TalkPair | None, ...]
    is_done: bool = False
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class TalkSection:
    """Rules of one form with their talks: a grid of everybody with everybody, or a row for each person."""

    title: str
    basis: str
    done: int
    total: int
    rows: tuple[TalkRow, ...]
    heads: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True)
class TalkMatrix:
    """All talks that a meeting asks for, in sections, and how many of them have been held."""

    sections: tuple[TalkSection, ...]
    done: int
    total: int

    @property
    def left(self) -> int:
        return self.total - self.done


def talk_matrix(required: Sequence[RequiredTalk], talks: Iterable[Talk]) -> TalkMatrix:
    """The required talks by the form of their rules, with the talks of the meeting."""
    held: dict[Pair, Talk] = {}
    known: dict[Pair, Talk] = {}
    for talk in talks:
        pair = frozenset((talk.one_id or "", talk.other_id or ""))
        known[pair] = talk
        if talk.is_held:
            held[pair] = talk
    finder = _PairFinder(held, known)
    sections = tuple(
        finder.section(coverage, list(group))
        for coverage, group in groupby(required, key=lambda each: each.rule.coverage)
    )
    done = sum(each.is_held(held) for each in required)
    return TalkMatrix(sections, done, len(required))


@dataclass(frozen=True, slots=True)
class _PairFinder:
    """The talks of a meeting by pair: those that were held, and all."""

    held: dict[Pair, Talk]
    known: dict[Pair, Talk]

    def section(self, coverage: Coverage, required: list[RequiredTalk]) -> TalkSection:
        rules = {each.rule.id: each.rule for each in required}.values()
        heads: tuple[Participant, ...] = ()
        if coverage is Coverage.EVERY_PAIR:
            heads, rows = self._grid(required)
        elif coverage is Coverage.EACH_ONCE:
            rows = tuple(self._each_once(talk) for talk in required)
        else:
            rows = self._by_leader(required)
        reasons = {basis(rule.source, rule.status, rule.is_firm) for rule in rules}
        return TalkSection(
            "；".join(rule.text for rule in rules),
            "；".join(sorted(reasons)),
            sum(each.is_held(self.held) for each in required),
            len(required),
            rows,
            heads,
        )

    def _grid(
        self, required: list[RequiredTalk]
    ) -> tuple[tuple[Participant, ...], tuple[TalkRow, ...]]:
        """Everybody with everybody: each pair stands twice, so that a row shows all talks of a person."""
        people: dict[str, Participant] = {}
        asked: set[Pair] = set()
        for talk in required:
            (partner,) = talk.partners
            people |= {talk.person.id: talk.person, partner.id: partner}
            asked.add(frozenset((talk.person.id, partner.id)))
        heads = tuple(people.values())
        rows = []
        for one in heads:
            pairs = tuple(
                self._pair(one, other) if frozenset((one.id, other.id)) in asked else None
                for other in heads
            )
            rows.append(TalkRow(one, pairs, all(each.is_held for each in pairs if each)))
        return heads, tuple(rows)

    def _by_leader(self, required: list[RequiredTalk]) -> tuple[TalkRow, ...]:
        by_leader: dict[str, list[TalkPair]] = {}
        people: dict[str, Participant] = {}
        for talk in required:
            people[talk.person.id] = talk.person
            by_leader.setdefault(talk.person.id, []).append(
                self._pair(talk.person, talk.partners[0])
            )
        return tuple(
            TalkRow(people[leader], tuple(pairs), all(each.is_held for each in pairs))
            for leader, pairs in by_leader.items()
        )

    def _each_once(self, talk: RequiredTalk) -> TalkRow:
        pairs = [self._pair(each, talk.person) for each in talk.partners]
        has_more = len(pairs) > MOST_OFFERED
        shown = [each for each in pairs if each.is_held] if has_more else pairs
        return TalkRow(talk.person, tuple(shown), talk.is_held(self.held), has_more)

    def _pair(self, one: Participant, other: Participant) -> TalkPair:
        pair = frozenset((one.id, other.id))
        talk = self.held.get(pair) or self.known.get(pair)
        return TalkPair(one, other, pair in self.held, talk)
