"""Whether a meeting may be held and counts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duizhao.process import (
    Notice,
    Override,
    count_objection,
    excellent_objection,
    meeting_kinds,
    quorum_objection,
    season_objection,
    under_notice,
)

KINDS = meeting_kinds()
YEARLY, BRANCH, APPRAISAL = (KINDS[id] for id in ("democratic-life", "branch-life", "appraisal"))


@pytest.mark.parametrize(
    ("present", "expected", "reason"),
    [
        (6, 9, None),
        (9, 9, None),
        (5, 9, "应到会 9 人，到会 5 人，不足 2/3，至少要 6 人"),
        (4, 7, "应到会 7 人，到会 4 人，不足 2/3，至少要 5 人"),
        (5, 7, None),
        (0, 1, "应到会 1 人，到会 0 人，不足 2/3，至少要 1 人"),
        (0, 0, "还没有列出应到会的人"),
    ],
)
def test_two_thirds_must_be_present(present: int, expected: int, reason: str | None) -> None:
    objection = quorum_objection(YEARLY, present, expected)
    assert (objection.reason if objection else None) == reason
    assert objection is None or objection.is_blocking


@given(st.integers(0, 500), st.integers(1, 500), st.sampled_from(sorted(KINDS)))
def test_quorum_is_exact(present: int, expected: int, id: str) -> None:
    kind = KINDS[id]
    asked = kind.get("quorum")
    is_met = asked is None or Fraction(present, expected) >= (asked.least_share or 0)
    assert (quorum_objection(kind, present, expected) is None) == is_met


def test_half_of_a_branch_reminds_and_says_why() -> None:
    objection = quorum_objection(BRANCH, 4, 10)
    assert objection is not None
    assert not objection.is_blocking
    assert objection.message == (
        "应到会 10 人，到会 4 人，不足 1/2，至少要 5 人。"
        "依据：《中国共产党支部工作条例（试行）》第十一条关于表决的规定，比照执行（惯例，仅供参考）"
    )


def test_a_notice_raises_the_quorum_for_one_meeting() -> None:
    notice = Notice("通知", overrides=(Override("quorum", least_share=Fraction(4, 5)),))
    assert quorum_objection(YEARLY, 7, 10) is None
    objection = quorum_objection(under_notice(YEARLY, notice), 7, 10)
    assert objection is not None
    assert objection.message == "应到会 10 人，到会 7 人，不足 4/5，至少要 8 人。依据：通知"
    waived = Notice("通知", overrides=(Override("quorum", is_waived=True),))
    assert quorum_objection(under_notice(YEARLY, waived), 0, 10) is None


@pytest.mark.parametrize(
    ("day", "has_consent", "is_refused"),
    [
        ((2025, 12, 31), False, False),
        ((2025, 10, 1), False, False),
        ((2026, 1, 20), False, True),
        ((2026, 1, 20), True, False),
        ((2025, 9, 30), False, True),
    ],
)
def test_outside_the_fourth_quarter_consent_is_wanted(
    day: tuple[int, int, int], has_consent: bool, is_refused: bool
) -> None:
    objection = season_objection(YEARLY, date(*day), has_consent)
    assert (objection is not None) == is_refused
    assert objection is None or objection.is_blocking


def test_season_of_other_kinds_is_free() -> None:
    day = date(2025, 6, 1)
    assert season_objection(BRANCH, day, False) is None
    assert season_objection(KINDS["special-democratic-life"], day, False) is None


@pytest.mark.parametrize(
    ("excellent", "rated", "reason"),
    [
        (3, 9, None),
        (4, 9, "参评 9 人，评为优秀 4 人，超过 1/3，最多 3 人"),
        (3, 10, None),
        (1, 2, "参评 2 人，评为优秀 1 人，超过 1/3，最多 0 人"),
    ],
)
def test_a_third_may_be_excellent(excellent: int, rated: int, reason: str | None) -> None:
    objection = excellent_objection(APPRAISAL, excellent, rated)
    assert (objection.reason if objection else None) == reason
    assert objection is None or not objection.is_blocking
    assert excellent_objection(YEARLY, excellent, rated) is None


def test_a_group_study_is_counted() -> None:
    study, order = YEARLY.get("study"), YEARLY.get("order")
    assert study is not None
    assert order is not None
    objection = count_objection(study, 0)
    assert objection is not None
    assert objection.reason == "会前至少集中学习 1 次：现有 0 次"
    assert count_objection(study, 1) is None
    assert count_objection(order, 0) is None
