"""The papers of a meeting: what is known stands in them with its source, what is not is left to be written."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from docx import Document
from dossiers import attends, dossier_of, on_roster
from people import People, logged_in

from duizhao import api
from duizhao.web.desk.actions.ledger import add_by_hand
from duizhao.web.desk.putting_in import take
from duizhao.web.meetings.models import Attendance, Dossier
from duizhao.web.opinions.actions import TypedOpinion, enter_opinions
from duizhao.web.opinions.models import OpinionOrigin
from duizhao.web.papers.facts import facts
from duizhao.web.papers.models import PaperTemplate
from duizhao.web.talks.actions import mark_held

STATEMENT = "个人对照检查材料\n一、存在的问题\n一是碰硬不够。去年本人拖了三周才上门。\n"
MAX_QUERIES = 30


@pytest.fixture
def dossier(people: People) -> Dossier:
    return dossier_of(people.zhang)


def text_of(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined]


def page(browse: Client, dossier: Dossier, paper: str) -> str:
    return text_of(browse.get(f"/meetings/{dossier.key}/papers/one?paper={paper}"))


def word_file(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def put(browse: Client, dossier: Dossier, paper: str, data: bytes, name: str = "方案.docx"):
    address = f"/meetings/{dossier.key}/papers/put-template?paper={paper}"
    return browse.post(address, {"file": SimpleUploadedFile(name, data)})


def test_every_paper_can_be_seen_and_taken_as_word_and_pdf(
    browse: Client, dossier: Dossier
) -> None:
    listed = text_of(browse.get(f"/meetings/{dossier.key}/papers/"))
    for paper in api.meeting_papers().values():
        assert paper.name in listed
        assert dossier.unit.name in page(browse, dossier, paper.id)
        for form in ("docx", "pdf"):
            address = f"/meetings/{dossier.key}/papers/download?paper={paper.id}&form={form}"
            answer = browse.get(address)
            assert answer.status_code == 200
            source = api.read_bytes(answer.content, f"甲.{form}", form)
            assert dossier.unit.name in source.text.replace("\n", "")


def test_numbers_are_counted_and_lead_to_their_rows(people: People, dossier: Dossier) -> None:
    assert dossier.batch is not None
    for name in ("甲.txt", "乙.txt"):
        take(batch=dossier.batch, name=name, data=STATEMENT.encode())
    cells = {"problem": "会议偏多", "measures": "1. 开会前先定议题；\n2. 每月通报开会次数"}
    add_by_hand(batch=dossier.batch, by=people.zhang, cells=cells)
    dossier.studies.create(held_on=date(2026, 12, 1), theme="学习党章")
    known = facts(dossier)
    assert known["材料份数"].lines == ("2",)
    assert known["学习次数"].lines == ("1",)
    assert known["查摆问题条数"].lines == ("1",)
    assert known["整改措施"].lines == ("1.开会前先定议题。", "2.每月通报开会次数。")
    assert known["整改措施"].address == f"/batches/{dossier.batch.key}/ledger/"
    shown = page(logged_in(people.zhang), dossier, "report")
    assert f'href="{known["整改措施"].address}"' in shown


def test_attendance_is_told_once_it_is_known(dossier: Dossier) -> None:
    assert "到会人数" not in facts(dossier)
    dossier.attendees.update(attendance=Attendance.ABSENT, reason="出差")
    known = facts(dossier)
    assert known["到会人数"].lines == ("0",)
    assert known["缺席人员"].lines == ("张三（出差）",)


def test_last_year_is_read_from_the_meeting_before(people: People, dossier: Dossier) -> None:
    last = dossier_of(people.zhang)
    for problem, status in (("水闸失修", "已销号"), ("台账不清", "整改中")):
        cells = {"problem": problem, "status": status}
        add_by_hand(batch=last.batch, by=people.zhang, cells=cells)
    dossier.previous = last
    dossier.save()
    known = facts(dossier)
    assert (known["上年整改条数"].lines, known["上年已销号条数"].lines) == (("2",), ("1",))
    assert known["上年未完成"].lines == ("1.台账不清（整改中）。",)


def test_units_own_form_stands_in_for_ours(browse: Client, dossier: Dossier) -> None:
    assert (
        put(browse, dossier, "plan", word_file("{{单位}}的方案", "主题：{{会议主题}}")).status_code
        == 302
    )
    assert "现在用的是" in page(browse, dossier, "plan")
    answer = browse.get(f"/meetings/{dossier.key}/papers/download?paper=plan")
    lines = [each.text for each in Document(io.BytesIO(answer.content)).paragraphs]
    assert lines == [f"{dossier.unit.name}的方案", "主题：____（会议主题）"]
    template = PaperTemplate.objects.get()
    assert browse.get(f"/paper-templates/{template.key}/").status_code == 200
    browse.post(f"/paper-templates/{template.key}/remove", {"dossier": dossier.key})
    assert "现在用的是" not in page(browse, dossier, "plan")


@pytest.mark.parametrize(
    ("name", "lines", "says"),
    [
        ("方案.docx", ["{{会义名称}}"], "是不是{{会议名称}}？"),
        ("方案.docx", ["没有填写处"], "这样的填写处"),
        ("方案.doc", ["{{单位}}"], "另存为 .docx"),
    ],
)
def test_form_that_cannot_be_filled_is_refused_with_its_reason(
    browse: Client, dossier: Dossier, name: str, lines: list[str], says: str
) -> None:
    answer = put(browse, dossier, "plan", word_file(*lines), name)
    assert answer.status_code == 422
    assert says in text_of(answer)
    assert not PaperTemplate.objects.exists()


def test_closed_meeting_takes_no_form_and_still_gives_its_papers(
    browse: Client, dossier: Dossier
) -> None:
    dossier.closed_at = timezone.now()
    dossier.save()
    answer = put(browse, dossier, "plan", word_file("{{单位}}"))
    assert answer.status_code == 409
    assert "已经归档" in text_of(answer)
    assert "文书" in page(browse, dossier, "plan")


def test_unknown_paper_is_not_found(browse: Client, dossier: Dossier) -> None:
    assert browse.get(f"/meetings/{dossier.key}/papers/one?paper=none").status_code == 404


def test_page_asks_little_of_the_database(
    browse: Client, dossier: Dossier, django_assert_max_num_queries
) -> None:
    for number in range(40):
        dossier.attendees.create(name=f"人员{number}", standing="member", duty="科员")
    with django_assert_max_num_queries(MAX_QUERIES):
        shown = page(browse, dossier, "report")
    assert len(shown) < 150_000


def test_opinions_talks_and_minutes_are_counted_and_quoted(
    people: People, dossier: Dossier
) -> None:
    typed = [TypedOpinion("停水不提前说"), TypedOpinion("批评人太急", dossier.attendees.get())]
    enter_opinions(
        dossier=dossier, by=people.zhang, origin=OpinionOrigin.FORM, scope="", typed=typed
    )
    one, other = on_roster(people.zhang), on_roster(people.li)
    mark_held(dossier=dossier, by=people.zhang, one=one, other=other, is_held=True)
    known = facts(dossier)
    assert known["意见条数"].lines == ("2",)
    assert known["个人意见条数"].lines == ("1",)
    assert known["班子意见原话"].lines == ("1.停水不提前说。",)
    assert known["谈话次数"].lines == ("1",)
    attends(dossier, people.li)
    assert facts(dossier)["应谈次数"].lines == ("1",)
    shown = page(logged_in(people.zhang), dossier, "opinions")
    assert "停水不提前说" in shown
    assert "批评人太急" not in shown
