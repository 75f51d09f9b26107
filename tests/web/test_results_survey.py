"""Those who gave opinions say by code whether the results content them: sealed, and known only as counts."""

from __future__ import annotations

import pytest
from announced import announced
from django.test import Client
from django.urls import reverse
from dossiers import dossier_of
from opinion_round import print_slips, written

from duizhao.web.announcements.actions import first_sentence
from duizhao.web.announcements.models import Announcement
from duizhao.web.opinions.actions import close_round
from duizhao.web.opinions.models import (
    OpinionCode,
    OpinionRound,
    ReceivedOpinion,
    RoundState,
    SealedOpinion,
)
from duizhao.web.opinions.scopes import FEWEST_ANSWERS
from duizhao.web.opinions.sealing import PADDED_BYTES


@pytest.fixture
def found(browse: Client, people) -> Announcement:
    made = announced(dossier_of(people.zhang), people.zhang, scope="unit")
    browse.post(reverse("announcements:begin_survey", kwargs={"announcement": made.key}))
    made.refresh_from_db()
    return made


def slips(browse: Client, found: Announcement, count: int) -> list[str]:
    return print_slips(browse, f"/opinions/rounds/{found.survey_id}/", [count])


def answer(code: str, **said: str):
    phone = Client()
    page = written(code, phone)
    return phone.post("/o/send", {"code": code, "receipt": page.receipt, **said})


def closed(browse: Client, found: Announcement, answers: list[dict[str, str]]) -> OpinionRound:
    for code, said in zip(slips(browse, found, len(answers)), answers, strict=True):
        assert answer(code, **said).status_code == 200
    browse.post(f"/opinions/rounds/{found.survey_id}/close")
    close_round(key=found.survey_id)
    return OpinionRound.objects.get(pk=found.survey_id)


def listed(browse: Client, found: Announcement) -> str:
    address = reverse("announcements:announcements", kwargs={"dossier": found.dossier_id})
    return browse.get(address).content.decode()


def test_phone_offers_three_answers_and_words_for_each_row(browse, found) -> None:
    (code,) = slips(browse, found, 1)
    page = Client().post("/o/write", {"code": code}).content.decode()
    assert found.survey.questions == ["整改工作总体上", "到基层少，解决实际问题不多"]
    assert "到基层少" in page
    assert page.count('type="radio"') == 6
    assert "回执" not in answer(code, c0="满意").content.decode()


def test_answers_become_counts_and_words_that_belong_to_nobody(browse, found) -> None:
    answers = [{"c0": "满意", "c1": "不满意", "q1": f"话{at}"} for at in range(5)]
    answers += [{"c0": "不满意"}, {"c0": "基本满意", "c1": "满意"}]
    asked = closed(browse, found, answers)
    assert asked.state == RoundState.CLOSED
    overall, row = asked.results
    assert overall["counts"] == [["满意", 5], ["基本满意", 1], ["不满意", 1]]
    assert row["counts"] == [["满意", 1], ["基本满意", 0], ["不满意", 5]]
    assert sorted(row["words"]) == [f"话{at}" for at in range(5)]
    assert not ReceivedOpinion.objects.exists()
    assert not OpinionCode.objects.exists()
    assert not SealedOpinion.objects.exists()
    shown = listed(browse, found)
    assert "满意 5 份，基本满意 1 份，不满意 1 份" in shown
    assert "收到 7 份" in shown


def test_question_that_few_have_answered_has_no_counts(browse, found) -> None:
    answers = [{"c0": "满意"} for _ in range(5)]
    answers[0] |= {"c1": "不满意", "q1": "只有一个人写的话"}
    asked = closed(browse, found, answers)
    assert asked.results[1] == {"question": "到基层少，解决实际问题不多", "counts": [], "words": []}
    assert asked.results[2] == {"question": "", "counts": [], "words": ["只有一个人写的话"]}
    assert "评的不到 5 份，不显示" in listed(browse, found)


def test_fewer_than_the_minimum_are_seen_by_nobody(browse, found) -> None:
    for code in slips(browse, found, FEWEST_ANSWERS - 1):
        answer(code, c0="满意")
    refused = browse.post(f"/opinions/rounds/{found.survey_id}/close")
    assert refused.status_code == 409
    assert "满意 4 份" not in listed(browse, found)


def test_what_was_sent_is_sealed_at_one_length_and_without_a_trace(browse, found) -> None:
    long, short = slips(browse, found, 2)
    answer(long, c0="不满意", q0="很长的话" * 200)
    sent = answer(short, c0="满意")
    pool = [bytes(each.sealed) for each in SealedOpinion.objects.all()]
    assert {len(each) for each in pool} == {PADDED_BYTES + 28}
    assert not any("满意".encode() in each for each in pool)
    assert not sent.cookies
    # A code is good once.
    assert answer_again(short).status_code == 422


def answer_again(code: str):
    return Client().post("/o/send", {"code": code, "receipt": "", "c0": "不满意"})


def test_answer_that_was_not_offered_is_refused(browse, found) -> None:
    (code,) = slips(browse, found, 1)
    assert answer(code, c0="非常满意").status_code == 422
    assert answer(code).status_code == 422
    assert not SealedOpinion.objects.exists()


def test_survey_is_no_round_of_opinions(browse, found) -> None:
    shown = browse.get(f"/meetings/{found.dossier_id}/opinions/").content.decode()
    assert "整改结果满意度测评" not in shown
    again = reverse("announcements:begin_survey", kwargs={"announcement": found.key})
    assert browse.post(again).status_code == 409
    page = browse.get(f"/opinions/rounds/{found.survey_id}/").content.decode()
    assert "满意、基本满意、不满意" in page
    assert "回到通报和测评" in page


def test_question_is_the_first_sentence_of_a_problem() -> None:
    assert first_sentence("学得少。全年只有\n四次。") == "学得少"
    assert first_sentence("长" * 80) == "长" * 60 + "……"
