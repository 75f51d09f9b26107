"""What changes in minutes, a module for each thing. Each action is one transaction."""

from duizhao.web.minutes.actions.attending import keep_text, note_attendance, note_passed_on
from duizhao.web.minutes.actions.entries import (
    EntryOvertaken,
    add_entry,
    change_entry,
    move_entry,
    rectify,
    remove_entry,
    restore_entry,
)
from duizhao.web.minutes.actions.minutes import (
    MinutesOvertaken,
    change_agenda,
    change_minutes,
    end_meeting,
    note_look,
    reopen_meeting,
)

__all__ = [
    "EntryOvertaken",
    "MinutesOvertaken",
    "add_entry",
    "change_agenda",
    "change_entry",
    "change_minutes",
    "end_meeting",
    "keep_text",
    "move_entry",
    "note_attendance",
    "note_look",
    "note_passed_on",
    "rectify",
    "remove_entry",
    "reopen_meeting",
    "restore_entry",
]
