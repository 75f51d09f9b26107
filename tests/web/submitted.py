"""A statement at a meeting to try pages with: of somebody who attends it, handed in, returned, commented."""

from __future__ import annotations

from dossiers import attends, dossier_of

from duizhao.web.accounts.models import Person
from duizhao.web.desk import actions as desk_actions
from duizhao.web.desk import putting_in
from duizhao.web.meetings.models import Dossier
from duizhao.web.submissions import actions
from duizhao.web.submissions.models import ReturnReason, Submission, TextComment

TEXT = """\
县水务局局长2026年度民主生活会个人对照检查材料
根据会议安排，本人对照检查如下。
一、存在的问题
（一）联系群众不够。去年全年只到河道走访两次，护堤员反映的住房漏雨三个月没有答复。
（二）文山会海没有压下来。上半年局机关开会四十七次，有时不够精简。
二、原因剖析
（一）联系群众不够，是把主要精力放在迎检上，宗旨意识淡了。
（二）文山会海没有压下来，是自己带头图省事，习惯以会议落实会议。
三、整改措施
（一）针对联系群众不够，每季度到河道住一晚，由办公室负责，2027年6月底前完成。
（二）针对文山会海没有压下来，全年会议压到三十次以内，由李建国负责，2027年12月底前完成。
"""


def submission_of(
    owner: Person,
    dossier: Dossier | None = None,
    text: str = TEXT,
    *,
    hands_in: bool = True,
    is_read: bool = True,
) -> Submission:
    """The statement of a person at a meeting of the unit."""
    dossier = dossier or dossier_of(owner)
    put_in = putting_in.take if is_read else desk_actions.put_in
    file = put_in(batch=dossier.batch, name=f"{owner.name}.txt", data=text.encode())
    made = actions.bind(dossier=dossier, file=file, attendee=attends(dossier, owner), by=owner)
    if hands_in:
        actions.hand_in(submission=made, number=1, seen=made.version, by=owner)
    return made


def commented(submission: Submission, by: Person, words: str = "走访两次") -> TextComment:
    """A comment at words of the text."""
    at = TEXT.index(words)
    span = at, at + len(words)
    return actions.add_comment(
        submission=submission, number=1, span=span, quote=words, text="都去了哪里？", by=by
    )


def returned(submission: Submission, by: Person, text: str = "时间没有写清") -> ReturnReason:
    """A reason for which the statement was returned."""
    decision = actions.return_statement(
        submission=submission,
        number=1,
        seen=submission.version,
        by=by,
        outcome="revise",
        due_on=None,
        reasons=[("", text)],
    )
    return decision.reasons.get()
