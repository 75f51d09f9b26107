"""A sheet set for printing: A4 across, one page wide, its head on every page, its pages counted."""

from __future__ import annotations

from typing import Any

A4 = 9  # as SpreadsheetML counts papers


def set_paper(sheet: Any, pages: int = 0) -> None:
    """`pages` is how many it may take; as many as it needs for 0."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, pages)
    sheet.set_margins(left=0.35, right=0.35, top=0.6, bottom=0.55)
    sheet.set_header('&C&"宋体,加粗"&14&A', {"margin": 0.25})
    sheet.set_footer("&C第 &P 页，共 &N 页", {"margin": 0.25})
