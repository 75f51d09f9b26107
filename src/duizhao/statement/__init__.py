"""What a statement says: sections by kind, problems, causes, measures, and the chain between them."""

from duizhao.statement.interpreter import interpret
from duizhao.statement.model import (
    Cause,
    Chapter,
    Fact,
    Kind,
    Link,
    Measure,
    Problem,
    Reason,
)
from duizhao.statement.statement import Statement
from duizhao.statement.vocabulary import VOCABULARY

__all__ = [
    "VOCABULARY",
    "Cause",
    "Chapter",
    "Fact",
    "Kind",
    "Link",
    "Measure",
    "Problem",
    "Reason",
    "Statement",
    "interpret",
]
