"""Opinions of a meeting: asked for with codes, typed in, read, linked, answered, and whether the reply contents."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from dossiers import attends, dossier_of
from opinion_round import begin, print_slips, round_at, send
from people import People, logged_in

from duizhao.web.accounts.models import Grant
from duizhao.web.audit.models import AuditEntry
from duizhao.web.data_copy import forget_copies, keep_copy
from duizhao.web.desk.actions import put_in
from duizhao.web.desk.reading import read_version
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions.actions import TypedOpinion, close_round, enter_opinions
from duizhao.web.opinions.code_words import as_letters, is_code, new_code
from duizhao.web.opinions.jobs import open_round
from duizhao.web.opinions.models import (
    OpinionCode,
    OpinionRound,
    ReceivedOpinion,
    RoundState,
    SealedOpinion,
)
from duizhao.web.opinions.round_keys import make_round_key
from duizhao.web.opinions.scopes import joined_scopes
from duizhao.web.opinions.sealing import PADDED_BYTES, SealBroken, new_round_key, seal, unseal
from duizhao.web.person_role import PersonRole

TEAM = "q0"


def keys_of_rounds() -> list[str]:
    return [path.name for path in settings.DATA_FOLDER.round_keys.glob("round-*")]


@pytest.fixture
def dossier(people: People) -> Dossier:
    return dossier_of(people.zhang)


@pytest.fixture
def address(browse: Client, dossier: Dossier) -> str:
    return begin(browse, dossier.key)


def page(browse: Client, dossier: Dossier) -> str:
    return browse.get(f"/meetings/{dossier.key}/opinions/").content.decode()


def typed(dossier: Dossier, words: str, about: object = None) -> ReceivedOpinion:
    by = dossier.attendees.exclude(member=None).first().member.account
    said = [TypedOpinion(words, about)]
    enter_opinions(dossier=dossier, by=by, origin="form", scope="机关科室", typed=said)
    return ReceivedOpinion.objects.get(words=words)


# Asking


def test_clerk_prints_slips_and_nothing_in_the_records_has_their_codes(
    browse: Client, address: str
) -> None:
    codes = print_slips(browse, address, [3, 2], address="https://dz.example.gov.cn")
    assert len(set(codes)) == 5
    assert all(is_code(as_letters(code)) for code in codes)
    kept = [(code.hash, code.used) for code in OpinionCode.objects.all()]
    assert len(kept) == 5
    assert not any(as_letters(code) in hash or used for hash, used in kept for code in codes)
    assert sorted(hash for hash, _ in kept) == [hash for hash, _ in kept]


def test_slip_has_a_square_with_the_code_behind_the_hash_mark(browse: Client, address: str) -> None:
    answer = browse.post(f"{address}codes", {"count0": 1, "address": "https://dz.example.gov.cn/"})
    shown = answer.content.decode()
    assert "<svg" in shown
    assert "style=" not in shown
    assert "https://dz.example.gov.cn/o/" in shown


@pytest.mark.parametrize(
    "given", [{}, {"count0": "301"}, {"count0": "2", "address": "dz.gov.cn/x?y"}]
)
def test_slips_are_not_printed_for_a_wrong_form(
    given: dict[str, str], browse: Client, address: str
) -> None:
    assert browse.post(f"{address}codes", given).status_code == 422
    assert not OpinionCode.objects.exists()


def test_links_by_name_are_kept_nowhere(browse: Client, address: str) -> None:
    given = {"names": "周明\n陈立", "scope": "1", "address": "https://dz.example.gov.cn"}
    shown = browse.post(f"{address}links", given).content.decode()
    assert shown.count("https://dz.example.gov.cn/o/#") == 2
    assert "周明" in shown
    assert {code.scope for code in OpinionCode.objects.all()} == {1}
    assert "周明" not in browse.get(address).content.decode()


def test_what_is_asked_stays_once_codes_are_printed(browse: Client, address: str) -> None:
    changed = {
        "name": "另一个名称",
        "questions": "别的",
        "scopes": "机关科室",
        "ends_on": "2026-12-10",
    }
    assert browse.post(f"{address}change", changed).status_code == 302
    print_slips(browse, address, [1])
    again = browse.post(f"{address}change", {**changed, "questions": "又一个"})
    assert again.status_code == 409
    assert "又一个" in again.content.decode()
    assert browse.post(f"{address}change", {**changed, "name": "第三个"}).status_code == 302
    assert round_at(address).name == "第三个"


def test_round_on_paper_is_printed_and_the_workbook_comes_back(
    browse: Client, dossier: Dossier
) -> None:
    assert "征求意见表" in browse.get(f"/meetings/{dossier.key}/opinions/sheet").content.decode()
    given = browse.get(f"/meetings/{dossier.key}/opinions/template").content
    book = openpyxl.load_workbook(io.BytesIO(given))
    sheet = book.worksheets[0]
    for at, row in enumerate((("班子", "会议偏多"), ("张　三", "=到基层少"), ("", "文件偏长")), 2):
        sheet.cell(at, 1).value, sheet.cell(at, 2).value = row
        sheet.cell(at, 2).data_type = "s"
    saved = io.BytesIO()
    book.save(saved)
    saved.name = "收回.xlsx"
    saved.seek(0)
    answer = browse.post(f"/meetings/{dossier.key}/opinions/enter", {"workbook": saved})
    text = answer.context["form"]["typed"].value()
    assert text == "班子\t会议偏多\n张三\t=到基层少\n文件偏长"
    answer = browse.post(
        f"/meetings/{dossier.key}/opinions/enter",
        {"origin": "form", "scope": "基层单位", "typed": text},
    )
    assert answer.status_code == 302
    said = dict(ReceivedOpinion.objects.values_list("words", "about_name"))
    assert said == {"会议偏多": "", "=到基层少": "张三", "文件偏长": ""}


def test_line_about_somebody_unknown_is_not_typed_in(browse: Client, dossier: Dossier) -> None:
    given = {"origin": "box", "scope": "", "typed": "会议偏多\n赵钱\t批评人太急"}
    answer = browse.post(f"/meetings/{dossier.key}/opinions/enter", given)
    assert answer.status_code == 422
    assert "第 2 行" in answer.content.decode()
    assert "批评人太急" in answer.content.decode()
    assert not ReceivedOpinion.objects.exists()


# Sending


def test_somebody_with_a_slip_writes_once(browse: Client, dossier: Dossier, address: str) -> None:
    (code,) = print_slips(browse, address, [1])
    person = dossier.attendees.get()
    sent = send(code.lower().replace("-", " "), **{TEAM: "会议偏多", f"p-{person.key}": "少下基层"})
    assert sent.status == 200
    assert "意见已收到" in sent.text
    again = Client().post("/o/write", {"code": code})
    assert again.status_code == 422
    assert "用过了" in again.content.decode()
    assert SealedOpinion.objects.count() == 1


def test_second_click_gives_the_same_receipt_and_sends_nothing(
    browse: Client, address: str
) -> None:
    (code,) = print_slips(browse, address, [1])
    sent = send(code, **{TEAM: "会议偏多"})
    again = Client().post("/o/send", {"code": code, "receipt": sent.receipt, TEAM: "会议偏多"})
    assert again.status_code == 422
    assert sent.receipt in again.content.decode()
    assert SealedOpinion.objects.count() == 1


@pytest.mark.parametrize("words", ["", "长" * 2001])
def test_what_cannot_be_sent_stays_in_the_form_and_uses_no_code(
    words: str, browse: Client, address: str
) -> None:
    (code,) = print_slips(browse, address, [1])
    answer = Client().post("/o/send", {"code": code, "receipt": new_code(), TEAM: words})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not OpinionCode.objects.filter(used=True).exists()


def test_two_thousand_of_the_widest_letters_and_marks_are_answered(
    browse: Client, address: str
) -> None:
    codes = print_slips(browse, address, [2])
    assert send(codes[0], **{TEAM: "𠮷" * 2000}).status == 200
    refused = send(codes[1], **{TEAM: '"' * 1990 + "\x01" * 10})
    assert refused.status in (200, 422)
    wide = Client().post("/o/send", {"code": codes[1], "receipt": new_code(), TEAM: "\x02" * 1999})
    assert wide.status_code == 422


def test_line_break_counts_as_one_letter(browse: Client, address: str) -> None:
    (code,) = print_slips(browse, address, [1])
    assert send(code, **{TEAM: "会\r\n" * 1000}).status == 200


def test_receipt_is_left_only_with_its_last_group(browse: Client, address: str) -> None:
    (code,) = print_slips(browse, address, [1])
    receipt = send(code, **{TEAM: "会议偏多"}).receipt
    wrong = Client().post("/o/kept", {"receipt": receipt, "last": "2222"})
    assert wrong.status_code == 422
    assert receipt in wrong.content.decode()
    right = Client().post("/o/kept", {"receipt": receipt, "last": receipt[-4:].lower()})
    assert right.status_code == 200
    assert receipt not in right.content.decode()


def test_pages_without_an_account_neither_set_nor_read_a_cookie(
    browse: Client, people: People, address: str
) -> None:
    (code,) = print_slips(browse, address, [1])
    entries = AuditEntry.objects.count()
    client = logged_in(people.zhang)
    session = client.session.session_key
    sent = send(code, client, **{TEAM: "会议偏多"})
    assert sent.status == 200
    for path in ("/o/", "/o/replies"):
        answer = client.get(path)
        assert not answer.cookies
        assert "张三" not in answer.content.decode()
        assert answer["Cache-Control"] == "no-store"
    assert client.session.session_key == session
    assert AuditEntry.objects.count() == entries


@pytest.mark.parametrize("code", ["", "2222-2222-2222-2222", "x" * 500, "码" * 16])
def test_unknown_code_is_refused(code: str, db: None) -> None:
    answer = Client().post("/o/write", {"code": code})
    assert answer.status_code == 422
    assert "没有这个码" in answer.content.decode()


def test_refusal_stands_in_no_log(caplog: pytest.LogCaptureFixture, db: None) -> None:
    Client().post("/o/write", {"code": "2222-2222-2222-2222"})
    assert not caplog.records


# Closing


def test_nothing_finer_than_enough_is_said_while_a_round_is_open(
    browse: Client, dossier: Dossier, address: str
) -> None:
    codes = print_slips(browse, address, [7])
    for at, code in enumerate(codes):
        said = "至少 5 份" if at >= 5 else "不到 5 份"
        assert said in browse.get(address).content.decode()
        assert said in page(browse, dossier)
        send(code, **{TEAM: f"第{at}条"})
    assert "第0条" not in page(browse, dossier)


def test_round_with_too_few_answers_is_not_closed(browse: Client, address: str) -> None:
    for code in print_slips(browse, address, [4]):
        send(code, **{TEAM: "会议偏多"})
    answer = browse.post(f"{address}close")
    assert answer.status_code == 409
    assert "还不到 5 份" in answer.content.decode()
    assert round_at(address).state == RoundState.OPEN


def test_meeting_is_not_closed_while_a_round_is_open(
    browse: Client, dossier: Dossier, address: str
) -> None:
    close = f"/meetings/{dossier.key}/plan/close"
    refused = browse.post(close)
    assert refused.status_code == 409
    assert f"“{round_at(address).name}”还没有汇总" in refused.content.decode()
    closed_with(browse, address, [[{TEAM: f"甲{at}"} for at in range(5)]])
    assert browse.post(close).status_code == 302


def closed_with(browse: Client, address: str, answers: list[list[dict[str, str]]]) -> list[str]:
    """Close a round that people of each scope have answered. Returns their receipts."""
    receipts = []
    for scope, each in enumerate(answers):
        counts = [len(each) if at == scope else 0 for at in range(len(answers))]
        codes = print_slips(browse, address, counts) if each else []
        for code, said in zip(codes, each, strict=True):
            receipts.append(send(code, **said).receipt)
    assert browse.post(f"{address}close").status_code == 302
    close_round(key=round_at(address).key)
    return receipts


def test_closing_opens_all_and_destroys_codes_and_key(
    browse: Client, dossier: Dossier, address: str
) -> None:
    key = round_at(address).key
    assert f"round-{key}" in keys_of_rounds()
    closed_with(browse, address, [[{TEAM: f"甲{at}"} for at in range(5)], [{TEAM: "乙"}]])
    asked = round_at(address)
    assert asked.state == RoundState.CLOSED
    assert asked.closed_on == timezone.localdate()
    assert asked.scopes == [{"name": "机关科室、基层单位", "codes": 6, "answers": 6}]
    assert {each.scope for each in ReceivedOpinion.objects.all()} == {"机关科室、基层单位"}
    words = {each.words for each in ReceivedOpinion.objects.all()}
    assert words == {*(f"甲{at}" for at in range(5)), "乙"}
    assert not OpinionCode.objects.exists()
    assert not SealedOpinion.objects.exists()
    assert f"round-{key}" not in keys_of_rounds()
    assert "甲3" in page(browse, dossier)


def test_closing_twice_is_closing_once(browse: Client, address: str) -> None:
    closed_with(browse, address, [[{TEAM: f"甲{at}"} for at in range(5)], []])
    # As if the machine had stopped before the key was gone.
    make_round_key(round_at(address).key)
    close_round(key=round_at(address).key)
    assert ReceivedOpinion.objects.count() == 5
    assert f"round-{round_at(address).key}" not in keys_of_rounds()


def test_closing_that_is_cut_off_loses_nothing(
    browse: Client, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for code in print_slips(browse, address, [5]):
        send(code, **{TEAM: "会议偏多"})
    browse.post(f"{address}close")
    key = round_at(address).key
    with monkeypatch.context() as cut:
        cut.setattr(OpinionRound, "save", cut_off)
        with pytest.raises(OSError, match="no space"):
            close_round(key=key)
    assert f"round-{key}" in keys_of_rounds()
    assert not ReceivedOpinion.objects.exists()
    close_round(key=key)
    assert ReceivedOpinion.objects.count() == 5


def cut_off(*_: object, **__: object) -> None:
    raise OSError("no space")


def test_worker_is_asked_to_close_a_round_and_knows_no_more_than_which(
    browse: Client, address: str
) -> None:
    for code in print_slips(browse, address, [5]):
        send(code, **{TEAM: "会议偏多"})
    browse.post(f"{address}close")
    assert "正在汇总" in browse.get(address).content.decode()
    assert browse.post(f"{address}codes", {"count0": 1}).status_code == 409
    (job,) = DBTaskResult.objects.all()
    assert job.args_kwargs == {"args": [round_at(address).key], "kwargs": {}}
    open_round.call(*job.args_kwargs["args"])
    assert round_at(address).state == RoundState.CLOSED


def test_nothing_can_be_sent_once_a_round_is_closing(browse: Client, address: str) -> None:
    codes = print_slips(browse, address, [6])
    for code in codes[:5]:
        send(code, **{TEAM: "会议偏多"})
    browse.post(f"{address}close")
    answer = Client().post("/o/send", {"code": codes[5], "receipt": new_code(), TEAM: "晚了"})
    assert answer.status_code == 422
    assert "已经结束" in answer.content.decode()


def test_round_without_its_key_says_that_it_is_lost_and_can_be_dropped(
    browse: Client, address: str
) -> None:
    for code in print_slips(browse, address, [5]):
        send(code, **{TEAM: "会议偏多"})
    (settings.DATA_FOLDER.round_keys / f"round-{round_at(address).key}").unlink()
    browse.post(f"{address}close")
    close_round(key=round_at(address).key)
    assert "钥匙不在了" in browse.get(address).content.decode()
    assert browse.post(f"{address}drop").status_code == 302
    assert not SealedOpinion.objects.exists()


def test_round_of_a_backup_that_was_put_back_is_known_as_lost(browse: Client, address: str) -> None:
    (settings.DATA_FOLDER.round_keys / f"round-{round_at(address).key}").unlink()
    assert "钥匙不在了" in browse.get(address).content.decode()


def test_sealed_opinion_that_somebody_changed_does_not_hold_up_the_others(
    browse: Client, address: str
) -> None:
    for at, code in enumerate(print_slips(browse, address, [6])):
        send(code, **{TEAM: f"甲{at}"})
    changed = SealedOpinion.objects.first()
    changed.sealed = bytes(changed.sealed)[:-1] + b"\0"
    changed.save()
    browse.post(f"{address}close")
    close_round(key=round_at(address).key)
    assert ReceivedOpinion.objects.count() == 5
    assert "另有 1 份" in browse.get(address).content.decode()


def test_dropped_round_leaves_neither_codes_nor_key(browse: Client, address: str) -> None:
    key = round_at(address).key
    (code, _) = print_slips(browse, address, [2])
    send(code, **{TEAM: "会议偏多"})
    assert browse.post(f"{address}drop").status_code == 302
    assert not OpinionCode.objects.exists()
    assert not ReceivedOpinion.objects.exists()
    assert f"round-{key}" not in keys_of_rounds()


def test_void_codes_do_not_say_how_many_were_used(browse: Client, address: str) -> None:
    codes = print_slips(browse, address, [3])
    send(codes[0], **{TEAM: "会议偏多"})
    browse.post(f"{address}void")
    assert Client().post("/o/write", {"code": codes[1]}).status_code == 422
    assert round_at(address).scopes[0]["codes"] == 3


@pytest.mark.parametrize(
    ("answers", "groups"),
    [
        ([5, 6, 7], [(0,), (1,), (2,)]),
        ([5, 1, 7], [(0, 1), (2,)]),
        ([9, 4, 0, 1, 8], [(0,), (1, 3), (4,)]),
        ([1, 1, 1], [(0, 1, 2)]),
        ([0, 0], []),
        ([2, 20], [(0, 1)]),
    ],
)
def test_scopes_with_few_answers_join_their_neighbours(
    answers: list[int], groups: list[tuple[int, ...]]
) -> None:
    assert joined_scopes(answers) == groups


def test_sealed_opinions_have_one_length_and_open_with_their_key_alone() -> None:
    key = new_round_key()
    short, long = (seal(key, "a" * 16, ["长" * count]) for count in (1, 2000))
    assert len(short) == len(long) == PADDED_BYTES + 28
    assert unseal(key, "a" * 16, long) == ["长" * 2000]
    for wrong in ((new_round_key(), "a" * 16, short), (key, "b" * 16, short), (key, "a" * 16, b"")):
        with pytest.raises(SealBroken):
            unseal(*wrong)


# Reading


def test_opinion_on_a_person_reaches_that_person_alone(people: People, dossier: Dossier) -> None:
    li = attends(dossier, people.li)
    Grant.objects.create(person=people.li, role=PersonRole.MEMBER, unit=people.li.unit)
    people.li.grants.filter(role=PersonRole.CLERK).delete()
    said = typed(dossier, "批评人太急", li)
    zhang, own = logged_in(people.zhang), logged_in(people.li)
    assert own.get(f"/opinions/about/{li.key}/").status_code == 200
    assert "批评人太急" in own.get(f"/opinions/{said.key}/").content.decode()
    for address in (f"/opinions/about/{li.key}/", f"/opinions/{said.key}/"):
        assert zhang.get(address).status_code == 404
    for address in ("", "out"):
        answer = zhang.get(f"/meetings/{dossier.key}/opinions/{address}")
        assert "批评人太急" not in readable(answer.content)
    assert "批评人太急" in readable(own.get(f"/meetings/{dossier.key}/opinions/out").content)


def readable(content: bytes) -> str:
    """The words of a page or of a workbook."""
    if not content.startswith(b"PK"):
        return content.decode()
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    return "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)


def test_clerk_hands_over_what_is_said_of_somebody_without_an_account(
    browse: Client, dossier: Dossier
) -> None:
    person = dossier.attendees.create(name="周明", standing="member")
    typed(dossier, "批评人太急", person)
    entries = AuditEntry.objects.count()
    assert "批评人太急" in browse.get(f"/opinions/about/{person.key}/").content.decode()
    assert AuditEntry.objects.count() == entries + 1
    assert AuditEntry.objects.order_by("-number")[0].act == "opinions.see_about"


def test_member_sees_the_team_s_opinions_and_no_count_of_others(
    people: People, dossier: Dossier
) -> None:
    attends(dossier, people.li)
    people.li.grants.update(role=PersonRole.MEMBER)
    typed(dossier, "会议偏多")
    typed(dossier, "批评人太急", dossier.attendees.create(name="周明", standing="member"))
    shown = page(logged_in(people.li), dossier)
    assert "会议偏多" in shown
    assert "周明" not in shown
    assert "凭码征求" not in shown


def test_list_is_small_and_asks_little_with_forty_people(
    browse: Client, dossier: Dossier, django_assert_max_num_queries
) -> None:
    for at in range(40):
        person = dossier.attendees.create(name=f"成员{at}", standing="member")
        typed(dossier, f"对班子的第{at}条意见，文件偏多，会议偏长")
        typed(dossier, f"对成员的第{at}条", person)
    with django_assert_max_num_queries(30):
        answer = browse.get(f"/meetings/{dossier.key}/opinions/")
    assert len(answer.content) < 150_000


def test_slips_for_forty_are_small(browse: Client, address: str) -> None:
    answer = browse.post(f"{address}codes", {"count0": 40, "address": "https://dz.example.gov.cn"})
    assert len(answer.content) < 150_000


# Answering

STATEMENT = """\
领导班子对照检查材料

一、存在的问题

（一）联系群众方面

1.走访群众不够。班子成员到村里走访少，去年只走访过三次，群众反映的吃水问题拖了半年。

2.会风文风不实。会议开得多，文件发得长，基层干部忙于陪会。

二、整改措施

1.每月走访两个村。
"""


@pytest.fixture
def stated(people: People, dossier: Dossier) -> Dossier:
    file = put_in(batch=dossier.batch, name="领导班子.txt", data=STATEMENT.encode())
    read_version(file, file.versions.last())
    return dossier


def test_opinion_is_linked_to_a_problem_that_shares_its_words(
    browse: Client, stated: Dossier
) -> None:
    said = typed(stated, "群众吃水难，反映了半年没人管")
    shown = browse.get(f"/opinions/{said.key}/").context
    first = shown["suggested"][0]
    assert "走访群众不够" in first.claim
    assert "吃水" in first.words
    given = {"version": said.version, "choice": first.value}
    assert browse.post(f"/opinions/{said.key}/link", given).status_code == 302
    said.refresh_from_db()
    assert said.problem == first.claim
    assert "对应：" in page(browse, stated)
    again = browse.post(f"/opinions/{said.key}/link", given)
    assert again.status_code == 409


def test_opinion_has_a_small_page_with_forty_statements(
    browse: Client, dossier: Dossier, django_assert_max_num_queries
) -> None:
    for at in range(40):
        file = put_in(batch=dossier.batch, name=f"成员{at}.txt", data=STATEMENT.encode())
        read_version(file, file.versions.last())
    said = typed(dossier, "食堂排队太久")
    with django_assert_max_num_queries(30):
        answer = browse.get(f"/opinions/{said.key}/")
    assert len(answer.content) < 150_000
    assert answer.content.decode().count("<optgroup") == 40


def test_member_links_what_is_said_of_them_to_their_own_statement_alone(
    people: People, stated: Dossier
) -> None:
    li = attends(stated, people.li)
    people.li.grants.update(role=PersonRole.MEMBER)
    file = put_in(batch=stated.batch, name="李四.txt", data=STATEMENT.encode())
    read_version(file, file.versions.last())
    said = typed(stated, "到村里走访少", li)
    shown = logged_in(people.li).get(f"/opinions/{said.key}/")
    listed = {each.file.name for each in (*shown.context["suggested"], *shown.context["others"])}
    assert listed == {"李四.txt"}


def test_problem_that_is_not_there_is_refused(browse: Client, stated: Dossier) -> None:
    said = typed(stated, "群众吃水难")
    assert browse.post(f"/opinions/{said.key}/link", {"choice": "x:1"}).status_code == 422


def test_two_replies_to_one_opinion_stand_side_by_side(browse: Client, dossier: Dossier) -> None:
    said = typed(dossier, "会议偏多")
    browse.post(f"/opinions/{said.key}/reply", {"version": "1", "reply": "会议减三成"})
    answer = browse.post(f"/opinions/{said.key}/reply", {"version": "1", "reply": "合并开会"})
    assert answer.status_code == 409
    assert all(words in answer.content.decode() for words in ("会议减三成", "合并开会"))


def test_reply_is_read_with_the_receipt_and_opens_again_when_it_does_not_content(
    browse: Client, dossier: Dossier, address: str
) -> None:
    answers = [[{TEAM: f"甲{at}"} for at in range(5)], []]
    receipt = closed_with(browse, address, answers)[2]
    said = ReceivedOpinion.objects.get(words="甲2")
    browse.post(f"/opinions/{said.key}/reply", {"version": "1", "reply": "年底前办"})
    phone = Client()
    shown = phone.post("/o/replies", {"receipt": receipt}).content.decode()
    assert "甲2" in shown
    assert "年底前办" not in shown
    assert "甲3" not in shown
    assert (
        "已反馈 1 条" in browse.post(f"/meetings/{dossier.key}/opinions/publish").content.decode()
    )
    shown = phone.post("/o/replies", {"receipt": receipt}).content.decode()
    assert "年底前办" in shown
    given = {"receipt": receipt, "opinion": said.key, "said": "not"}
    assert phone.post("/o/content", given).status_code == 200
    assert "不满意，要再答复" in page(browse, dossier)
    stranger = {**given, "receipt": new_code(), "said": "content"}
    assert phone.post("/o/content", stranger).status_code == 422
    browse.post(f"/opinions/{said.key}/reply", {"version": "3", "reply": "月底前办"})
    browse.post(f"/meetings/{dossier.key}/opinions/publish")
    assert "月底前办" in phone.post("/o/replies", {"receipt": receipt}).content.decode()
    said.refresh_from_db()
    assert said.is_answered


def test_items_of_one_person_share_no_receipt(
    browse: Client, dossier: Dossier, address: str
) -> None:
    person = dossier.attendees.get()
    answers = [{TEAM: f"甲{at}", f"p-{person.key}": f"丙{at}"} for at in range(5)]
    receipt = closed_with(browse, address, [answers, []])[0]
    assert len({each.receipt for each in ReceivedOpinion.objects.all()}) == 10
    shown = Client().post("/o/replies", {"receipt": receipt}).content.decode()
    assert "甲0" in shown
    assert "丙0" in shown


def test_words_that_came_with_a_code_cannot_be_changed(browse: Client, address: str) -> None:
    closed_with(browse, address, [[{TEAM: f"甲{at}"} for at in range(5)], []])
    said = ReceivedOpinion.objects.first()
    assert browse.post(f"/opinions/{said.key}/mend", {"words": "改了"}).status_code == 409
    assert browse.post(f"/opinions/{said.key}/remove").status_code == 409
    mine = typed(said.dossier, "打错了")
    assert browse.post(f"/opinions/{mine.key}/mend", {"words": "改对了"}).status_code == 302
    assert browse.post(f"/opinions/{mine.key}/remove").status_code == 302


def test_closed_dossier_refuses_every_act(browse: Client, dossier: Dossier, address: str) -> None:
    said = typed(dossier, "会议偏多")
    (code,) = print_slips(browse, address, [1])
    Dossier.objects.update(closed_at=timezone.now())
    meeting = f"/meetings/{dossier.key}/opinions/"
    links = {"names": "周明", "scope": "0", "address": "https://dz.example.gov.cn"}
    asked = {"name": "又", "questions": "问", "scopes": "甲"}
    acts = [
        (f"{meeting}begin", asked),
        (f"{meeting}enter", {"origin": "box", "typed": "又一条"}),
        (f"{meeting}publish", {}),
        (f"{address}change", asked),
        (f"{address}codes", {"count0": 1}),
        (f"{address}links", links),
        (f"{address}void", {}),
        (f"{address}close", {}),
        (f"{address}drop", {}),
        (f"/opinions/{said.key}/link", {"version": 1}),
        (f"/opinions/{said.key}/reply", {"version": 1, "reply": "好"}),
        (f"/opinions/{said.key}/mend", {"words": "改"}),
        (f"/opinions/{said.key}/remove", {}),
    ]
    for path, given in acts:
        answer = browse.post(path, given)
        assert answer.status_code == 409, path
        assert "已经归档" in answer.content.decode(), path
    assert Client().post("/o/write", {"code": code}).status_code == 422


def test_what_lacks_is_said_with_its_basis_and_blocks_nothing(
    browse: Client, dossier: Dossier
) -> None:
    typed(dossier, "会议偏多")
    shown = page(browse, dossier)
    assert "现在用了 1 种形式" in shown
    assert "还有 1 条" in shown
    assert "依据：" in shown


def test_round_has_an_end_that_is_written_on_the_slips(browse: Client, dossier: Dossier) -> None:
    address = begin(browse, dossier.key, ends_on="2026-12-10")
    assert round_at(address).ends_on == date(2026, 12, 10)
    answer = browse.post(f"{address}codes", {"count0": 1})
    assert "12月10日截止" in answer.content.decode()


def test_phone_reaches_the_page_by_whatever_name_the_door_before_the_site_has(
    browse: Client, address: str
) -> None:
    """The site listens on 127.0.0.1 alone: what stands before it hands requests on with the name of its own."""
    (code,) = print_slips(browse, address, [1])
    phone = Client(
        headers={"host": "dz.example.gov.cn", "origin": "https://dz.example.gov.cn"},
        enforce_csrf_checks=True,
    )
    assert phone.get("/o/").status_code == 200
    assert send(code, phone, **{TEAM: "会议偏多"}).status == 200


def test_copy_before_an_update_has_no_key(browse: Client, address: str) -> None:
    folder = settings.DATA_FOLDER
    key = (folder.round_keys / f"round-{round_at(address).key}").read_text(encoding="ascii")
    copy = keep_copy(folder)
    try:
        kept = [path for path in copy.path.rglob("*") if path.is_file()]
        assert not [path for path in kept if "keys" in path.parts]
        assert not [path for path in kept if key.encode() in path.read_bytes()]
    finally:
        forget_copies(folder)


def test_key_is_readable_by_the_service_alone(browse: Client, address: str) -> None:
    place = settings.DATA_FOLDER.round_keys / f"round-{round_at(address).key}"
    assert place.stat().st_mode & 0o077 == 0
    assert place.parent.stat().st_mode & 0o077 == 0
