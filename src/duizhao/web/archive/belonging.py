"""What belongs to a dossier: for every model of the site whether its rows enter an archive, and if not, why.

A model that stands in no table here enters no archive, and a test fails until it does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from duizhao.web.opinions import queries as opinion_queries
from duizhao.web.talks import queries as talk_queries

RECORDS = "talks.TalkRecord"

EXPORTED = (
    "announcements.Announcement",
    "desk.Batch",
    "desk.BatchLedger",
    "desk.DeskFile",
    "desk.EarlierRow",
    "desk.FileText",
    "desk.LedgerChange",
    "desk.LedgerCopy",
    "desk.LedgerIntake",
    "desk.LedgerReturn",
    "desk.LedgerRow",
    "desk.SetAside",
    "desk.Version",
    "meetings.AppraisalResult",
    "meetings.Attendee",
    "meetings.Dossier",
    "meetings.DossierFile",
    "meetings.StudySession",
    "minutes.EntryWords",
    "minutes.Minutes",
    "minutes.MinutesEntry",
    "opinions.OpinionRound",
    "opinions.ReceivedOpinion",
    "rectification.AskedPostponement",
    "rectification.ProgressEntry",
    "rectification.Rectification",
    "rectification.RowFile",
    "rectification.RowMove",
    "rectification.RowPerson",
    "rectification.RowSource",
    "submissions.AnsweredPoint",
    "submissions.CommentAnswer",
    "submissions.HandIn",
    "submissions.ReturnReason",
    "submissions.ReviewDecision",
    "submissions.Submission",
    "submissions.TextComment",
    "talks.Talk",
    "talks.TalkAgreement",
    "talks.TalkRecord",
)
"""The models whose rows enter an archive, if there is a way from them to the dossier."""

REFERRED = ("roster.Department", "roster.StaffMember")
"""The models of which an archive has those rows that the others refer to; an import finds or makes them."""

LEFT_APPS: Mapping[str, str] = {
    "accounts": "账号只带账号名和姓名，用来对上是谁办的，单位只带名称；密码、权限、验证码都不带",
    "audit": "操作记录是全站的一条链，不能拆开；清单里带最后一条的校验码",
}
"""The apps of which no model enters an archive, each with the reason."""

LEFT_OUT: Mapping[str, str] = {
    "archive.ArchiveIntake": "等着放入的档案包，不属于哪次会议",
    "archive.DossierArchive": "档案包自己",
    "archive.ProposedRemoval": "到期销毁的手续，属于做档案的这一处",
    "archive.RetentionPeriod": "保管期限由各处自己定",
    "desk.BatchOutput": "由材料做成的，可以再做",
    "desk.Draft": "还没有存的稿",
    "desk.KeptScreening": "查重结果里有别的会议的文字，可以再查",
    "desk.LedgerHeads": "单位台账的表头怎么认，各次会议共用",
    "desk.SettingsState": "全站的设置",
    "meetings.FolderIntake": "还没有建成会议的文件夹",
    "meetings.IntakeFile": "还没有建成会议的文件夹",
    "opinions.OpinionCode": "征求意见的码，不离开本站",
    "opinions.SealedOpinion": "密封的意见，汇总以前谁也不能看",
    "overview.SeenActs": "各人看到哪里",
    "supervision.ReceivedSummary": "别的单位报来的汇总",
    "rectification.KeptRecurrence": "往年的那一行不在这个包里；放入以后可以再比",
    "rectification.MailAddress": "邮箱属于名册，各次会议共用",
    "rectification.RecurrenceSearch": "和往年比到哪里；放入以后可以再比",
    "rectification.ReminderChoice": "单位要不要发提醒，各次会议共用",
    "rectification.SentReminder": "发过的提醒只在本站有用",
    "papers.PaperTemplate": "文书格式是单位的，各次会议共用",
}
"""The models of which nothing enters an archive, each with the reason."""

LEFT_FIELDS: Mapping[str, str] = {
    "announcements.Announcement.token": "通报的链接只在发布它的网站上有用",
    "opinions.ReceivedOpinion.receipt": "回执只在收意见的网站上有用，离开本站就可能被试出来",
    "roster.StaffMember.account": "账号属于各处自己",
}
"""The fields that are left empty in an archive, each with the reason."""


def _records(person: Any) -> Q:
    return Q(talk__in=talk_queries.talks(person, "record").values("pk"))


def _opinions(person: Any) -> Q:
    own = opinion_queries.opinions(person, "opinion").order_by().values("pk")
    return Q(about_name="") | Q(pk__in=own)


@dataclass(frozen=True, slots=True)
class ReadLimit:
    """What of a model somebody may read, and the remark on the rest."""

    limit: Callable[[Any], Q]
    words: str


READ_LIMITS: Mapping[str, ReadLimit] = {
    "opinions.ReceivedOpinion": ReadLimit(
        _opinions, "对个人的意见 {} 条：本人能登录看，做档案包的人看不到"
    ),
    RECORDS: ReadLimit(_records, "谈话记录 {} 份：只有谈话的两个人能看，做档案包的人看不到"),
}
"""Models of which an archive has only what whoever makes it may read."""
