"""手中的权利 → 手中的权力"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording.misspellings.confusion import Confusion, confusions
from duizhao.rules.wording.misspellings.places import wrong_places
from duizhao.text import Span, as_span

CODE = "DZ632"
FOLLOWING = 2


@rule(
    CODE,
    on=Document,
    anchors=lambda: tuple(confusions()),
    severity=Severity.WARNING,
    source="《现代汉语词典》（第7版）",
    strength=Strength.USUALLY,
    beyond_statements=True,
)
def confused_word(document: Document, reading: Reading) -> Iterator[Hit]:
    """近义、同音的词混用"""
    found = {place: _confusion(reading, place) for place in map(as_span, reading.marks.get(CODE))}
    for place in wrong_places(reading, [place for place, each in found.items() if each]):
        word, each = reading.of(place), found[place]
        assert each
        verb, severity = ("多写作", Severity.HINT) if each.is_mild else ("应为", None)
        # One character alone says little: quote what follows with it.
        more = "" if len(word) > 1 else reading.text[place.end : place.end + FOLLOWING]
        yield Hit(place, f"这里的“{word}{more}”{verb}“{each.right}{more}”", severity=severity)


def _confusion(reading: Reading, place: Span) -> Confusion | None:
    listed = confusions()[reading.of(place)]
    return next((each for each in listed if each.is_at(reading.text, place)), None)
