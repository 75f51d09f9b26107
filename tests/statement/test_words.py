"""The words in a point that matter to a reviewer, one table a group."""

from __future__ import annotations

import pytest

from .reading import TITLE, interpreted


def problem(body: str) -> dict[str, list[str]]:
    """The groups of words found in a problem, without those that it has none of."""
    read = interpreted(f"{TITLE}一、存在的问题\n一是学习一般。{body}\n")
    found = read.problems[0]
    groups = {
        "hedges": found.hedges,
        "first_person": found.first_person,
        "reflexive": found.reflexive,
        "merits": found.merits,
    }
    return {
        name: [read.text[slice(*span)] for span in spans] for name, spans in groups.items() if spans
    }


@pytest.mark.parametrize(
    "word",
    [
        "一定程度", "某种程度", "不同程度", "有所", "偶尔", "或多或少", "多多少少", "有时", "个别", "某些", "有些",
        "略有", "稍有", "稍显", "不太", "不是很", "相对", "客观上", "难免", "可能", "似乎", "大概", "基本上",
        "总体上", "有待", "还需", "仍需",
    ],
)  # fmt: skip
def test_a_word_that_softens_is_a_hedge(word: str) -> None:
    assert problem(f"这件事{word}做了。") == {"hedges": [word]}


@pytest.mark.parametrize("body", ["这件事没有做。", "这件事只做了一半。", "完全没有去过。"])
def test_a_plain_claim_has_no_hedge(body: str) -> None:
    assert problem(body) == {}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("我没有去。", ["我"]),
        ("本人没有去。", ["本人"]),
        ("这件事怪我，是我忘了。", ["我", "我"]),
    ],
)
def test_the_first_person_is_the_writer(body: str, words: list[str]) -> None:
    assert problem(body) == {"first_person": words}


@pytest.mark.parametrize(
    "body",
    [
        "我们没有去。",
        "我局没有去。",
        "我省发过文。",
        "我国有规定。",
        "要做到忘我。",
        "我单位没有去。",
        "自我批评少。",
    ],
)
def test_a_group_is_no_first_person(body: str) -> None:
    assert problem(body) == {}


@pytest.mark.parametrize("word", ["自己", "自身"])
def test_the_reflexive_is_kept_apart(word: str) -> None:
    assert problem(f"从{word}找起。") == {"reflexive": [word]}


@pytest.mark.parametrize(
    ("body", "praised"),
    [
        ("能够按时到会，但发言少。", ["能够按时到会"]),
        ("始终按时到会。但发言少。", ["始终按时到会"]),
        ("虽然到会，却不发言。", ["虽然到会"]),
        ("按时到会，但发言少。", []),
        ("发言少，但能够按时到会。", []),
        ("能够按时到会。发言少，但记得全。", []),
        ("坚持自学，但记得少；认真听讲，但问得少。", ["坚持自学", "记得少；认真听讲"]),
    ],
)
def test_praise_is_what_stands_before_a_but(body: str, praised: list[str]) -> None:
    assert problem(body).get("merits", []) == praised


@pytest.mark.parametrize(
    ("body", "owner", "deadline", "result"),
    [
        ("责任人：方圆。", "责任人", None, None),
        ("由本人负责。", "由本人", None, None),
        ("我将去看。", "我将", None, None),
        ("牵头去办。", "牵头", None, None),
        ("年底前去办。", None, "年底前", None),
        ("立行立改。", None, "立行立改", None),
        ("每周去一趟。", None, "每周", None),
        ("于2024年3月15日前去办。", None, "日前", None),
        ("于2024年3月完成。", None, "2024年3月", None),
        ("在2024年3月开过会。", None, None, None),
        ("去办，办结。", None, None, "办结"),
        ("去办，不少于一半。", None, None, "不少于"),
        ("去办，覆盖率过半。", None, None, "覆盖率"),
        ("去办12次。", None, None, "12次"),
        ("用心去办。", None, None, None),
    ],
)
def test_what_a_measure_promises(
    body: str, owner: str | None, deadline: str | None, result: str | None
) -> None:
    read = interpreted(f"{TITLE}一、存在的问题\n学习不够。\n二、打算\n一是去办。{body}\n")
    found = read.measures[0]
    spans = (found.owner, found.deadline, found.result)
    assert [span and read.text[slice(*span)] for span in spans] == [owner, deadline, result]


@pytest.mark.parametrize(
    ("body", "example"),
    [
        ("平时忙。比如，去年没有去。", "比如，去年没有去。"),
        ("平时忙。如去年没有去。", "如去年没有去。"),
        ("平时忙。如：去年没有去。", "如：去年没有去。"),
        ("平时忙。主要表现在去年没有去。", "主要表现在去年没有去。"),
        ("平时忙。比如甲。例如乙。", "比如甲。例如乙。"),
        ("平时忙。如果去就好。", None),
        ("平时忙。如今也忙。", None),
        ("平时忙，如同过去。", None),
    ],
)
def test_an_example_begins_with_its_opening_words(body: str, example: str | None) -> None:
    read = interpreted(f"{TITLE}一、存在的问题\n一是学习一般。{body}\n")
    span = read.problems[0].example
    assert (read.text[slice(*span)] if span else None) == example
