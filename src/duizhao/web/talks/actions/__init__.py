"""What changes in talks. Each action is one transaction."""

from duizhao.web.talks.actions.agreements import agree, withdraw_agreement
from duizhao.web.talks.actions.records import RecordOvertaken, note_look, write_record
from duizhao.web.talks.actions.talks import TalkOvertaken, add_talk, change_talk, mark_held

__all__ = [
    "RecordOvertaken",
    "TalkOvertaken",
    "add_talk",
    "agree",
    "change_talk",
    "mark_held",
    "note_look",
    "withdraw_agreement",
    "write_record",
]
