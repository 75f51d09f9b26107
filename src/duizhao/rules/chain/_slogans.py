"""Recognises measures that state an attitude and name nothing to do."""

from __future__ import annotations

from duizhao.lint import Reading
from duizhao.statement import Measure

# Any sentence may contain fewer such words.
MIN_SLOGANS = 3


def slogans(measure: Measure, reading: Reading) -> tuple[str, ...]:
    """The slogans of a measure without a fact, document or date; empty for other measures."""
    if measure.facts or measure.result or measure.deadline:
        return ()
    found = reading.marks.within("statement.slogan", measure.span)
    if len(found) < MIN_SLOGANS or "《" in reading.of(measure.span):
        return ()
    words = tuple(dict.fromkeys(reading.text[start:end] for start, end in found))
    return words if len(words) >= MIN_SLOGANS else ()
