"""Pairs become groups around what their documents have in common.

A case names pairs with the stretches of both sides, and says which groups (hub: members) and pairs come of them.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

from duizhao.lint import Relation
from duizhao.reuse.disjoint_sets import DisjointSets
from duizhao.reuse.groups import group_pairs
from duizhao.reuse.model import DocumentKind, DocumentLabel, Entry, Pair, Passage, rank
from duizhao.text import Span

CASES = {
    "two documents are a pair": ("1=2 0-50 0-50", "", "1=2"),
    "three that share one stretch are a group": (
        "1=2 0-50 10-60\n1=3 0-50 20-70\n2=3 10-60 20-70",
        "1: 2 3",
        "",
    ),
    "the one that shares with most is the hub": (
        "1=4 0-50 0-50\n2=4 0-50 0-50\n3=4 0-50 0-50\n1=2 0-50 0-50",
        "4: 1 2 3",
        "",
    ),
    "a template before a statement": (
        "1=T2 0-50 0-50\nT2=3 0-50 0-50\n1=3 0-50 0-50",
        "T2: 1 3",
        "",
    ),
    "two stretches of one document that nobody shares are two pairs": (
        "1=2 0-50 0-50\n1=3 100-150 0-50",
        "",
        "1=2 1=3",
    ),
    "fewer than twenty characters in common make no group": (
        "1=2 0-50 0-50\n1=3 35-90 0-55",
        "",
        "1=2 1=3",
    ),
    "what two members share besides goes with the group": (
        "1=2 0-50 0-50\n1=3 0-50 0-50\n2=3 0-90 0-90",
        "1: 2 3 +2=3",
        "",
    ),
    "a common opening does not hide those who have one draft": (
        "1=2 0-50 0-50 0.04\n1=3 0-50 0-50 0.04\n1=4 0-50 0-50 0.04\n1=5 0-50 0-50 0.04\n"
        "3=4 0-90 0-90 0.6\n3=5 0-90 0-90 0.6\n2=5 60-99 0-39 0.9",
        "1: 2 3 4 5\n3: 4 5",
        "2=5",
    ),
    "two templates are two groups": (
        "1=2 0-50 0-50\n1=3 0-50 0-50\n4=5 0-50 0-50\n4=6 0-50 0-50",
        "1: 2 3\n4: 5 6",
        "",
    ),
}


def entry(name: str) -> Entry:
    kind = DocumentKind.TEMPLATE if name.startswith("T") else DocumentKind.STATEMENT
    return Entry(name, name, DocumentLabel(kind=kind))


def pair(line: str) -> tuple[tuple[int, int], Pair]:
    """`1=2 0-50 10-60 0.5`: 1 and 2 share characters 0 to 50 of the one, 10 to 60 of the other, half of each."""
    names, left, right, share = (*line.split(), "0.5")[:4]
    one, two = names.split("=")
    spans = [Span(*map(int, each.split("-"))) for each in (left, right)]
    length = spans[0].end - spans[0].start
    made = Pair(
        left=entry(one),
        right=entry(two),
        relation=Relation.COLLEAGUE,
        passages=(Passage(*spans),),
        characters=length,
        left_share=float(share),
        right_share=float(share),
    )
    return tuple(int(re.sub(r"\D", "", name)) for name in (one, two)), made


def test_pairs_and_groups_come_by_falling_share() -> None:
    lines = (
        "1=2 0-50 0-50 0.3\n3=4 0-50 0-50 0.99\n5=6 0-70 0-70 0.3\n7=8 0-9 0-9 0.6\n7=9 0-9 0-9 0.6"
    )
    _, singles = group_pairs(dict(map(pair, lines.splitlines())))
    assert [named(each) for each in singles] == ["3=4", "7=8", "7=9", "5=6", "1=2"]
    groups = "1=2 0-50 0-50 0.3\n1=3 0-50 0-50 0.3\n4=5 0-50 0-50 0.2\n4=6 0-50 0-50 0.9\n1=7 0-50 0-50 0.2"
    found, _ = group_pairs(dict(map(pair, groups.splitlines())))
    assert [each.hub.name for each in found] == ["4", "1"]
    assert [each.right.name for each in found[0].pairs] == ["6", "5"]


def test_of_one_share_the_colleague_comes_before_the_own_past_and_the_template() -> None:
    one = pair("1=2 0-50 0-50 0.5")[1]
    ordered = [Relation.COLLEAGUE, Relation.OWN_PAST, Relation.TEMPLATE]
    pairs = [replace(one, relation=each) for each in reversed(ordered)]
    assert [each.relation for each in sorted(pairs, key=rank)] == ordered


def named(found: Pair) -> str:
    return f"{found.left.name}={found.right.name}"


@pytest.mark.parametrize("case", CASES)
def test_pairs_become_groups(case: str) -> None:
    given_pairs, groups, singles = CASES[case]
    found, rest = group_pairs(dict(map(pair, given_pairs.splitlines())))
    lines = [
        " ".join(
            (
                f"{each.hub.name}:",
                *sorted(member.name for member in each.members[1:]),
                *(f"+{named(other)}" for other in each.others),
            )
        )
        for each in found
    ]
    assert sorted(lines) == groups.splitlines()
    assert sorted(map(named, rest)) == singles.split()


numbers = st.integers(0, 12)


@given(st.lists(st.tuples(numbers, numbers)))
def test_sets_unite_what_is_connected(edges: list[tuple[int, int]]) -> None:
    sets = DisjointSets()
    for one, two in edges:
        sets.union(one, two)
    connected = {number: {number} for number in range(13)}
    for one, two in edges:
        joined = connected[one] | connected[two]
        for number in joined:
            connected[number] = joined
    for one in range(13):
        assert {two for two in range(13) if sets.find(two) == sets.find(one)} == connected[one]
