"""What the command line, the language server and other programs call.

    from pathlib import Path
    from duizhao import api

    for outcome in api.check_paths([Path("材料")]):
        if isinstance(outcome, api.Failure):
            print(outcome.name, outcome.reason)
        else:
            for finding in outcome.findings:
                print(outcome.source.name, outcome.source.position(finding.span.start), finding.full_message)

Arguments and results are values. Only functions and methods called `write…` write to disk; nothing leaves the
machine. All offsets are characters of `Source.text`; faults of the world are `DuizhaoError`s.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from duizhao.api.batch import (
    FileWork,
    Work,
    check_paths,
    check_without_marks,
    for_each,
    for_each_file,
    paths_in,
    read_each,
    survey,
)
from duizhao.api.catalogue import (
    EXAMPLE_LABELS,
    get_rule,
    load_profiles,
    preview_notice,
    profile_from_draft,
    rules,
)
from duizhao.api.check import check_file, check_source, interpret, parse
from duizhao.api.checker import Checker, default_checker
from duizhao.api.late_names import MODULE_OF, NAME_THERE
from duizhao.api.outcome import Outcome, apply_baseline, fingerprints, make_report
from duizhao.api.output_file import (
    WrittenFile,
    file_identity,
    read_mark,
    refuse_inputs,
    write_baseline,
    write_original,
    write_output,
)
from duizhao.api.report_writer import ReportWriter, require_workbooks
from duizhao.api.text_fix import FixedPlace, TextFix, fix_source
from duizhao.config import (
    EVERY_FILE,
    Config,
    LedgerSettings,
    Screening,
    find_config,
    is_excluded,
    load_config,
)
from duizhao.errors import (
    DuizhaoError,
    MissingTool,
    UnknownName,
    UnreadableDocument,
    Unwritable,
    UnwritablePlace,
)
from duizhao.files import Format, refuse_suffix, refuse_unwritable, without_empty_folders
from duizhao.lint import (
    MAX_PER_RULE,
    CheckedSource,
    Failure,
    Finding,
    FindingOrder,
    Labelled,
    Matter,
    Rule,
    Severity,
    family_label,
    unlisted_words,
)
from duizhao.operating_system import cores
from duizhao.output_mark import OutputKind, OutputMark
from duizhao.profiles import (
    MEETINGS,
    DraftPreview,
    NoticeForm,
    Profile,
    ProfileDraft,
    Status,
    is_as_drafted,
    meeting_in,
    years_of,
)
from duizhao.read import (
    MAX_TEXT_BYTES,
    TEXT_FORMATS,
    PassedOver,
    read,
    read_bytes,
    read_bytes_with_package,
    read_stream,
    readable_suffixes,
    refuse_long,
    unpack,
)
from duizhao.report import (
    FORMATS,
    Report,
    ReportFormat,
    ReportPart,
    TallyWords,
    left_out_lines,
    passed_over_counts,
    tally_line,
)
from duizhao.text import Edit, Source
from duizhao.text.digest import digest

if TYPE_CHECKING:
    from duizhao.api.cell_tables import pasted_table, tables_in
    from duizhao.api.comparing import compare_all, compare_text, screen_source
    from duizhao.api.comparing_folders import compare_folders
    from duizhao.api.filing import file_paths, outdated_entries, remove_outdated
    from duizhao.api.fingerprinted_texts import SharedPrints, shared_prints, text_prints
    from duizhao.api.fonts_found import FontsFound, find_fonts
    from duizhao.api.labelling import Labeller, label_of
    from duizhao.api.ledgers import (
        assemble_ledger,
        extract_rows,
        near_days,
        read_ledger,
        render_filled_ledger,
        render_ledger,
        update_ledger,
    )
    from duizhao.api.list_workbook import render_list, render_lists
    from duizhao.api.opinion_problems import stated_problems
    from duizhao.api.opinions import opinion_sheets, render_opinion_sheets
    from duizhao.api.paper_templates import (
        PaperFile,
        fill_template,
        read_template,
    )
    from duizhao.api.papers import PaperSetter
    from duizhao.api.printing import Pdf, PdfPrinter
    from duizhao.api.put_aside import (
        FindingKey,
        comparison_without_aside,
        finding_key,
        without_aside,
    )
    from duizhao.api.returned_opinions import opinions_in, opinions_returned
    from duizhao.api.reviewed_copy import (
        ReviewedCopy,
        WrittenCopy,
        review_file,
        review_source,
        review_stream,
        write_reviewed_copy,
    )
    from duizhao.api.roster import label_list
    from duizhao.api.roster_table import RosterRow, RosterTable, roster_in
    from duizhao.api.screen_index import open_index, unit_wording
    from duizhao.api.screening_at_once import screen_files
    from duizhao.api.screening_of_sources import screen_sources
    from duizhao.api.text_edit import (
        edit_bytes,
        edit_words,
        edits_between,
        edits_of,
        why_not_editable,
    )
    from duizhao.api.text_places import FollowedPlace, alike_paragraphs, followed_places
    from duizhao.api.typesetting import TYPESET_FORMS, Typesetter, TypesetText, load_layout
    from duizhao.api.versions import compare_versions
    from duizhao.config.unit_settings import UnitSettings, fault_of_form
    from duizhao.layout import layout_fields
    from duizhao.ledger import FileExtract, Ledger, UpdatedLedger
    from duizhao.lint import FindingGroup, groups
    from duizhao.meeting_papers import (
        PLACES,
        FilledPaper,
        MeetingPaper,
        PaperFact,
        fill,
        meeting_papers,
    )
    from duizhao.page import shared_look
    from duizhao.report.chain import chain_html
    from duizhao.report.editor_findings import editor_findings
    from duizhao.report.html.card import FindingCard
    from duizhao.report.html.card_controls import NO_CONTROLS, CardControls
    from duizhao.report.html.fragment import StatementFragment, statement_look, statement_script
    from duizhao.report.html.marked_span import MarkedSpan
    from duizhao.report.html.questions import questions_html
    from duizhao.report.opinion import OpinionSheet
    from duizhao.report.row_facts import RowFacts
    from duizhao.report.versions import VERSION_FORMATS, FolderComparison, VersionComparison
    from duizhao.report.versions import write as write_versions
    from duizhao.report.versions import write_folder as write_folder_versions
    from duizhao.report.versions.followed_opinion import ReturnedOpinion
    from duizhao.report.versions.html import compared_html
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
    from duizhao.reuse.recurring_rows import RowOfYear, recurring_rows
    from duizhao.reuse.view import FORMATS as SCREENING_FORMATS
    from duizhao.reuse.view import ShownCheck, ShownJoin
    from duizhao.reuse.view import write as write_shown
    from duizhao.reuse.view.html.fragment import (
        ScreeningFragment,
        screening_look,
        screening_script,
    )
    from duizhao.reuse.view.html.matrix import matrix_html
    from duizhao.statement.criticism import CriticismHint, criticism_hints
    from duizhao.statement.opinion_matches import OpinionMatch, StatedProblem, matches_of_opinion
    from duizhao.text import Span, place_in_words
    from duizhao.typeset.paper import FormCell, FormRow, FormTable, PaperLine, WrittenPaper
    from duizhao.typeset.paper.meeting_record import (
        AgendaPart,
        MeetingPerson,
        MeetingRecord,
        RecordedSpeech,
        attendance_paper,
        minutes_paper,
        register_paper,
    )
    from duizhao.typeset.paper.talk_sheet import TalkSheet, talk_sheets

__all__ = [
    "EVERY_FILE",
    "EXAMPLE_LABELS",
    "FORMATS",
    "MAX_PER_RULE",
    "MAX_TEXT_BYTES",
    "MEETINGS",
    "NO_CONTROLS",
    "PLACES",
    "SCREENING_FORMATS",
    "TEXT_FORMATS",
    "TYPESET_FORMS",
    "VERSION_FORMATS",
    "AgendaPart",
    "CardControls",
    "CheckedSource",
    "Checker",
    "Config",
    "CriticismHint",
    "DocumentKind",
    "DocumentLabel",
    "DraftPreview",
    "DuizhaoError",
    "Edit",
    "Entry",
    "Failure",
    "FileExtract",
    "FileWork",
    "Filing",
    "FilingResult",
    "FilledPaper",
    "Finding",
    "FindingCard",
    "FindingGroup",
    "FindingKey",
    "FindingOrder",
    "FixedPlace",
    "FolderComparison",
    "FollowedPlace",
    "FontsFound",
    "FormCell",
    "FormRow",
    "FormTable",
    "Format",
    "JoinResult",
    "Labelled",
    "Labeller",
    "Ledger",
    "LedgerSettings",
    "MarkedSpan",
    "Match",
    "Matter",
    "MeetingPaper",
    "MeetingPerson",
    "MeetingRecord",
    "MissingTool",
    "NoticeForm",
    "OpinionMatch",
    "OpinionSheet",
    "Outcome",
    "OutputKind",
    "OutputMark",
    "Pair",
    "PaperFact",
    "PaperFile",
    "PaperLine",
    "PaperSetter",
    "PassedOver",
    "Pdf",
    "PdfPrinter",
    "Profile",
    "ProfileDraft",
    "RecordedSpeech",
    "Report",
    "ReportFormat",
    "ReportPart",
    "ReportWriter",
    "ReturnedOpinion",
    "ReviewedCopy",
    "RosterRow",
    "RosterTable",
    "RowFacts",
    "RowOfYear",
    "Rule",
    "ScreenIndex",
    "ScreenResult",
    "Screening",
    "ScreeningFragment",
    "Severity",
    "SharedPrints",
    "ShownCheck",
    "ShownJoin",
    "Source",
    "Span",
    "StatedProblem",
    "StatementFragment",
    "Status",
    "TalkSheet",
    "TallyWords",
    "TextFix",
    "TypesetText",
    "Typesetter",
    "UnitSettings",
    "UnknownName",
    "UnreadableDocument",
    "Unwritable",
    "UnwritablePlace",
    "UpdatedLedger",
    "VersionComparison",
    "Work",
    "WrittenCopy",
    "WrittenFile",
    "WrittenPaper",
    "alike_paragraphs",
    "apply_baseline",
    "assemble_ledger",
    "attendance_paper",
    "chain_html",
    "check_file",
    "check_paths",
    "check_source",
    "check_without_marks",
    "compare_all",
    "compare_folders",
    "compare_text",
    "compare_versions",
    "compared_html",
    "comparison_without_aside",
    "cores",
    "criticism_hints",
    "default_checker",
    "digest",
    "edit_bytes",
    "edit_words",
    "editor_findings",
    "edits_between",
    "edits_of",
    "extract_rows",
    "family_label",
    "fault_of_form",
    "file_identity",
    "file_paths",
    "fill",
    "fill_template",
    "find_config",
    "find_fonts",
    "finding_key",
    "fingerprints",
    "fix_source",
    "followed_places",
    "for_each",
    "for_each_file",
    "get_rule",
    "groups",
    "interpret",
    "is_as_drafted",
    "is_excluded",
    "label_list",
    "label_of",
    "label_of_readings",
    "layout_fields",
    "left_out_lines",
    "load_config",
    "load_layout",
    "load_profiles",
    "make_report",
    "matches_of_opinion",
    "matrix_html",
    "meeting_in",
    "meeting_papers",
    "minutes_paper",
    "near_days",
    "open_index",
    "opinion_sheets",
    "opinions_in",
    "opinions_returned",
    "outdated_entries",
    "parse",
    "passed_over_counts",
    "pasted_table",
    "paths_in",
    "place_in_words",
    "preview_notice",
    "profile_from_draft",
    "questions_html",
    "read",
    "read_bytes",
    "read_bytes_with_package",
    "read_each",
    "read_ledger",
    "read_mark",
    "read_stream",
    "read_template",
    "readable_suffixes",
    "recurring_rows",
    "refuse_inputs",
    "refuse_long",
    "refuse_suffix",
    "refuse_unwritable",
    "register_paper",
    "remove_outdated",
    "render_filled_ledger",
    "render_ledger",
    "render_list",
    "render_lists",
    "render_opinion_sheets",
    "require_workbooks",
    "review_file",
    "review_source",
    "review_stream",
    "roster_in",
    "rules",
    "screen_files",
    "screen_source",
    "screen_sources",
    "screening_look",
    "screening_script",
    "shared_look",
    "shared_prints",
    "stated_problems",
    "statement_look",
    "statement_script",
    "survey",
    "tables_in",
    "talk_sheets",
    "tally_line",
    "text_prints",
    "unit_wording",
    "unlisted_words",
    "unpack",
    "update_ledger",
    "why_not_editable",
    "without_aside",
    "without_empty_folders",
    "write_baseline",
    "write_folder_versions",
    "write_original",
    "write_output",
    "write_reviewed_copy",
    "write_shown",
    "write_versions",
    "years_of",
]

if not TYPE_CHECKING:
    # A type checker reads the imports above, so that a name which does not exist is an error.
    def __getattr__(name: str) -> Any:
        if name not in MODULE_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(MODULE_OF[name]), NAME_THERE.get(name, name))
