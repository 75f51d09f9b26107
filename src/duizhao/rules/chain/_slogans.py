"""Tells a measure that only states an attitude from one that names something to do."""

from __future__ import annotations

from duizhao.lint import Reading
from duizhao.statement import Measure

# Fewer such words may stand in any honest sentence.
LEAST = 3


def slogans(measure: Measure, reading: Reading) -> tuple[str, ...]:
    """The words of attitude in a measure that has nothing else; empty where it names a fact, a document or a date."""
    if measure.facts or measure.result or measure.deadline or "《" in reading.of(measure.span):
        return ()
    found = reading.marks.within("statement.slogan", measure.span)
    words = tuple(dict.fromkeys(reading.text[start:end] for start, end in found))
    return words if len(words) >= LEAST else ()
