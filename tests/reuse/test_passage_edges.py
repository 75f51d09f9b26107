"""A shared passage begins and ends where a reader would begin and end it.

A case is a statement with a passage between ⟦ and ⟧, and the words that are left of it.
"""

from __future__ import annotations

import pytest

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

from duizhao import api
from duizhao.reuse.code_points import code_points
from duizhao.reuse.passage_edges import readable_part
from duizhao.text import Source, Span

CASES = {
    "一、存在的问题\n⟦一是下乡多听汇报，很少住下来。⟧\n": "一是下乡多听汇报，很少住下来。",
    # 一是 and 二是 share their second character.
    "一、存在的问题\n一⟦是下乡多听汇报，很少住下来。⟧\n": "下乡多听汇报，很少住下来。",
    "一、存在的问题\n一是学习不深。⟦二是下乡多听汇报，很少住下来。三是⟧作风不实。\n": "二是下乡多听汇报，很少住下来。",
    "一、存在的⟦问题\n一是下乡多听汇报，很少住下来。\n二、原⟧因\n": "一是下乡多听汇报，很少住下来。",
    "⟦下乡多听汇报，很少住下来；\n　　来信以后才去看过。\n⟧": "下乡多听汇报，很少住下来；\n　　来信以后才去看过。",
    # A passage of scraps is none.
    "一、存在的⟦问题\n一是\n⟧下乡多听汇报。\n": "",
}


@pytest.mark.parametrize("case", CASES)
def test_edges_are_at_words_that_tell_something(case: str) -> None:
    start, end = case.index("⟦"), case.index("⟧") - 1
    text = case.replace("⟦", "").replace("⟧", "")
    (document,) = api.parse(Source(text))
    found = readable_part(Span(start, end), document, code_points(text))
    assert found.of(text) == CASES[case]
