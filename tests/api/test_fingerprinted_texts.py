"""Fingerprints as plain numbers: what texts share, without a word of them."""

from __future__ import annotations

from duizhao import api

OWN = "去年我到河道走访只有两次，护堤员老周反映堤上的值班房漏雨，我记在本子上，三个月没有回音，直到他第二次来问才想起。"
OTHER = "窗口排队超过一个小时的日子上半年有九天，我在周报里看到过这个数，没有去窗口站过一次，也没有问过值班的人缘由。"
SHARED = "分管的报表今年一共催了四十一次，二十六次是临近下班才发，加班到十点以后的有七回，我事后才从考勤里看出来。"


def test_texts_of_two_groups_that_share_a_passage_are_found() -> None:
    prints = api.text_prints([OWN + SHARED, OTHER + SHARED, OWN + SHARED])
    pairs = api.shared_prints(prints, ["一局", "二局", "一局"], 0.15)
    assert {(each.one, each.other) for each in pairs} == {(0, 1), (1, 2)}
    assert all(0.3 < each.share < 0.8 for each in pairs)


def test_texts_of_one_group_and_different_texts_are_no_pairs() -> None:
    prints = api.text_prints([OWN, OWN, OTHER])
    assert api.shared_prints(prints, ["一局", "一局", "二局"], 0.0) == []


def test_wording_of_very_many_texts_is_common() -> None:
    texts = [f"{SHARED}{number}" for number in range(80)]
    groups = [str(number) for number in range(80)]
    assert api.shared_prints(api.text_prints(texts), groups, 0.15) == []


def test_no_text_has_no_prints() -> None:
    assert api.text_prints([]) == []
    assert api.text_prints(["", "短"]) == [[], []]
