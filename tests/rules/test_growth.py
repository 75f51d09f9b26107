"""Rules stay linear on texts made to hurt: one mark, repeated."""

from __future__ import annotations

import pytest

import duizhao.rules
from cost import assert_costs_less
from duizhao.document import Document
from duizhao.lint import Linter, Reading, collect
from duizhao.profiles import shipped
from duizhao.statement import Statement
from duizhao.text import Source, Span, Vocabulary

LENGTH = 40_000
# Seconds on the reference machine. A quadratic rule takes several for this length, a linear one a tenth.
LIMIT = 1.5
GENERIC = shipped().named("generic")
RULES = [rule for rule in collect(duizhao.rules) if rule.family in ("residue", "wording")]
LINTER = Linter(RULES, [GENERIC], GENERIC)
VOCABULARY = Vocabulary({rule.code: rule.literals() for rule in RULES})


@pytest.mark.parametrize(
    "piece",
    [
        "x",
        "×",
        "× ",
        "。",
        "…",
        "“",
        "”",
        "（",
        "(中",
        '"中',
        "中,",
        "中 ",
        "1月",
        "第1页 ",
        "_",
        "学習",
    ],
)
def test_one_piece_repeated_takes_linear_time(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    source = Source(text)
    document = Document(source, Span(0, len(text)))
    statement = Statement(document, GENERIC, True, "")
    reading = Reading(source, VOCABULARY.scan(text), document, statement)
    assert sum(1 for _ in LINTER.hits(reading)) <= len(text)
    assert_costs_less(lambda: list(LINTER.hits(reading)), LIMIT)
