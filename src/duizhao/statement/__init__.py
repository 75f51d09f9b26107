"""What a statement says: sections by kind, problems, causes, measures, and the chain between them."""

from duizhao.statement.interpreter import VOCABULARY, interpret
from duizhao.statement.model import (
    Cause,
    Chapter,
    Fact,
    Kind,
    Link,
    Measure,
    Problem,
    Reason,
    Statement,
)

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
