from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span

PHRASES = Phrases({"等{,等}……": "", "……等": "(?=[，。；、]|$)"})


@rule(
    "DZ624",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.PRACTICE,
    beyond_statements=True,
)
def etcetera_twice(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """“等”与省略号并用"""
    text = reading.text
    before = text[max(0, phrase.start - 2) : phrase.start].rpartition("\n")[2]
    shown = f"{before}等{text[phrase.end : phrase.end + 1].strip()}"
    yield Hit(phrase, f"“等”和省略号都表示未尽，只留一个，如“{shown}”", asks="还有哪些没有列出？")
