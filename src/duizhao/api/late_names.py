"""Where the names of the api come from that are imported when they are first used."""

from __future__ import annotations

# Names that a check of a text does not need. None has the name of its module, which would take its place after the
# import.
MODULE_OF = {
    name: module
    for module, names in (
        ("duizhao.api.comparing", ("compare_all", "compare_text", "screen_source")),
        (
            "duizhao.api.filing",
            ("file_paths", "outdated_entries", "remove_outdated"),
        ),
        ("duizhao.api.labelling", ("Labeller", "label_of")),
        ("duizhao.config.unit_settings", ("UnitSettings", "fault_of_form")),
        ("duizhao.lint", ("FindingGroup", "groups")),
        ("duizhao.page", ("shared_look",)),
        (
            "duizhao.api.put_aside",
            ("FindingKey", "comparison_without_aside", "finding_key", "without_aside"),
        ),
        ("duizhao.report.editor_findings", ("editor_findings",)),
        ("duizhao.report.html.card", ("FindingCard",)),
        ("duizhao.report.html.card_controls", ("NO_CONTROLS", "CardControls")),
        ("duizhao.report.html.marked_span", ("MarkedSpan",)),
        ("duizhao.text", ("Span", "place_in_words")),
        (
            "duizhao.report.html.fragment",
            ("StatementFragment", "statement_look", "statement_script"),
        ),
        ("duizhao.report.row_facts", ("RowFacts",)),
        ("duizhao.report.chain", ("chain_html",)),
        ("duizhao.report.html.questions", ("questions_html",)),
        ("duizhao.api.fonts_found", ("FontsFound", "find_fonts")),
        (
            "duizhao.api.ledgers",
            (
                "assemble_ledger",
                "extract_rows",
                "near_days",
                "read_ledger",
                "render_filled_ledger",
                "render_ledger",
                "update_ledger",
            ),
        ),
        ("duizhao.reuse.recurring_rows", ("RowOfYear", "recurring_rows")),
        (
            "duizhao.meeting_papers",
            ("PLACES", "FilledPaper", "MeetingPaper", "PaperFact", "fill", "meeting_papers"),
        ),
        (
            "duizhao.api.paper_templates",
            ("PaperFile", "fill_template", "read_template"),
        ),
        ("duizhao.api.opinion_problems", ("stated_problems",)),
        (
            "duizhao.statement.opinion_matches",
            ("OpinionMatch", "StatedProblem", "matches_of_opinion"),
        ),
        ("duizhao.api.opinions", ("opinion_sheets", "render_opinion_sheets")),
        ("duizhao.api.papers", ("PaperSetter",)),
        ("duizhao.api.printing", ("Pdf", "PdfPrinter")),
        (
            "duizhao.api.reviewed_copy",
            (
                "ReviewedCopy",
                "WrittenCopy",
                "review_file",
                "review_source",
                "review_stream",
                "write_reviewed_copy",
            ),
        ),
        ("duizhao.api.roster", ("label_list",)),
        ("duizhao.api.list_workbook", ("render_list", "render_lists")),
        ("duizhao.api.cell_tables", ("pasted_table", "tables_in")),
        ("duizhao.api.roster_table", ("RosterRow", "RosterTable", "roster_in")),
        (
            "duizhao.api.text_edit",
            ("edit_bytes", "edit_words", "edits_between", "edits_of", "why_not_editable"),
        ),
        ("duizhao.api.typesetting", ("TYPESET_FORMS", "Typesetter", "TypesetText", "load_layout")),
        ("duizhao.api.text_places", ("FollowedPlace", "alike_paragraphs", "followed_places")),
        ("duizhao.api.versions", ("compare_versions",)),
        ("duizhao.api.comparing_folders", ("compare_folders",)),
        ("duizhao.api.returned_opinions", ("opinions_in", "opinions_returned")),
        ("duizhao.api.screen_index", ("open_index", "unit_wording")),
        ("duizhao.api.screening_at_once", ("screen_files",)),
        ("duizhao.api.screening_of_sources", ("screen_sources",)),
        ("duizhao.api.fingerprinted_texts", ("SharedPrints", "shared_prints", "text_prints")),
        (
            "duizhao.reuse.view.html.fragment",
            ("ScreeningFragment", "screening_look", "screening_script"),
        ),
        ("duizhao.reuse.view.html.matrix", ("matrix_html",)),
        ("duizhao.layout", ("layout_fields",)),
        ("duizhao.ledger", ("FileExtract", "Ledger", "UpdatedLedger")),
        ("duizhao.report.opinion", ("OpinionSheet",)),
        ("duizhao.report.versions.followed_opinion", ("ReturnedOpinion",)),
        ("duizhao.report.versions.html", ("compared_html",)),
        (
            "duizhao.report.versions",
            (
                "VERSION_FORMATS",
                "FolderComparison",
                "VersionComparison",
                "write_versions",
                "write_folder_versions",
            ),
        ),
        ("duizhao.reuse.index", ("ScreenIndex",)),
        ("duizhao.statement.criticism", ("CriticismHint", "criticism_hints")),
        (
            "duizhao.typeset.paper",
            ("FormCell", "FormRow", "FormTable", "PaperLine", "WrittenPaper"),
        ),
        (
            "duizhao.typeset.paper.meeting_record",
            (
                "AgendaPart",
                "MeetingPerson",
                "MeetingRecord",
                "RecordedSpeech",
                "attendance_paper",
                "minutes_paper",
                "register_paper",
            ),
        ),
        ("duizhao.typeset.paper.talk_sheet", ("TalkSheet", "talk_sheets")),
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
                "PassedOver",
                "ScreenResult",
            ),
        ),
        ("duizhao.reuse.prepare", ("Filing",)),
        ("duizhao.reuse.view", ("SCREENING_FORMATS", "ShownCheck", "ShownJoin", "write_shown")),
    )
    for name in names
}
NAME_THERE = {
    "SCREENING_FORMATS": "FORMATS",
    "ScreenIndex": "Index",
    "write_shown": "write",
    "write_versions": "write",
    "write_folder_versions": "write_folder",
}
