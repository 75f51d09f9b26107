"""A place is named as people look for it."""

from __future__ import annotations

import pytest

from duizhao.text import Origin, Source, Span, place_in_words

TEXT = "标题\n\n一、问题\n二、原因"


@pytest.mark.parametrize(
    ("format", "place"),
    [("docx", "第 3 段"), ("doc", "第 3 段"), ("txt", "第 3 行"), ("md", "第 3 行")],
)
def test_word_files_have_paragraphs_and_plain_text_has_lines(format: str, place: str) -> None:
    assert place_in_words(Source(TEXT, format=format), TEXT.index("问题")) == place


def test_pdf_has_pages() -> None:
    origins = (Origin(Span(0, 4), "第 1 页", 1, 0, 0), Origin(Span(4, 13), "第 2 页", 5, 0, 0))
    assert place_in_words(Source(TEXT, format="pdf", origins=origins), 7) == "第 2 页第 5 行"
