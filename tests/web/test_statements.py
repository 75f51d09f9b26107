"""The statements of a meeting: files matched to people by the clerk, handed over or written by authors."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from dossiers import attends, dossier_of
from people import People, logged_in
from submitted import TEXT, submission_of

from duizhao.web.accounts.models import Grant
from duizhao.web.audit.models import AuditEntry
from duizhao.web.desk import actions as desk_actions
from duizhao.web.desk import putting_in
from duizhao.web.desk.models import DeskFile, KeptScreening
from duizhao.web.meetings.models import Dossier
from duizhao.web.person_role import PersonRole
from duizhao.web.submissions.models import HandIn, Submission, SubmissionState


@pytest.fixture
def dossier(people: People) -> Dossier:
    found = dossier_of(people.zhang)
    attends(found, people.li)
    return found


@pytest.fixture
def author(people: People):
    """李四, who writes a statement and is nothing else."""
    people.li.grants.all().delete()
    Grant.objects.create(person=people.li, role=PersonRole.AUTHOR, unit=people.li.unit)
    return logged_in(people.li)


@pytest.fixture
def reviewer(people: People):
    """孙七, who reviews for the county."""
    people.above.grants.all().delete()
    Grant.objects.create(person=people.above, role=PersonRole.REVIEWER, unit=people.above.unit)
    return logged_in(people.above)


def drop(client, dossier: Dossier, name: str, text: str = TEXT):
    address = reverse("desk:put_in", kwargs={"batch": dossier.batch_id})
    return client.post(address, {"file": SimpleUploadedFile(name, text.encode()), "name": name})


def page(client, dossier: Dossier, **asked: str) -> str:
    return client.get(f"/meetings/{dossier.key}/statements/", asked).content.decode()


def match(client, dossier: Dossier, **owners: str):
    posted = {f"of-{key}": owner for key, owner in owners.items()}
    return client.post(f"/meetings/{dossier.key}/statements/match", {**posted, "hands_in": "on"})


def test_dropped_files_are_matched_to_people_by_name_and_confirmed(browse, dossier) -> None:
    drop(browse, dossier, "李四 对照检查.txt")
    drop(browse, dossier, "材料1.txt", f"{TEXT}张三\n")
    shown = page(browse, dossier)
    zhang, li = (dossier.attendees.get(name=name) for name in ("张三", "李四"))
    assert f'<option value="{li.key}" selected>' in shown
    assert f'<option value="{zhang.key}" selected>' in shown
    assert "文件名里有姓名" in shown
    files = {file.name: file.key for file in DeskFile.objects.all()}
    given = {files["李四 对照检查.txt"]: li.key, files["材料1.txt"]: zhang.key}
    assert match(browse, dossier, **given).status_code == 302
    assert {each.who for each in Submission.objects.all()} == {"张三", "李四"}
    assert {each.state for each in Submission.objects.all()} == {SubmissionState.HANDED_IN}
    assert "请核对" not in page(browse, dossier)


def test_statement_of_the_team_has_no_author(browse, dossier) -> None:
    drop(browse, dossier, "局领导班子对照检查材料.txt")
    key = DeskFile.objects.get().key
    assert '<option value="领导班子" selected>' in page(browse, dossier)
    match(browse, dossier, **{key: "领导班子"})
    assert Submission.objects.get().attendee is None
    assert "领导班子</a>" in page(browse, dossier)


def test_file_of_somebody_who_has_one_becomes_the_next_version(browse, people, dossier) -> None:
    submission = submission_of(people.li, dossier)
    drop(browse, dossier, "李四-改.txt", TEXT.replace("两次", "三次"))
    dropped = DeskFile.objects.get(name="李四-改.txt")
    match(browse, dossier, **{dropped.key: submission.attendee_id})
    submission.refresh_from_db()
    assert submission.handed_in == 2
    assert not DeskFile.objects.filter(key=dropped.key).exists()
    assert submission.file.versions.last().note == "李四-改.txt"


def test_author_hands_over_a_file_and_sends_it(author, people, dossier) -> None:
    own = dossier.attendees.get(name="李四")
    posted = {"attendee": own.key, "file": SimpleUploadedFile("我的.txt", TEXT.encode())}
    answer = author.post(f"/meetings/{dossier.key}/statements/begin", posted)
    submission = Submission.objects.get()
    assert answer["Location"] == f"/statements/{submission.key}/"
    assert submission.state == SubmissionState.DRAFT
    shown = author.get(answer["Location"]).content.decode()
    assert "走访两次" in shown
    assert "送审第 1 稿" in shown
    posted = {"number": 1, "version": submission.version}
    author.post(f"/statements/{submission.key}/hand-in", posted)
    submission.refresh_from_db()
    assert submission.state == SubmissionState.HANDED_IN
    assert HandIn.objects.get().facts["counts"]
    assert AuditEntry.objects.order_by("-number").first().act == "submissions.hand_in"


def test_author_begins_in_the_page_with_a_title_and_no_content(author, dossier) -> None:
    own = dossier.attendees.get(name="李四")
    answer = author.post(f"/meetings/{dossier.key}/statements/begin", {"attendee": own.key})
    file = DeskFile.objects.get()
    assert answer["Location"] == reverse("desk:edit", kwargs={"file": file.key})
    shown = author.get(answer["Location"]).content.decode()
    assert "个人对照检查材料" in shown
    saved = {"version": 1, "text": TEXT}
    author.post(reverse("desk:save", kwargs={"file": file.key}), saved)
    assert file.versions.count() == 2
    assert author.get(reverse("desk:file", kwargs={"file": file.key})).status_code == 200


def test_author_sees_himself_alone(author, people, dossier) -> None:
    other = submission_of(people.zhang, dossier)
    submission_of(people.li, dossier)
    shown = page(author, dossier)
    assert "李四" in shown
    assert "张三" not in shown
    assert author.get(f"/statements/{other.key}/").status_code == 404
    assert author.get(reverse("desk:file", kwargs={"file": other.file_id})).status_code == 404
    assert author.get(reverse("desk:batch", kwargs={"batch": dossier.batch_id})).status_code == 404


def test_author_begins_for_nobody_else(author, dossier) -> None:
    other = dossier.attendees.get(name="张三")
    answer = author.post(f"/meetings/{dossier.key}/statements/begin", {"attendee": other.key})
    assert answer.status_code == 422
    assert not Submission.objects.exists()


def test_reviewer_sees_what_was_handed_in_and_no_draft(reviewer, people, dossier) -> None:
    draft = submission_of(people.li, dossier, hands_in=False)
    handed = submission_of(people.zhang, dossier)
    putting_in.take_version(
        file=handed.file, after=1, name="二稿.txt", data=TEXT.replace("两次", "九次").encode()
    )
    assert reviewer.get(f"/statements/{draft.key}/").status_code == 404
    shown = reviewer.get(f"/statements/{handed.key}/").content.decode()
    assert "走访两次" in shown
    assert "九次" not in shown
    assert reviewer.get(reverse("desk:file", kwargs={"file": handed.file_id})).status_code == 404
    given = reviewer.get(f"/statements/{handed.key}/file")
    assert "两次" in b"".join(given.streaming_content).decode()
    assert reviewer.get(f"/statements/{handed.key}/file?version=2").status_code == 404


def test_private_batch_stays_private_and_that_of_a_dossier_is_the_unit_s(
    browse, people, dossier
) -> None:
    private = desk_actions.begin_batch(owner=people.li, name="自己的")
    address = reverse("desk:batch", kwargs={"batch": private.key})
    assert browse.get(address).status_code == 404
    colleague = logged_in(people.li)
    assert colleague.get(address).status_code == 200
    shared = reverse("desk:batch", kwargs={"batch": dossier.batch_id})
    assert colleague.get(shared).status_code == 200
    assert logged_in(people.wang).get(shared).status_code == 404
    # It is reached from the meeting, and stands not among what one has put in oneself.
    assert dossier.batch_id not in browse.get("/").content.decode()


def test_batch_of_a_dossier_is_not_cleared_and_keeps_the_statements(
    browse, people, dossier
) -> None:
    submission = submission_of(people.li, dossier)
    answer = browse.post(reverse("desk:clear", kwargs={"batch": dossier.batch_id}))
    assert answer.status_code == 409
    assert "不能整批清空" in answer.content.decode()
    chosen = {"chosen": [submission.file_id]}
    browse.post(reverse("desk:remove_chosen", kwargs={"batch": dossier.batch_id}), chosen)
    assert DeskFile.objects.filter(key=submission.file_id).exists()


def test_statement_is_taken_from_somebody_until_a_reviewer_has_spoken(
    browse, people, dossier
) -> None:
    submission = submission_of(people.li, dossier)
    assert browse.post(f"/statements/{submission.key}/take-from").status_code == 302
    assert not Submission.objects.exists()
    assert "请核对" in page(browse, dossier)


def test_closed_dossier_refuses_every_act_on_statements(browse, people, dossier) -> None:
    submission = submission_of(people.li, dossier)
    dossier.closed_at = timezone.now()
    dossier.save()
    own, file = dossier.attendees.get(name="张三"), submission.file_id
    dropped = drop(browse, dossier, "新.txt")
    assert dropped.status_code == 409
    assert "已经归档" in dropped.content.decode()
    for address, posted in {
        f"/meetings/{dossier.key}/statements/begin": {"attendee": own.key},
        f"/meetings/{dossier.key}/statements/match": {f"of-{file}": own.key},
        f"/statements/{submission.key}/hand-in": {"number": 1, "version": 2},
        f"/statements/{submission.key}/take-from": {},
        reverse("desk:save", kwargs={"file": file}): {"version": 1, "text": "新的文字"},
        reverse("desk:keep_draft", kwargs={"file": file}): {"version": 1, "text": "新的文字"},
        reverse("desk:mark", kwargs={"file": file}): {"state": "seen"},
    }.items():
        answer = browse.post(address, posted)
        assert answer.status_code == 409, address
        assert "已经归档" in answer.content.decode(), address
    assert browse.get(f"/statements/{submission.key}/").status_code == 200
    assert "核对好了" not in page(browse, dossier)


def test_what_was_handed_in_is_compared_with_last_year(browse, people, dossier) -> None:
    before = dossier_of(people.zhang)
    putting_in.take(batch=before.batch, name="去年李四.txt", data=TEXT.encode())
    dossier.previous = before
    dossier.save()
    submission = submission_of(people.li, dossier)
    answer = browse.post(f"/meetings/{dossier.key}/statements/screen")
    screening = KeptScreening.objects.get()
    assert answer["Location"] == reverse("desk:screening", kwargs={"screening": screening.pk})
    assert screening.is_submitted
    assert screening.sameness[submission.file_id][0] == 1
    shown = page(browse, dossier)
    assert "与 1 份，最多占" in shown
    assert "上次查重：1 对" in shown


def test_reviewer_sees_a_screening_of_what_was_handed_in_and_no_other(
    browse, reviewer, people, dossier
) -> None:
    submission_of(people.li, dossier)
    submission_of(people.zhang, dossier)
    browse.post(f"/meetings/{dossier.key}/statements/screen")
    handed = KeptScreening.objects.get()
    assert reviewer.get(f"/screenings/{handed.pk}/").status_code == 200
    batch = reverse("desk:screen", kwargs={"batch": dossier.batch_id})
    browse.post(batch, {"begin": "1"})
    drafts = KeptScreening.objects.exclude(pk=handed.pk).get()
    assert reviewer.get(f"/screenings/{drafts.pk}/").status_code == 404


def test_list_goes_to_excel(browse, people, dossier) -> None:
    submission_of(people.li, dossier)
    answer = browse.get(f"/meetings/{dossier.key}/statements/out")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert any("李四" in row and "等待审核" in row for row in rows)


def test_page_of_forty_people_asks_little(
    browse, people, dossier, django_assert_max_num_queries
) -> None:
    for number in range(40):
        attendee = dossier.attendees.create(name=f"第{number}人", standing="member")
        file = desk_actions.put_in(batch=dossier.batch, name=f"{number}.txt", data=b"x")
        Submission.objects.create(dossier=dossier, attendee=attendee, file=file, handed_in=1)
        desk_actions.put_in(batch=dossier.batch, name=f"新{number}.txt", data=b"x")
    with django_assert_max_num_queries(30):
        shown = page(browse, dossier)
    assert len(shown.encode()) < 150_000


def test_what_is_done_to_a_statement_of_a_meeting_is_noted_and_to_a_private_file_is_not(
    browse, people, dossier
) -> None:
    file = submission_of(people.li, dossier).file
    before = AuditEntry.objects.count()
    drop(browse, dossier, "新.txt")
    for act, posted in {
        "save": {"version": 1, "text": TEXT.replace("两次", "三次")},
        "restore": {"version": 2, "to": 1},
        "mark": {"state": "seen"},
    }.items():
        browse.post(reverse(f"desk:{act}", kwargs={"file": file.key}), posted)
    added = AuditEntry.objects.order_by("number")[before:]
    acts = ["desk.put_in", "desk.add_version", "desk.add_version", "desk.mark"]
    assert [each.act for each in added] == acts
    private = desk_actions.begin_batch(owner=people.zhang, name="自己的")
    own = desk_actions.put_in(batch=private, name="甲.txt", data=TEXT.encode())
    browse.post(reverse("desk:mark", kwargs={"file": own.key}), {"state": "seen"})
    assert AuditEntry.objects.count() == before + len(acts)
