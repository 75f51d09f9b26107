from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._faces import face_of
from duizhao.rules.layout._strays import SHOWN_PLACES, first_here
from duizhao.text import Span

if TYPE_CHECKING:
    from duizhao.office.typography import FormattedRun

SHARED_MARKS = frozenset("“”‘’—…·")


@rule(
    "DZ713",
    on=FormattedDocument,
    severity=Severity.HINT,
    source="GB/T 9704-2012 5.2.2",
    strength=Strength.PRACTICE,
)
def western_quote(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """引号、破折号用了西文字体"""
    found = [
        place
        for each in formatted.parts
        for run in each.runs
        if _is_western(run)
        for place in _marks(run, formatted.text)
    ]
    if found:
        marks = "".join(dict.fromkeys(place.of(formatted.text) for place in found))
        message = (
            f"标点 {marks} 共{len(found)}处会用西文字体排成半角{first_here(len(found))}；"
            "惯例是与汉字同用一种字体：选中它们，把“西文字体”也设成中文字体"
        )
        yield Hit(
            found[0], message, related=tuple((place, "同样") for place in found[1:SHOWN_PLACES])
        )


def _is_western(run: FormattedRun) -> bool:
    """True if Word sets shared punctuation in the western face: it does, without the hint eastAsia in the run."""
    actual = run.format
    return not actual.hinted and bool(actual.western) and face_of(actual.western or "") is None


def _marks(run: FormattedRun, text: str) -> Iterator[Span]:
    for at in range(*run.span):
        if text[at] in SHARED_MARKS:
            yield Span(at, at + 1)
