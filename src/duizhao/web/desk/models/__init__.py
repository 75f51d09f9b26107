"""What the desk keeps, a module each."""

from duizhao.web.desk.models.batch import Batch
from duizhao.web.desk.models.batch_output import BatchOutput, OutputForm, OutputStatus
from duizhao.web.desk.models.desk_file import DeskFile, ReadStatus, ReviewState
from duizhao.web.desk.models.draft import Draft
from duizhao.web.desk.models.file_text import FileText
from duizhao.web.desk.models.kept_screening import KeptScreening, ScreeningStatus
from duizhao.web.desk.models.ledger_row import (
    BatchLedger,
    EarlierRow,
    LedgerChange,
    LedgerCopy,
    LedgerReturn,
    LedgerRow,
)
from duizhao.web.desk.models.own_ledger import LedgerHeads, LedgerIntake
from duizhao.web.desk.models.set_aside import NOT_A_STATEMENT, SetAside
from duizhao.web.desk.models.settings_state import SettingsState
from duizhao.web.desk.models.version import Version, VersionOrigin

__all__ = [
    "NOT_A_STATEMENT",
    "Batch",
    "BatchLedger",
    "BatchOutput",
    "DeskFile",
    "Draft",
    "EarlierRow",
    "FileText",
    "KeptScreening",
    "LedgerChange",
    "LedgerCopy",
    "LedgerHeads",
    "LedgerIntake",
    "LedgerReturn",
    "LedgerRow",
    "OutputForm",
    "OutputStatus",
    "ReadStatus",
    "ReviewState",
    "ScreeningStatus",
    "SetAside",
    "SettingsState",
    "Version",
    "VersionOrigin",
]
