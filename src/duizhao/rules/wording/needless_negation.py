"""以免不再出现差错 → 以免再出现差错"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

# Words that deny, the second denial that turns the meaning round, and what follows.
DENIED = (
    ("难免,难免会", "不", "(?=[犯受]|产生|发生|出现|被|有(?:疏漏|差错|错误))"),
    ("以免", "不要,不会,不致,不至于,没有", ""),
    ("禁止,严禁,不准,不许", "不要,不准,不许,不得", ""),
    ("切忌", "不能,不可,不得,不应", ""),
    ("杜绝,制止,阻止", "不要,不会,不发生,不出现", ""),
    ("避免,防止,防范", "不要,不会,不发生,不出现,不产生,没有", ""),
    ("切勿,请勿", "不,别", ""),
    ("谨防", "不,不要", "(?=再|出现|发生|被|上当|受骗)"),
)
# 防止这样的事不再发生: the second denial stands some words behind. Those that begin with 类似问题 are DZ617's.
APART = (
    "(?!(?:(?:类似|同样的?|此类|同类)?(?:问题|错误|情况|事件)?|违纪问题|再次|今后)不再)"
    "[^，。；：、\n]{1,10}(?P<denial>不再?)(?:发生|出现|产生|重演|重犯)"
)
DENIED_APART = LazyPattern("(?P<head>避免|防止|防范|杜绝|制止)" + APART)
PHRASES = Phrases(
    {
        **{f"{{{heads}}}{{{denials}}}": rest for heads, denials, rest in DENIED},
        "{避免,防止,防范,杜绝,制止}": APART,
    }
)
HEADS = {
    head + denial: head
    for heads, denials, _ in DENIED
    for head in heads.split(",")
    for denial in denials.split(",")
}
VERBS = frozenset(("发生", "出现", "产生"))
SHOWN_WORDS = 3


@rule(
    "DZ656",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def needless_negation(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """多了一个否定，意思反了"""
    words = reading.of(phrase)
    if words not in HEADS and (found := DENIED_APART.fullmatch(words)):
        place = Span(phrase.start + found.start("denial"), phrase.start + found.end("denial"))
        shown = words.replace(found["denial"], "再" if "再" in found["denial"] else "", 1)
        yield Hit(
            place,
            f"“{found['head']}”已经是否定，后面的“{found['denial']}”意思反了：“{shown}”",
            asks="要说的是哪一面？",
        )
        return
    head = HEADS[words]
    denial = words.removeprefix(head)
    # 防止不发生: of 不发生 only 不 is too much.
    kept = denial.removeprefix("不") if denial[1:] in VERBS else ""
    shown = head + kept + reading.text[phrase.end : phrase.end + SHOWN_WORDS]
    yield Hit(
        phrase,
        f"“{head}”已经是否定，后面的“{denial}”意思反了：“{shown}”",
        asks="要说的是哪一面？",
    )
