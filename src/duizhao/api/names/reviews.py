"""Reviewed copies of Word files, and edits of a text that people make or accept."""

from duizhao.api.reviewed_copy import (
    ReviewedCopy,
    WrittenCopy,
    review_file,
    review_source,
    review_stream,
    write_reviewed_copy,
)
from duizhao.api.text_edit import edit_bytes, edit_words, edits_between, edits_of, why_not_editable
