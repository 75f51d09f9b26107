from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording.unbalanced_quote import turned_mark
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

NAMES = {
    "，": "逗号", "。": "句号", "、": "顿号", "；": "分号", "：": "冒号", "？": "问号", "！": "叹号", "”": "后引号",
    "）": "后括号", "》": "后书名号", "】": "后括号",
}  # fmt: skip
STOPS = "".join(NAMES)
# A mark that is named stands alone in its quotation marks: “，”号.
NAMED = LazyPattern(r"(?<=[“（])[，。、；：？！…—“”《》（）]{1,8}(?<!“)[”）]")

OPENINGS = {"】": "【", "）": "（"}
FARTHEST = 84
"""In characters: how far before a mark the quotation begins that it closes, turned the wrong way."""


@rule(
    "DZ622",
    anchors=(
        *(before + stop for before in ("\n", "\n　　", "\n  ") for stop in STOPS),
        *(left + stop for left in "（“《【" for stop in "，。、；："),
    ),
    severity=Severity.WARNING,
    source="GB/T 15834—2011 5.1",
    strength=Strength.MUST,
    beyond_statements=True,
)
def leading_punctuation(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """标点出现在开头"""
    mark = Span(anchor.end - 1, anchor.end)
    if NAMED.match(reading.text, mark.start):
        return
    before = reading.text.rfind("“", max(0, anchor.start - FARTHEST), anchor.start)
    if reading.text[anchor.start] == "“" and before >= 0 and turned_mark(reading.text, before):
        return
    if not reading.statement.recognised and _is_of_buttons(reading.text, mark):
        return
    where = "行首" if reading.text[anchor.start] == "\n" else "前括号、前引号之后"
    yield Hit(
        mark, f"{NAMES[reading.of(mark)]}不能出现在{where}", asks="是断错了行，还是前面删去了文字？"
    )


def _is_of_buttons(text: str, mark: Span) -> bool:
    """True for a bracket that was opened some lines before, as around the buttons of a page: 【字号：⏎大⏎小⏎】."""
    opening = OPENINGS.get(mark.of(text))
    before = text[max(0, mark.start - FARTHEST) : mark.start]
    return opening is not None and before.rfind(opening) > before.rfind(mark.of(text))
