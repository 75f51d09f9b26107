"""A statement beside its reviewer: comments at words, what it has to answer, accepted or returned with reasons."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from dossiers import attends, dossier_of
from people import People, logged_in
from submitted import TEXT, commented, returned, submission_of

from duizhao.web.accounts.models import Grant, Unit
from duizhao.web.audit.models import AuditEntry
from duizhao.web.desk import putting_in
from duizhao.web.desk.actions.ledger import add_by_hand
from duizhao.web.meetings.models import Dossier
from duizhao.web.opinions.actions import TypedOpinion, enter_opinions
from duizhao.web.person_role import PersonRole
from duizhao.web.submissions import actions
from duizhao.web.submissions.models import (
    AnsweredPoint,
    ReasonState,
    ReturnReason,
    ReviewDecision,
    Submission,
    SubmissionState,
    TextComment,
)
from duizhao.web.submissions.review_desk import SHOWN_ROWS

BETTER = TEXT.replace("有时不够精简", "其中十二次没有必要").replace("走访两次", "走访三次")


@pytest.fixture
def dossier(people: People) -> Dossier:
    return dossier_of(people.zhang)


@pytest.fixture
def submission(people: People, dossier: Dossier) -> Submission:
    """That of 李四, who writes a statement and is nothing else."""
    people.li.grants.all().delete()
    Grant.objects.create(person=people.li, role=PersonRole.AUTHOR, unit=people.li.unit)
    return submission_of(people.li, dossier)


@pytest.fixture
def author(people: People, submission: Submission) -> Client:
    return logged_in(people.li)


@pytest.fixture
def reviewer(people: People) -> Client:
    """孙七, who reviews for the county."""
    people.above.grants.all().delete()
    Grant.objects.create(person=people.above, role=PersonRole.REVIEWER, unit=people.above.unit)
    return logged_in(people.above)


def page(client: Client, submission: Submission) -> str:
    return client.get(f"/statements/{submission.key}/").content.decode()


def next_version(submission: Submission, text: str = BETTER, *, hands_in: bool = True) -> None:
    last = submission.file.versions.last().number
    putting_in.take_version(file=submission.file, after=last, name="新稿.txt", data=text.encode())
    submission.refresh_from_db()
    if hands_in:
        actions.hand_in(
            submission=submission,
            number=last + 1,
            seen=submission.version,
            by=author_of(submission),
        )


def author_of(submission: Submission):
    return submission.attendee.member.account


def send_back(client: Client, submission: Submission, **posted):
    submission.refresh_from_db()
    seen = {"number": submission.handed_in, "version": submission.version}
    return client.post(f"/statements/{submission.key}/return", {**seen, **posted})


def test_reviewer_comments_at_selected_words(reviewer, submission) -> None:
    line = TEXT.split("\n")[3]
    at = line.index("走访两次")
    posted = {"start": f"4:{at}", "end": f"4:{at + 4}", "text": "都去了哪里？", "number": "1"}
    answer = reviewer.post(f"/statements/{submission.key}/comment", posted)
    assert answer["Location"] == f"/statements/{submission.key}/#comments"
    made = TextComment.objects.get()
    assert made.quote == "走访两次" == TEXT[made.start : made.end]
    shown = page(reviewer, submission)
    assert "都去了哪里？" in shown
    assert 'data-f="c-1"' in shown
    assert AuditEntry.objects.filter(act="submissions.add_comment").exists()


def test_words_can_be_typed_instead_of_selected(reviewer, submission) -> None:
    posted = {"quote": "护堤员反映", "text": "几个人反映的？"}
    reviewer.post(f"/statements/{submission.key}/comment", posted)
    assert TextComment.objects.get().quote == "护堤员反映"


def test_comment_without_a_place_keeps_what_was_typed(reviewer, submission) -> None:
    posted = {"quote": "正文里没有的话", "text": "这句话要改"}
    answer = reviewer.post(f"/statements/{submission.key}/comment", posted)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "这句话要改" in shown
    assert "正文里没有的话" in shown
    assert not TextComment.objects.exists()


def test_comment_is_answered_by_the_author_and_resolved_by_the_reviewer(
    author, reviewer, people, submission
) -> None:
    comment = commented(submission, people.above)
    author.post(f"/comments/{comment.key}/answer", {"text": "去了上游和下游"})
    assert "去了上游和下游" in page(reviewer, submission)
    assert author.post(f"/comments/{comment.key}/resolve").status_code == 404
    reviewer.post(f"/comments/{comment.key}/resolve")
    comment.refresh_from_db()
    assert comment.resolved_by == people.above
    assert 'data-f="c-1"' not in page(reviewer, submission)
    reviewer.post(f"/comments/{comment.key}/resolve", {"again": "1"})
    comment.refresh_from_db()
    assert comment.resolved_at is None


def test_comment_stays_at_its_words_in_the_next_version(author, people, submission) -> None:
    stays = commented(submission, people.above, "住房漏雨")
    commented(submission, people.above, "有时不够精简")
    next_version(submission, f"前面加一行。\n{BETTER}")
    shown = page(author, submission)
    assert "批注的原话已经不在" in shown
    assert shown.count('data-f="c-') == 2
    assert stays.number == 1


def test_last_year_s_row_stands_beside_until_it_is_answered(
    author, people, dossier, submission
) -> None:
    before = dossier_of(people.zhang)
    last_year = submission_of(people.li, before)
    cells = {"problem": "护堤员的住房漏雨没有修", "measures": "汛前修好"}
    row_key = add_by_hand(batch=before.batch, by=people.zhang, cells=cells).rows[0][0]
    row = before.batch.ledger_rows.get(key=row_key)
    row.file = last_year.file
    row.save()
    dossier.previous = before
    dossier.save()
    shown = page(author, submission)
    assert "护堤员的住房漏雨没有修" in shown
    assert "第 4 段回应了" in shown
    posted = {"source": "row", "point": row_key, "line": "4"}
    answer = author.post(f"/statements/{submission.key}/answer", posted)
    assert answer["Location"] == f"/statements/{submission.key}/#points"
    assert AnsweredPoint.objects.get().quote.startswith("（一）联系群众不够")
    assert "已回应" in page(author, submission)
    next_version(submission, "\n".join(TEXT.split("\n")[:3] + TEXT.split("\n")[5:]))
    assert "原来回应的那一段已经删去" in page(author, submission)
    author.post(f"/statements/{submission.key}/open", {"source": "row", "point": row_key})
    assert not AnsweredPoint.objects.exists()


def test_point_may_be_left_out_of_the_text_with_a_reason(
    author, people, dossier, submission
) -> None:
    before = dossier_of(people.zhang)
    cells = {"problem": "会议偏多", "owner": "李四"}
    row_key = add_by_hand(batch=before.batch, by=people.zhang, cells=cells).rows[0][0]
    row = before.batch.ledger_rows.get(key=row_key)
    row.owners = "李四"
    row.save()
    dossier.previous = before
    dossier.save()
    address = f"/statements/{submission.key}/answer"
    assert author.post(address, {"source": "row", "point": row_key}).status_code == 422
    posted = {"source": "row", "point": row_key, "note": "已移交办公室"}
    author.post(address, posted)
    assert "正文里不写：已移交办公室" in page(author, submission)


def test_opinion_on_the_author_stands_beside_and_only_he_sees_it(
    author, reviewer, browse, people, dossier, submission
) -> None:
    typed = [TypedOpinion("基层跑得少", submission.attendee)]
    enter_opinions(dossier=dossier, by=people.zhang, origin="form", scope="", typed=typed)
    assert "基层跑得少" in page(author, submission)
    assert AuditEntry.objects.filter(act="submissions.see_opinions").count() == 1
    assert "基层跑得少" not in page(reviewer, submission)
    # The author can log in: the clerk is not told either.
    assert "基层跑得少" not in page(browse, submission)
    beside = author.get(f"/statements/{submission.key}/points").content.decode()
    assert "基层跑得少" in beside


def test_statement_is_returned_with_questions_and_a_day(reviewer, author, submission) -> None:
    posted = {
        "criterion": ["B3"],
        "words-B3": "“有时不够精简”说不清",
        "own": ["第 4 段没有写处理结果", ""],
        "outcome": "revise",
        "due_on": "2026-12-10",
    }
    answer = send_back(reviewer, submission, **posted)
    assert answer.status_code == 302
    submission.refresh_from_db()
    assert submission.state == SubmissionState.RETURNED
    assert [each.criterion for each in ReturnReason.objects.all()] == ["B3", ""]
    shown = page(author, submission)
    assert "能不能写出数来？" in shown
    assert "2026年12月10日前交回" in shown
    assert AuditEntry.objects.order_by("-number").first().act == "submissions.return_statement"


@pytest.mark.parametrize(
    "posted",
    [
        {"outcome": "revise"},
        {"outcome": "", "own": ["写得太短"]},
        {"outcome": "rewrite", "own": ["写得太短"], "due_on": "2026-13-40"},
        {"outcome": "accepted", "own": ["写得太短"]},
    ],
)
def test_return_that_lacks_something_keeps_what_was_typed(reviewer, submission, posted) -> None:
    answer = send_back(reviewer, submission, **posted)
    assert answer.status_code == 422
    if "own" in posted:
        assert "写得太短" in answer.content.decode()
    assert not ReviewDecision.objects.exists()


def test_next_version_shows_what_changed_of_each_reason_and_a_person_decides(
    reviewer, people, submission
) -> None:
    reason = returned(submission, people.above, "第 4 段“走访两次”没有写时间")
    assert "改到了" not in page(reviewer, submission)
    submission.refresh_from_db()
    next_version(submission)
    assert 'hx-trigger="load"' in page(reviewer, submission)
    seen = reviewer.get(f"/statements/{submission.key}/reasons").content.decode()
    assert "原意见所在的段落已改动，原话已不在" in seen
    assert "改到了" in seen
    reviewer.post(f"/reasons/{reason.key}/judge", {"state": "not-met"})
    reason.refresh_from_db()
    assert (reason.state, reason.judged) == (ReasonState.NOT_MET, 2)
    reviewer.post(f"/reasons/{reason.key}/judge", {"state": "met"})
    reason.refresh_from_db()
    assert reason.state == ReasonState.MET


def test_reason_of_a_rule_counts_what_is_left(reviewer, people, submission) -> None:
    actions.return_statement(
        submission=submission,
        number=1,
        seen=submission.version,
        by=people.above,
        outcome="revise",
        due_on=None,
        reasons=[("F5", "")],
    )
    submission.refresh_from_db()
    first = TEXT.replace("四十七", "××")
    next_version(submission, first, hands_in=True)
    submission.refresh_from_db()
    actions.return_statement(
        submission=submission,
        number=2,
        seen=submission.version,
        by=people.above,
        outcome="revise",
        due_on=None,
        reasons=[("F5", "")],
    )
    submission.refresh_from_db()
    next_version(submission, TEXT, hands_in=True)
    seen = reviewer.get(f"/statements/{submission.key}/reasons").content.decode()
    assert "退回那一稿查出的 1 处，这一稿都没有了" in seen


def test_accepted_version_is_the_one_that_was_seen(reviewer, people, submission) -> None:
    seen = {"number": 1, "version": submission.version}
    next_version(submission)
    answer = reviewer.post(f"/statements/{submission.key}/accept", seen)
    assert answer.status_code == 409
    assert "又送来了一稿" in answer.content.decode()
    submission.refresh_from_db()
    now = {"number": 2, "version": submission.version}
    assert reviewer.post(f"/statements/{submission.key}/accept", now).status_code == 302
    submission.refresh_from_db()
    assert submission.state == SubmissionState.ACCEPTED


def test_two_reviewers_decide_one_after_the_other(reviewer, people, submission) -> None:
    seen = {"number": 1, "version": submission.version}
    reviewer.post(f"/statements/{submission.key}/accept", seen)
    posted = {**seen, "outcome": "revise", "own": ["太笼统"]}
    answer = reviewer.post(f"/statements/{submission.key}/return", posted)
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "审核通过" in shown
    assert "太笼统" in shown
    submission.refresh_from_db()
    assert submission.state == SubmissionState.ACCEPTED


def test_same_version_is_not_sent_twice(author, submission) -> None:
    posted = {"number": 1, "version": submission.version}
    answer = author.post(f"/statements/{submission.key}/hand-in", posted)
    assert answer.status_code == 409
    assert "已经送审过了" in answer.content.decode()


def test_both_handed_in_versions_are_compared(reviewer, people, submission) -> None:
    assert "只送审过 1 稿" in reviewer.get(f"/statements/{submission.key}/changes").content.decode()
    next_version(submission)
    assert "新出现" in reviewer.get(f"/statements/{submission.key}/changes").content.decode()


def test_closed_dossier_refuses_every_act_of_review(
    browse, reviewer, people, dossier, submission
) -> None:
    comment = commented(submission, people.above)
    reason = returned(submission, people.above)
    submission.refresh_from_db()
    dossier.closed_at = timezone.now()
    dossier.save()
    seen = {"number": 1, "version": submission.version}
    for client, address, posted in (
        (reviewer, f"/statements/{submission.key}/accept", seen),
        (
            reviewer,
            f"/statements/{submission.key}/return",
            {**seen, "outcome": "revise", "own": ["短"]},
        ),
        (reviewer, f"/reasons/{reason.key}/judge", {"state": "met"}),
        (reviewer, f"/statements/{submission.key}/comment", {"line": "4", "text": "问"}),
        (reviewer, f"/comments/{comment.key}/answer", {"text": "答"}),
        (reviewer, f"/comments/{comment.key}/resolve", {}),
        (reviewer, f"/statements/{submission.key}/comments", {"file": sheet()}),
        (browse, f"/statements/{submission.key}/open", {"source": "row", "point": "x"}),
    ):
        answer = client.post(address, posted)
        assert answer.status_code == 409, address
        assert "已经归档" in answer.content.decode(), address


def test_desk_of_a_reviewer_has_the_people_of_all_units(reviewer, people, submission) -> None:
    other = submission_of(people.wang)
    draft = submission_of(people.below, hands_in=False)
    returned(other, people.above)
    shown = reviewer.get("/reviews/").content.decode()
    for words in ("县水务局", "县粮食局", "河道所", "李四", "王五", "等待审核", "已退回"):
        assert words in shown, words
    assert draft.key not in shown
    narrowed = reviewer.get("/reviews/", {"only": "returned"}).content.decode()
    assert "王五" in narrowed
    assert "李四" not in narrowed
    assert "李四" in reviewer.get("/reviews/", {"words": "李四"}).content.decode()
    answer = reviewer.get("/reviews/out", {"only": "returned"})
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert any("县粮食局" in row and "王五" in row for row in rows)
    assert not any("李四" in row for row in rows)


def test_meetings_of_many_units_are_paged(reviewer, people) -> None:
    for number in range(12):
        part = Unit.objects.create(name=f"第{number:02}所", parent=people.above.unit)
        meeting = Dossier.objects.create(unit=part, kind="democratic-life", name="会", year=2026)
        meeting.attendees.create(name=f"某{number:02}", standing="member")
    first = reviewer.get("/reviews/").content.decode()
    second = reviewer.get("/reviews/", {"page": "2"}).content.decode()
    assert "某09" in first
    assert "某10" not in first
    assert "第 2 页，共 2 页" in second
    assert "某11" in second
    found = reviewer.get("/reviews/", {"words": "某11"}).content.decode()
    assert "某11" in found
    assert "下一页" not in found
    workbook = reviewer.get("/reviews/out", {"only": "missing"})
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.content)).active
    assert sheet.max_row == 13


def test_reviewer_of_one_unit_sees_no_other(people, submission) -> None:
    other = submission_of(people.wang)
    people.wang.grants.all().delete()
    Grant.objects.create(person=people.wang, role=PersonRole.REVIEWER, unit=people.wang.unit)
    shown = logged_in(people.wang).get("/reviews/").content.decode()
    assert "王五" in shown
    assert "李四" not in shown
    assert submission.key not in shown
    assert other.key in shown


def test_pages_ask_little_of_the_database(
    reviewer, author, people, dossier, submission, django_assert_max_num_queries
) -> None:
    for number in range(40):
        attendee = dossier.attendees.create(name=f"第{number}人", standing="member")
        file = putting_in.take(batch=dossier.batch, name=f"{number}.txt", data=b"x")
        Submission.objects.create(dossier=dossier, attendee=attendee, file=file, handed_in=1)
        commented(submission, people.above)
    for number in range(25):
        dossier.attendees.create(name=f"未交{number}", standing="member")
    with django_assert_max_num_queries(30):
        shown = reviewer.get("/reviews/").content
    assert len(shown) < 150_000
    # 李四 and the 40 others have handed in; 张三, who attends as well, has not.
    assert f"另有 {41 - SHOWN_ROWS} 份" in shown.decode()
    assert "等 26 人" in shown.decode()
    with django_assert_max_num_queries(30):
        shown = reviewer.get(f"/statements/{submission.key}/").content
    assert len(shown) < 150_000
    with django_assert_max_num_queries(30):
        author.get(f"/statements/{submission.key}/")


def test_member_of_a_meeting_writes_his_own_too(people, dossier) -> None:
    people.li.grants.all().delete()
    Grant.objects.create(person=people.li, role=PersonRole.MEMBER, unit=people.li.unit)
    attends(dossier, people.li)
    submission = submission_of(people.li, dossier)
    assert logged_in(people.li).get(f"/statements/{submission.key}/").status_code == 200


def test_words_that_a_database_cannot_keep_are_left_out(reviewer, submission) -> None:
    posted = {"quote": "护堤员反映", "text": "几个\0人？<b>"}
    reviewer.post(f"/statements/{submission.key}/comment", posted)
    assert TextComment.objects.get().text == "几个人？<b>"
    assert "几个人？&lt;b&gt;" in page(reviewer, submission)


def test_statement_that_waits_to_be_read_says_so(author, submission) -> None:
    submission.file.status = "waiting"
    submission.file.save()
    assert "正在读取" in page(author, submission)


def sheet() -> SimpleUploadedFile:
    """Opinions as somebody writes them into a message."""
    words = "第 4 段“走访两次”去了哪里\n第 5 段“有时不够精简”说清楚\n整体再实一些\n"
    return SimpleUploadedFile("意见.txt", words.encode())


def test_opinions_that_came_back_as_a_file_become_comments_at_their_words(
    reviewer, submission
) -> None:
    answer = reviewer.post(f"/statements/{submission.key}/comments", {"file": sheet()})
    assert answer.status_code == 422
    assert "放进来 2 条批注，另有 1 条找不到说的是哪里：整体再实一些" in answer.content.decode()
    assert {each.quote for each in TextComment.objects.all()} == {"走访两次", "有时不够精简"}
    assert reviewer.post(f"/statements/{submission.key}/comments").status_code == 422
