"""Words about a deadline: a kind only where it is said, a day only where it is certain."""

from __future__ import annotations

import pytest

from duizhao.ledger.deadline import kind, last_day

DAYS = {
    "2024年12月31日前": "2024-12-31",
    "2024年2月底前": "2024-02-29",
    "２０２４年６月前": "2024-06-30",
    "2024年3月上旬": "2024-03-10",
    "2024年上半年": "2024-06-30",
    "2024年第三季度": "2024-09-30",
    "2024年底前": "2024-12-31",
    "2024年年底前": "2024-12-31",
    "2024年内": "2024-12-31",
    "2024-5-6": "2024-05-06",
    "2024年3月起，12月底前考核": "2024-12-31",
    "2023年11月至2024年1月": "2024-01-31",
    "2024年3月5日至3月20日": "2024-03-20",
}
NOT_CERTAIN = (
    "6月底前", "年底前", "三个月内", "每月", "2024年", "2024年3月起", "2024年13月", "2024年2月30日", "长期坚持", "",
    "2024年3月初",
)  # fmt: skip


@pytest.mark.parametrize("words", DAYS)
def test_certain_day_is_read(words: str) -> None:
    assert last_day(words) == DAYS[words]


@pytest.mark.parametrize("words", NOT_CERTAIN)
def test_what_is_not_certain_gives_no_day(words: str) -> None:
    assert last_day(words) == ""


def test_kind_is_only_what_the_text_says() -> None:
    assert kind("对照清单立行立改，一周内办完") == "立行立改"
    assert kind("即知即改") == "立行立改"
    assert kind("分阶段推进") == "阶段"
    assert kind("作为一项制度长期坚持") == "长期坚持"
    assert kind("2024年6月底前完成") == ""
    assert kind("立行立改，长期坚持") == ""
