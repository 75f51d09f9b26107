from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

ZEROS = "0０OoＯ○零"
PHRASES = Phrases(
    {
        "{两,2}{〇,○,零}": "[〇○零一二三四五六七八九]{2}(?=年)",
        f"二{{{','.join(ZEROS)},〇}}": f"[{ZEROS}〇一二三四五六七八九]{{2}}(?=年)",
    },
)
LOOKS_RIGHT = LazyPattern("[○〇一二三四五六七八九]+")
RIGHT = str.maketrans(dict.fromkeys(ZEROS, "〇"))


@rule(
    "DZ621",
    phrases=PHRASES,
    severity=Severity.WARNING,
    source="GB/T 15835—2011 5.2.5",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def mixed_numeral(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """汉字年份里的零写错"""
    year = reading.of(phrase)
    right = "二" + year[1:].translate(RIGHT)
    if right != year:
        yield Hit(
            phrase,
            f"汉字年份里的零写作“〇”：“{right}”",
            (Edit(phrase, right),),
            # On paper ○ looks like 〇.
            severity=Severity.HINT if LOOKS_RIGHT.fullmatch(year) else None,
        )
