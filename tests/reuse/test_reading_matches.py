"""What a filed document is called, and when it is a version of the statement itself."""

from __future__ import annotations

import pytest

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

from duizhao.reuse.model import DocumentKind, DocumentLabel
from duizhao.reuse.reading_matches import is_same_statement, name_for_people

ME = DocumentLabel("周明远", "云溪县水务局", "2024", "2023")


def label(words: str) -> DocumentLabel:
    """Person, unit, year and campaign between strokes, or 范文."""
    if words == "范文":
        return DocumentLabel(kind=DocumentKind.TEMPLATE)
    return DocumentLabel(*words.split("|"))


@pytest.mark.parametrize(
    ("other", "name", "called"),
    [
        ("周明远|云溪县水务局|2022|", "去年/对照.docx", "本人2022年的“对照.docx”"),
        ("周明远|云溪县水务局||", "对照.docx", "本人以往的“对照.docx”"),
        ("周明远|云溪县水务局|上一年度|", "对照.docx", "本人上一年度的“对照.docx”"),
        ("李静|云溪县水务局|2024|", "李静.docx", "李静（云溪县水务局）2024年的“李静.docx”"),
        ("李静||2024|", "李静.docx", "李静2024年的“李静.docx”"),
        # The same name in another unit is another person, as far as anybody can tell.
        ("周明远|云溪县财政局||", "周.docx", "周明远（云溪县财政局）的“周.docx”"),
        ("|||", "对照.docx", "索引里没有署名的“对照.docx”"),
        ("范文", "网上/范文一.docx", "范文“范文一.docx”"),
    ],
)
def test_document_is_called_as_people_call_it(other: str, name: str, called: str) -> None:
    assert name_for_people(ME, label(other), name) == called


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        ("周明远|云溪县水务局|2024|2023", True),
        ("周明远|云溪县水务局|2023|2023", False),
        ("周明远|云溪县水务局|2024|", False),
        ("周明远||2024|2023", False),
        ("李静|云溪县水务局|2024|2023", False),
    ],
)
def test_version_of_a_statement_has_its_person_year_and_campaign(other: str, is_same: bool) -> None:
    assert is_same_statement(ME, label(other)) is is_same


def test_nothing_known_of_year_and_campaign_makes_no_version() -> None:
    assert not is_same_statement(label("周明远|云溪县水务局||"), label("周明远|云溪县水务局||"))
