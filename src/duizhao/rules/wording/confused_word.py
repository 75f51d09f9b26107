"""手中的权利 → 手中的权力"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording.misspellings.confusion import Confusion, confused_words, confusion_at
from duizhao.rules.wording.misspellings.places import wrong_places
from duizhao.text import Span

CODE = "DZ632"
FOLLOWING = 2


@rule(
    CODE,
    on=Document,
    anchors=confused_words,
    severity=Severity.WARNING,
    source="《现代汉语词典》（第7版）",
    strength=Strength.USUALLY,
    beyond_statements=True,
)
def confused_word(document: Document, reading: Reading) -> Iterator[Hit]:
    """近义、同音的词混用"""
    found = _confused(reading.text, reading.marks.get(CODE))
    for place in wrong_places(reading, found):
        word, each = reading.of(place), found[place]
        verb, severity = ("多写作", Severity.HINT) if each.is_mild else ("应为", None)
        # One character alone says little: quote what follows with it.
        more = "" if len(word) > 1 else reading.text[place.end : place.end + FOLLOWING]
        yield Hit(place, f"这里的“{word}{more}”{verb}“{each.right}{more}”", severity=severity)


def _confused(text: str, places: Iterable[tuple[int, int]]) -> dict[Span, Confusion]:
    """The places where the neighbours of a word make it wrong; of several confusions the first counts."""
    found: dict[Span, Confusion] = {}
    for start, end in places:
        if confusion := confusion_at(text, start, end):
            found[Span(start, end)] = confusion
    return found
