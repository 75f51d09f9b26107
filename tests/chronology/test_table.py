"""The dated table that comes with the program."""

from __future__ import annotations

import tomllib
from datetime import date
from itertools import pairwise

import pytest

from duizhao.chronology import EventKind, chronology
from duizhao.chronology.load import FILE
from duizhao.status import Status

TABLE = chronology()


def test_every_name_is_called_for_one_thing() -> None:
    names = [name for each in (*TABLE.events, *TABLE.rules) for name in each.names]
    assert len(set(names)) == len(names) == len(TABLE.by_name)


def test_every_row_has_a_source_and_a_day_that_is_not_yet_to_come() -> None:
    for event in TABLE.events:
        assert event.source
        assert date(1990, 1, 1) < event.opened <= (event.closed or event.opened) < date(2027, 1, 1)
    for rule in TABLE.rules:
        for edition in rule.editions:
            assert edition.source
            assert edition.issued <= edition.in_force < (edition.replaced or date(2027, 1, 1))


def test_rows_stand_in_order_of_time() -> None:
    for kind in (
        EventKind.CONGRESS,
        EventKind.PLENUM,
        EventKind.DISCIPLINE_PLENUM,
        EventKind.CAMPAIGN,
    ):
        days = [each.opened for each in TABLE.of_kind(kind)]
        assert days == sorted(days)
    for rule in TABLE.rules:
        for earlier, later in pairwise(rule.editions):
            assert earlier.replaced == later.in_force > earlier.in_force


def test_a_rule_is_replaced_by_one_of_the_table() -> None:
    for rule in TABLE.rules:
        assert bool(rule.replaced_by) == bool(rule.repealed)
        if rule.replaced_by:
            successor = TABLE.rule(rule.replaced_by)
            assert successor
            assert rule.repealed
            assert successor.at(rule.repealed)


def test_every_plenum_lies_between_two_congresses_of_its_term() -> None:
    congresses = TABLE.of_kind(EventKind.CONGRESS)
    for event in TABLE.of_kind(EventKind.PLENUM):
        held = max(
            (each for each in congresses if each.opened < event.opened),
            key=lambda each: each.opened,
        )
        assert event.name.startswith(held.name.removesuffix("大") + "届")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("十九届六中全会", date(2021, 11, 8)),
        ("十九届中央委员会第六次全体会议", date(2021, 11, 8)),
        ("二十大", date(2022, 10, 16)),
        ("第二十次全国代表大会", date(2022, 10, 16)),
        ("党史学习教育", date(2021, 2, 20)),
        ("《习近平谈治国理政》第三卷", date(2020, 6, 30)),
        ("二十一届一中全会", None),
    ],
)
def test_event_is_found_by_each_of_its_names(name: str, day: date | None) -> None:
    event = TABLE.event(name)
    assert (event and event.opened) == day


def test_long_names_mean_the_same_plenum() -> None:
    short = TABLE.event("二十届三中全会")
    assert short is not None
    assert TABLE.event("二十届中央委员会第三次全体会议") is short


def test_editions_are_named_by_the_year_of_their_issue_or_else_of_their_coming_into_force() -> None:
    rule = TABLE.rule("党纪处分条例")
    assert rule is not None
    issued = {
        year: (found := rule.called(year)) and found.issued
        for year in (2015, 2016, 2018, 2023, 2024, 2020)
    }
    assert issued == {
        2015: date(2015, 10, 18),
        2016: date(2015, 10, 18),
        2018: date(2018, 8, 18),
        2023: date(2023, 12, 19),
        2024: date(2023, 12, 19),
        2020: None,
    }


def test_the_edition_in_force_changes_on_its_day() -> None:
    rule = TABLE.rule("中国共产党纪律处分条例")
    assert rule is not None
    old, new = rule.at(date(2023, 12, 31)), rule.at(date(2024, 1, 1))
    assert old
    assert new
    assert (old.issued.year, new.issued.year) == (2018, 2023)
    assert rule.at(date(2003, 1, 1)) is None
    assert rule.repealed is None


def test_a_repealed_rule_has_no_edition_afterwards() -> None:
    rule = TABLE.rule("廉洁从政若干准则")
    assert rule is not None
    assert rule.at(date(2015, 12, 31))
    assert rule.at(rule.repealed or date.max) is None
    assert rule.replaced_by == "中国共产党廉洁自律准则"


def test_the_file_has_only_known_keys() -> None:
    tables = tomllib.loads(FILE.read_text(encoding="utf-8"))
    known = {"name", "aliases", "opened", "closed", "source", "status"}
    assert all(set(row) <= known for rows in tables["events"].values() for row in rows)
    known = {"name", "aliases", "source", "editions", "repealed", "replaced_by"}
    assert all(set(row) <= known for row in tables["rules"])
    assert {row["status"] for rows in tables["events"].values() for row in rows} <= {
        Status.VERIFIED.value,
        Status.RECALLED.value,
    }


@pytest.mark.parametrize("term", ["十七届", "十八届", "十九届"])
def test_a_finished_term_had_seven_plenums(term: str) -> None:
    names = [each.name for each in TABLE.of_kind(EventKind.PLENUM)]
    assert [name for name in names if name.startswith(term)] == [
        f"{term}{number}中全会" for number in "一二三四五六七"
    ]
