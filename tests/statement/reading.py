"""Reads a short text as a statement."""

from __future__ import annotations

from duizhao import document, statement
from duizhao.profiles import shipped
from duizhao.statement import Statement
from duizhao.text import Source, Span

TITLE = "个人对照检查材料\n按照要求，现将有关情况报告如下。\n"


def interpreted(text: str, profile: str = "generic") -> Statement:
    return statement.interpret(document.parse(Source(text)), shipped().named(profile), "测试")


def words(read: Statement, spans: object) -> list[str]:
    """The text at each span."""
    return [read.text[slice(*span)] for span in spans if isinstance(span, Span)]  # type: ignore[attr-defined]
