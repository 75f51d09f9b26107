from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

# The sentence begins with 通过…, or 在…下, and goes on with 使 at once: nothing is left to be its subject.
OPENING = LazyPattern(
    r"(?:^|[。；！？\n])[ 　]*(?:[一二三四五六七八九十]是|（[一二三四五六七八九十]{1,2}）|其[一二三])?"
    r"(?P<opening>通过|经过|由于|随着|对照|根据|按照|从|在)[^。；！？，\n]{2,30}(?<=(?P<last>.))$"
)
LONGEST_OPENING = 44
SHOWN_WORDS = 3


@rule(
    "DZ642",
    anchors=(
        "，使我",
        "，使自己",
        "，使本人",
        "，使班子",
        "，使党员",
        "，使干部",
        "，使问题",
        "，使工作",
        "，使全体",
        "，使大家",
        "，使得",
        "，让我",
        "，让自己",
        "，使整改",
        "，使作风",
        "，使理论",
        "，使思想",
        "，使群众",
        "，使全局",
        "，使我们",
    ),
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def missing_subject(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """句子缺主语"""
    text = reading.text
    found = OPENING.search(text[max(0, anchor.start - LONGEST_OPENING) : anchor.start])
    if found and (found["opening"] not in "在从" or found["last"] in "下中"):
        opening = (
            f"{found['opening']}…{found['last']}"
            if found["opening"] in "在从"
            else found["opening"]
        )
        behind = text[anchor.start + 2 : anchor.start + 2 + SHOWN_WORDS].removeprefix("得")
        yield Hit(
            Span(anchor.start + 1, anchor.start + 2),
            f"“{opening}……，使……”没有主语",
            asks="是谁有了变化？",
            advice=f"删去“使”，写作“，{behind}”；或删去“{opening}”",
        )
