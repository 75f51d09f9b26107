"""The teams among screened statements: how much of each member's statement every other member has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from duizhao.reuse.model import DocumentKind, Entry, Pair
from duizhao.reuse.view.shown import ShownJoin

MAX_MEMBERS = 40
"""Statements in the matrix of one team, those that share most."""

MAX_COMPARED_PAIRS = 5000
"""Pairs of one group that are compared for matrices: a join compares them with the group's hub alone."""

NO_UNIT = "未标单位"

Ids = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Team:
    """The statements of one unit that share passages, and their pairs by the ids of both."""

    unit: str
    members: tuple[Entry, ...]
    pairs: Mapping[Ids, Pair]
    left_out: int = 0

    def characters(self, one: Entry, two: Entry) -> int:
        pair = self.pairs.get((one.id, two.id)) or self.pairs.get((two.id, one.id))
        return pair.characters if pair else 0

    def share(self, one: Entry, two: Entry) -> float:
        """The share of `one` that the other has."""
        pair = self.pairs.get((one.id, two.id))
        if pair:
            return pair.left_share
        pair = self.pairs.get((two.id, one.id))
        return pair.right_share if pair else 0.0


def teams(shown: ShownJoin) -> tuple[tuple[Team, ...], tuple[str, ...]]:
    """The teams, the largest first; and the units with too many pairs to compare."""
    known = {(pair.left.id, pair.right.id): pair for _, pair in shown.pairs()}
    groups_of = _groups_of(shown)
    drawn: list[Team] = []
    beyond: list[str] = []
    left = MAX_COMPARED_PAIRS
    for unit, members in _by_unit(known).items():
        kept = members[:MAX_MEMBERS]
        wanted = list(_unknown(kept, known, groups_of))
        if len(wanted) > left:
            beyond.append(unit)
            continue
        left -= len(wanted)
        found = ((ids, shown.filed.compare(*ids)) for ids in wanted)
        pairs = known | {ids: pair for ids, pair in found if pair}
        drawn.append(
            Team(unit, tuple(sorted(kept, key=_by_person)), pairs, len(members) - len(kept))
        )
    return tuple(drawn), tuple(beyond)


def _by_person(entry: Entry) -> tuple[str, str, str]:
    return entry.label.person, entry.label.year, entry.name


def _groups_of(shown: ShownJoin) -> Mapping[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(shown.joined.groups):
        for member in group.members:
            found[member.id].add(number)
    return found


def _by_unit(known: Mapping[Ids, Pair]) -> dict[str, list[Entry]]:
    """The statements of each unit, those that share most first; a unit with one statement has no matrix."""
    shared: Counter[Entry] = Counter()
    for pair in known.values():
        for entry in (pair.left, pair.right):
            if entry.label.kind == DocumentKind.STATEMENT:
                shared[entry] += pair.characters
    units: dict[str, list[Entry]] = {}
    for entry, _ in shared.most_common():
        units.setdefault(entry.label.unit or NO_UNIT, []).append(entry)
    several = {unit: members for unit, members in units.items() if len(members) > 1}
    return dict(sorted(several.items(), key=lambda each: -len(each[1])))


def _unknown(
    members: Sequence[Entry], known: Mapping[Ids, Pair], groups_of: Mapping[str, set[int]]
) -> Iterator[Ids]:
    """The pairs of one group that the join has not compared. Members of no common group share nothing."""
    for one, two in combinations(members, 2):
        ids = (one.id, two.id)
        if not (ids in known or ids[::-1] in known) and groups_of[one.id] & groups_of[two.id]:
            yield ids


def member_names(members: Sequence[Entry]) -> dict[str, str]:
    """The head of each row: the person, with the year, or else the file's name, where that is ambiguous."""
    short = {each.id: each.label.person or each.name for each in members}
    dated = {each.id: f"{short[each.id]} {each.label.year}".strip() for each in members}
    counts, dates = Counter(short.values()), Counter(dated.values())
    return {
        each.id: short[each.id]
        if counts[short[each.id]] == 1
        else dated[each.id]
        if dates[dated[each.id]] == 1
        else f"{dated[each.id]} {each.name}"
        for each in members
    }
