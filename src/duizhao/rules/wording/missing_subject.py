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
# 对于这个问题，引起了重视: what attracts attention stands behind a preposition.
ABOUT = LazyPattern(
    r"(?:^|[。；！？\n])[ 　]*(?P<opening>对于|关于|对)(?![照于待比])(?P<what>[^。；！？，\n不没未无缺差少弱]{0,16}"
    "(?:问题|事件|事情|现象|情况|意见|做法|发生|举措|事故|案件|矛盾|诉求))$"
)
WORDS = LazyPattern(
    "使[用命馆者节劲团徒臣君唤坏得性]|让[步位座路利出渡]|令[人其牌箭行狐嫒尊堂郎]|受到的|引起的|暴露出的|反映出的"
)
LONGEST_OPENING = 44
SHOWN_WORDS = 3


@rule(
    "DZ642",
    anchors=("，使", "，让", "，令", "，引起", "，受到", "，暴露出", "，反映出"),
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def missing_subject(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """句子缺主语"""
    text = reading.text
    if WORDS.match(text, anchor.start + 1) and not text.startswith("使得", anchor.start + 1):
        return
    before = text[max(0, anchor.start - LONGEST_OPENING) : anchor.start]
    if anchor.end - anchor.start > 2:
        if found := ABOUT.search(before):
            shown = found["what"][-SHOWN_WORDS:] + text[anchor.start + 1 : anchor.end]
            start = anchor.start - len(found["what"]) - len(found["opening"])
            yield Hit(
                Span(start, anchor.end),
                f"“{found['opening']}……，{reading.of(anchor)[1:]}……”没有主语，删去“{found['opening']}”：“{shown}”",
                asks="是什么事？",
            )
        return
    found = OPENING.search(before)
    if found and (found["opening"] not in "在从" or found["last"] in "下中"):
        opening = (
            f"{found['opening']}…{found['last']}"
            if found["opening"] in "在从"
            else found["opening"]
        )
        causing = text[anchor.end - 1]
        behind = text[anchor.end : anchor.end + SHOWN_WORDS].removeprefix("得")
        yield Hit(
            Span(anchor.start + 1, anchor.end),
            f"“{opening}……，{causing}……”没有主语",
            asks="是谁有了变化？",
            advice=f"删去“{causing}”，写作“，{behind}”；或删去“{opening}”",
        )
