"""Pairs become groups around what their documents have in common.

A case names pairs with the stretches of both sides, and says which groups (hub: members) and pairs come of them.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

from duizhao.lint import Relation
from duizhao.reuse.disjoint_sets import DisjointSets
from duizhao.reuse.groups import group_pairs
from duizhao.reuse.model import DocumentKind, DocumentLabel, Entry, Pair, Passage
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
    """`1=2 0-50 10-60`: documents 1 and 2 share characters 0 to 50 of the one, 10 to 60 of the other."""
    names, left, right = line.split()
    one, two = names.split("=")
    spans = [Span(*map(int, each.split("-"))) for each in (left, right)]
    length = spans[0].end - spans[0].start
    made = Pair(
        left=entry(one),
        right=entry(two),
        relation=Relation.COLLEAGUE,
        passages=(Passage(*spans),),
        characters=length,
        left_share=0.5,
        right_share=0.5,
    )
    return tuple(int(re.sub(r"\D", "", name)) for name in (one, two)), made


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
