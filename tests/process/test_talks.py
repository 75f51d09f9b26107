"""Who must talk with whom, and who has not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from meeting_people import BRANCH, GROUP

from duizhao.process import Participant, Standing, meeting_kinds, missing_talks, required_talks

KINDS = meeting_kinds()


def shown(kind: str, people: tuple[Participant, ...]) -> list[str]:
    return [
        f"{talk.rule.text}：{talk.person.name}－{'、'.join(each.name for each in talk.partners)}"
        for talk in required_talks(KINDS[kind].talks, people)
    ]


def test_a_leading_group_talks_in_pairs() -> None:
    assert shown("democratic-life", GROUP) == [
        "主要负责人和班子每名成员：张书记－李副局长",
        "主要负责人和班子每名成员：张书记－王副局长",
        "班子成员两两之间：李副局长－王副局长",
        "班子成员和分管部门负责人：李副局长－赵科长",
        "班子成员和所在党支部的党员：王副局长－钱党员",
    ]


def test_in_a_branch_each_member_talks_with_one() -> None:
    assert shown("branch-life", BRANCH) == [
        "党支部委员之间：周书记－吴委员",
        "党支部委员和每名党员：郑党员－周书记、吴委员",
        "党支部委员和每名党员：冯党员－周书记、吴委员",
        "党员和党员之间：郑党员－冯党员",
    ]


@pytest.mark.parametrize(
    ("held", "missing"),
    [
        ([], ["周书记还没有和吴委员谈心谈话", "郑党员还没有和（周书记、吴委员）中的一人谈心谈话",
              "冯党员还没有和（周书记、吴委员）中的一人谈心谈话", "郑党员还没有和冯党员谈心谈话"]),
        ([("2", "1"), ("3", "2"), ("4", "3")], ["冯党员还没有和（周书记、吴委员）中的一人谈心谈话"]),
        ([("1", "2"), ("1", "3"), ("4", "1"), ("3", "4")], []),
    ],
)  # fmt: skip
def test_missing_talks_are_named(held: list[tuple[str, str]], missing: list[str]) -> None:
    required = required_talks(KINDS["branch-life"].talks, BRANCH)
    assert [talk.reason for talk in missing_talks(required, held)] == missing


def test_many_partners_are_not_all_listed() -> None:
    people = [Participant(str(at), f"委员{at}", Standing.COMMITTEE_MEMBER) for at in range(5)]
    required = required_talks(
        KINDS["appraisal"].talks, [*people, Participant("9", "何党员", Standing.PARTY_MEMBER)]
    )
    assert required[0].reason == "何党员还没有和（委员0、委员1、委员2等）中的一人谈心谈话"


def test_a_missing_talk_names_its_source_and_reminds() -> None:
    talk = required_talks(KINDS["branch-life"].talks, BRANCH)[0]
    assert not talk.rule.is_blocking
    assert talk.message == (
        "周书记还没有和吴委员谈心谈话。依据：《中国共产党支部工作条例（试行）》（原文为“一般”，仅供参考）"
    )


def test_nobody_talks_with_themselves() -> None:
    assert shown("branch-life", BRANCH[:1]) == []
    assert shown("democratic-life", ()) == []


people = st.lists(
    st.builds(
        Participant,
        id=st.integers(0, 30).map(str),
        name=st.just("某人"),
        standing=st.sampled_from(Standing),
        overseer=st.integers(0, 30).map(str),
        branch=st.sampled_from(["", "一支部", "二支部"]),
    ),
    max_size=12,
    unique_by=lambda each: each.id,
)


@pytest.mark.parametrize("kind", KINDS)
@given(people=people)
def test_held_talks_are_no_longer_missing(kind: str, people: list[Participant]) -> None:
    required = required_talks(KINDS[kind].talks, people)
    pairs = [(talk.partners[-1].id, talk.person.id) for talk in required]
    assert missing_talks(required, []) == required
    assert missing_talks(required, pairs) == ()
    assert all(talk.person not in talk.partners for talk in required)
    single = [
        frozenset(pair)
        for pair, talk in zip(pairs, required, strict=True)
        if len(talk.partners) == 1
    ]
    assert len(set(single)) == len(single)
