"""The course of a meeting and of a ledger row: what is required by when, who is missing, what may be done next."""

from duizhao.process.calendar import CalendarStep, StepState, chinese_day, meeting_calendar
from duizhao.process.holding import (
    count_objection,
    excellent_objection,
    quorum_objection,
    season_objection,
)
from duizhao.process.load import meeting_kinds
from duizhao.process.meeting_kind import MeetingKind
from duizhao.process.notice import Notice, Override, under_notice
from duizhao.process.reminder import Addressee, DueReminder, due_reminder
from duizhao.process.requirement import DateWindow, MeetingRequirement, Objection, Phase
from duizhao.process.row_moves import MOVES, MoveRule, make_move, offered_moves, refusals
from duizhao.process.row_state import ENDED_STATES, RowState
from duizhao.process.speeches import Speech, SpeechKind, missing_answers, missing_criticisms
from duizhao.process.talks import (
    Coverage,
    Participant,
    RequiredTalk,
    Standing,
    TalkRule,
    missing_talks,
    required_talks,
)
from duizhao.process.tracked_row import (
    Move,
    MoveRequest,
    Refusal,
    TrackedRow,
    names_in,
    without_numbers,
)
from duizhao.process.urgency import Colour, NearDays, Urgency, urgency_at

__all__ = [
    "ENDED_STATES",
    "MOVES",
    "Addressee",
    "CalendarStep",
    "Colour",
    "Coverage",
    "DateWindow",
    "DueReminder",
    "MeetingKind",
    "MeetingRequirement",
    "Move",
    "MoveRequest",
    "MoveRule",
    "NearDays",
    "Notice",
    "Objection",
    "Override",
    "Participant",
    "Phase",
    "Refusal",
    "RequiredTalk",
    "RowState",
    "Speech",
    "SpeechKind",
    "Standing",
    "StepState",
    "TalkRule",
    "TrackedRow",
    "Urgency",
    "chinese_day",
    "count_objection",
    "due_reminder",
    "excellent_objection",
    "make_move",
    "meeting_calendar",
    "meeting_kinds",
    "missing_answers",
    "missing_criticisms",
    "missing_talks",
    "names_in",
    "offered_moves",
    "quorum_objection",
    "refusals",
    "required_talks",
    "season_objection",
    "under_notice",
    "urgency_at",
    "without_numbers",
]
