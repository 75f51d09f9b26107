"""以免不再出现差错 → 以免再出现差错"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span

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
PHRASES = Phrases({f"{{{heads}}}{{{denials}}}": rest for heads, denials, rest in DENIED})
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
