"""duizhao from Python: what the command line, an editor or a program of one's own may call.

    from pathlib import Path
    from duizhao import api

    for outcome in api.check_paths([Path("材料")]):
        if isinstance(outcome, api.Failure):
            print(outcome.name, outcome.reason)
        else:
            for finding in outcome.findings:
                print(outcome.source.name, outcome.source.position(finding.span.start), finding.full_message)

What it takes and gives are values. Only `Fixing.write`, `Copying` and functions called `write_…` write to disk, and
nothing ever leaves the machine. All offsets are characters of `Source.text`; faults of the world are `DuizhaoError`s.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from duizhao.api.catalogue import EXAMPLE_LABELS, explain, profiles, rules
from duizhao.api.checker import Checker
from duizhao.api.fixing import TEXT, Change, Fixing, fixing
from duizhao.api.many import (
    Work,
    check_lightly,
    check_paths,
    cores,
    for_each,
    for_each_file,
    paths_in,
)
from duizhao.api.one import check_path, check_source, interpret, parse
from duizhao.api.outcome import Outcome, fingerprints, report, without_known
from duizhao.api.report_writer import ReportWriter
from duizhao.config import Config, Screening, find, is_excluded, load, write_baseline
from duizhao.errors import DuizhaoError, UnknownName, Unwritable
from duizhao.files import Format, write_in_place, write_whole
from duizhao.lint import CheckedSource, Failure, Finding, Rule, Severity, family_label
from duizhao.profiles import Profile
from duizhao.read import (
    MAX_TEXT_BYTES,
    SUFFIXES,
    read,
    read_bytes,
    read_stream,
    refuse_long,
)
from duizhao.report import FORMATS, Report, ReportFormat, ReportPart
from duizhao.text import Source
from duizhao.text.digest import digest

if TYPE_CHECKING:
    from duizhao.api.comparing import compare_all, compare_text
    from duizhao.api.filing import (
        Labeller,
        file_paths,
        label_of,
        outdated_entries,
        remove_outdated,
    )
    from duizhao.api.fonts_found import FontsFound, fonts
    from duizhao.api.ledgers import extract_rows, ledger, read_ledger, update, workbook
    from duizhao.api.printing import Pdf, PdfPrinter
    from duizhao.api.reviewing import Copied, Copying, ReviewedCopy, Reviewing
    from duizhao.api.roster import label_list
    from duizhao.api.typesetting import TYPESET_FORMS, Typeset, Typesetter, layout
    from duizhao.api.wording import unit_wording
    from duizhao.ledger import FileExtract, Ledger, UpdatedLedger
    from duizhao.reuse.index import Index as ScreenIndex
    from duizhao.reuse.labels import label_of_readings
    from duizhao.reuse.model import (
        DocumentKind,
        DocumentLabel,
        Entry,
        FilingResult,
        JoinResult,
        Match,
        Pair,
        ScreenResult,
    )
    from duizhao.reuse.prepare import Filing
    from duizhao.reuse.view import FORMATS as SCREENING_FORMATS
    from duizhao.reuse.view import ShownCheck, ShownJoin
    from duizhao.reuse.view import write as write_shown

__all__ = [
    "EXAMPLE_LABELS",
    "FORMATS",
    "MAX_TEXT_BYTES",
    "SCREENING_FORMATS",
    "SUFFIXES",
    "TEXT",
    "TYPESET_FORMS",
    "Change",
    "CheckedSource",
    "Checker",
    "Config",
    "Copied",
    "Copying",
    "DocumentKind",
    "DocumentLabel",
    "DuizhaoError",
    "Entry",
    "Failure",
    "FileExtract",
    "Filing",
    "FilingResult",
    "Finding",
    "Fixing",
    "FontsFound",
    "Format",
    "JoinResult",
    "Labeller",
    "Ledger",
    "Match",
    "Outcome",
    "Pair",
    "Pdf",
    "PdfPrinter",
    "Profile",
    "Report",
    "ReportFormat",
    "ReportPart",
    "ReportWriter",
    "ReviewedCopy",
    "Reviewing",
    "Rule",
    "ScreenIndex",
    "ScreenResult",
    "Screening",
    "Severity",
    "ShownCheck",
    "ShownJoin",
    "Source",
    "Typeset",
    "Typesetter",
    "UnknownName",
    "Unwritable",
    "UpdatedLedger",
    "Work",
    "check_lightly",
    "check_path",
    "check_paths",
    "check_source",
    "compare_all",
    "compare_text",
    "cores",
    "digest",
    "explain",
    "extract_rows",
    "family_label",
    "file_paths",
    "find",
    "fingerprints",
    "fixing",
    "fonts",
    "for_each",
    "for_each_file",
    "interpret",
    "is_excluded",
    "label_list",
    "label_of",
    "label_of_readings",
    "layout",
    "ledger",
    "load",
    "outdated_entries",
    "parse",
    "paths_in",
    "profiles",
    "read",
    "read_bytes",
    "read_ledger",
    "read_stream",
    "refuse_long",
    "remove_outdated",
    "report",
    "rules",
    "unit_wording",
    "update",
    "without_known",
    "workbook",
    "write_baseline",
    "write_in_place",
    "write_shown",
    "write_whole",
]

# A check of a text waits for none of these: they are imported when somebody asks for them.
# No name is also that of its module, which would stand in its place once it is imported.
_LATER = {
    name: module
    for module, names in (
        ("duizhao.api.comparing", ("compare_all", "compare_text")),
        (
            "duizhao.api.filing",
            ("Labeller", "file_paths", "label_of", "outdated_entries", "remove_outdated"),
        ),
        ("duizhao.api.fonts_found", ("FontsFound", "fonts")),
        ("duizhao.api.ledgers", ("extract_rows", "ledger", "read_ledger", "update", "workbook")),
        ("duizhao.api.printing", ("Pdf", "PdfPrinter")),
        ("duizhao.api.reviewing", ("Copied", "Copying", "ReviewedCopy", "Reviewing")),
        ("duizhao.api.roster", ("label_list",)),
        ("duizhao.api.typesetting", ("TYPESET_FORMS", "Typeset", "Typesetter", "layout")),
        ("duizhao.api.wording", ("unit_wording",)),
        ("duizhao.ledger", ("FileExtract", "Ledger", "UpdatedLedger")),
        ("duizhao.reuse.index", ("ScreenIndex",)),
        ("duizhao.reuse.labels", ("label_of_readings",)),
        (
            "duizhao.reuse.model",
            (
                "DocumentKind",
                "DocumentLabel",
                "Entry",
                "FilingResult",
                "JoinResult",
                "Match",
                "Pair",
                "ScreenResult",
            ),
        ),
        ("duizhao.reuse.prepare", ("Filing",)),
        ("duizhao.reuse.view", ("SCREENING_FORMATS", "ShownCheck", "ShownJoin", "write_shown")),
    )
    for name in names
}
_OTHER_NAMES = {"ScreenIndex": "Index", "write_shown": "write", "SCREENING_FORMATS": "FORMATS"}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), _OTHER_NAMES.get(name, name))
