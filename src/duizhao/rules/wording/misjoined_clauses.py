"""只有加强学习，就能提高本领 → 只有……才"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.lint.phrases import beginnings
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

CLAUSE = "[^，。；：！？\n]"
DEGREE = "(?:很|非常|十分|极其|特别|相当)"
# A first word, what follows up to the wrong second one, and how the two are joined.
JOINED = {
    "只有": (
        f"(?!是){CLAUSE}{{2,24}}，{CLAUSE}{{0,6}}就(?=能|会|可|有)",
        "“只有”要用“才”呼应",
        "才",
    ),
    "只要": (f"{CLAUSE}{{2,24}}，{CLAUSE}{{0,6}}才(?=能|会|可)", "“只要”要用“就”呼应", "就"),
    "虽然": (f"{CLAUSE}{{2,24}}，所以(?!然)", "“虽然”要用“但是”呼应", "但是"),
    "尽管": (f"{CLAUSE}{{2,24}}，所以(?!然)", "“尽管”要用“但是”呼应", "但是"),
    "尽管{遇到,面临,有,出现,任务,天气,条件,环境,困难,工作,时间}": (
        f"{CLAUSE}{{0,4}}(?:多大|多少|多么|多[苦累难重远忙]|怎样|如何|什么|哪个|谁)(?={CLAUSE}{{0,8}}，{CLAUSE}{{0,6}}[都也])",
        "说的是任何情况，用“不管”；“尽管”后面是说定了的事",
        "不管",
    ),
    "因为": (f"(?!不是){CLAUSE}{{2,24}}，(?:但是|可是|然而)", "“因为”要用“所以”呼应", "所以"),
    "如果": (
        f"{CLAUSE}{{0,6}}再[难大多忙苦累重高远]，{CLAUSE}{{0,6}}也(?=要|会|能|得|应)",
        "退一步说的话用“即使”与“也”呼应",
        "即使",
    ),
    "与其": (f"{CLAUSE}{{2,16}}，(?:宁[可愿]|而是)", "“与其”要用“不如”呼应", "不如"),
    "既{要,是,有,能}": (f"{CLAUSE}{{1,16}}，而且", "“既”要用“又”呼应", "又"),
    "除非": (f"{CLAUSE}{{2,16}}，{CLAUSE}{{0,4}}就(?=能|会|可)", "“除非”要用“才”呼应", "才"),
    "{如果没有,如果不,若没有,若不}": (
        f"{CLAUSE}{{2,20}}，{CLAUSE}{{0,4}}才(?=不|能|会|可)",
        "“如果”要用“就”呼应",
        "就",
    ),
    "{不光,不但,不仅,不仅仅}": (
        f"{CLAUSE}{{2,20}}，(?:但是|可是|但(?=[也还]))",
        "前面说“不但”，后面是同一方向的话，用“而且”",
        "而且",
    ),
    "之所以": (f"{CLAUSE}{{2,24}}，(?:主要)?(?:因为|由于)", "“之所以”要用“是因为”呼应", "是因为"),
    "{不但,不仅}": (
        f"(?![没不未无是能]){CLAUSE}{{2,20}}，反而",
        "“不但”后面是同一方向的话，用“而且”",
        "而且",
    ),
    "{即使,即便,哪怕}": (f"{CLAUSE}{{2,24}}，(?:但是|可是|但(?!凡))", "“即使”要用“也”呼应", "也"),
    "{不管,无论,不论}": (
        f"(?!{CLAUSE}*(?:多|怎|何|什么|哪|是否|还是|谁|几|不|否|或|与|和|大小)){CLAUSE}{{1,8}}{DEGREE}{CLAUSE}{{1,6}}(?=，)",
        "说定了的事用“尽管”，“不管”后面要有疑问或几种情况",
        "尽管",
    ),
}
PHRASES = Phrases({begin: rest for begin, (rest, _, _) in JOINED.items()})
WAYS = tuple(
    (word, LazyPattern(rest), why, right)
    for begin, (rest, why, right) in JOINED.items()
    for word in beginnings(begin)
)
# 是因为…，但是… goes on with the sentence before.
SENTENCE_BEGINS = LazyPattern(r"(?:^|[。；！？\n　])$")
SAID_FIRMLY = LazyPattern(DEGREE)
SHOWN_WORDS = 2


@rule(
    "DZ649",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.USUALLY,
    beyond_statements=True,
)
def misjoined_clauses(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """关联词语配错"""
    words = reading.of(phrase)
    if words.startswith("因为") and not SENTENCE_BEGINS.search(
        reading.text[max(0, phrase.start - 2) : phrase.start]
    ):
        return
    why, right = next(
        (why, right)
        for word, rest, why, right in WAYS
        if words.startswith(word) and rest.match(reading.text, phrase.start + len(word))
    )
    after = reading.text[phrase.end : phrase.end + SHOWN_WORDS]
    if right in ("尽管", "即使", "不管"):
        span, shown = Span(phrase.start, phrase.start + 2), right + words[2 : 2 + SHOWN_WORDS]
        if right == "尽管":
            span, shown = phrase, f"{shown}”或“{SAID_FIRMLY.sub('多', words)}"
    else:
        size = 1 if words[-1] in "就才" or words.endswith("，但") else 2
        span, shown = Span(phrase.end - size, phrase.end), right + after
    yield Hit(span, f"{why}，如“{shown}”", asks="两句话是什么关系？")
