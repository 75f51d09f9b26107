"""Interprets a document as a statement: chapters by kind, problems, causes, measures, and the chain between them."""

from duizhao.profiles import ChapterKind
from duizhao.statement.facts.details import writer_acts
from duizhao.statement.feedback import FeedbackPoint
from duizhao.statement.interpreter import interpret
from duizhao.statement.model import (
    REASON_WORDS,
    Cause,
    Chapter,
    Fact,
    FactKind,
    Link,
    Measure,
    Problem,
    Reason,
)
from duizhao.statement.statement import Statement
from duizhao.statement.vocabulary import VOCABULARY

__all__ = [
    "REASON_WORDS",
    "VOCABULARY",
    "Cause",
    "Chapter",
    "ChapterKind",
    "Fact",
    "FactKind",
    "FeedbackPoint",
    "Link",
    "Measure",
    "Problem",
    "Reason",
    "Statement",
    "interpret",
    "writer_acts",
]
