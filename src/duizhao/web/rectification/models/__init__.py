"""The life of a row of a ledger, beyond its cells: people, moves, entries with files, sources."""

from duizhao.web.rectification.models.progress_entry import (
    CONTENT_CHARACTERS,
    ENTRY_CHARACTERS,
    FILENAME_CHARACTERS,
    EntryKind,
    ProgressEntry,
    RowFile,
)
from duizhao.web.rectification.models.rectification import Rectification, RowPart, RowPerson
from duizhao.web.rectification.models.recurrence import (
    KeptRecurrence,
    RecurrenceSearch,
    RecurrenceVerdict,
)
from duizhao.web.rectification.models.reminder import (
    MailAddress,
    MailState,
    ReminderChoice,
    SentReminder,
)
from duizhao.web.rectification.models.row_move import (
    REASON_CHARACTERS,
    AskedPostponement,
    PostponementAnswer,
    RowMove,
)
from duizhao.web.rectification.models.row_source import (
    PLACE_CHARACTERS,
    SENTENCE_CHARACTERS,
    RowSource,
)

__all__ = [
    "CONTENT_CHARACTERS",
    "ENTRY_CHARACTERS",
    "FILENAME_CHARACTERS",
    "PLACE_CHARACTERS",
    "REASON_CHARACTERS",
    "SENTENCE_CHARACTERS",
    "AskedPostponement",
    "EntryKind",
    "KeptRecurrence",
    "MailAddress",
    "MailState",
    "PostponementAnswer",
    "ProgressEntry",
    "Rectification",
    "RecurrenceSearch",
    "RecurrenceVerdict",
    "ReminderChoice",
    "RowFile",
    "RowMove",
    "RowPart",
    "RowPerson",
    "RowSource",
    "SentReminder",
]
