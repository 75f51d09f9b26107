from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span

# Each word with its explanation, and with what must follow for it to be misused.
WORDS: dict[str, tuple[str, str]] = {
    "以致于": ("词典收“以至于”“以致”，未收“以致于”；说坏的结果用“以致”，说程度用“以至于”", ""),
    "截止到": ("“截止”是到期停止；说到某时为止，用“截至”", r"\d|目前|今|本|上|年|月|现"),
    "截止目前": ("“截止”是到期停止；说到某时为止，用“截至”", ""),
    "报刊杂志": ("“报刊”已含杂志；用“报刊”或“报纸杂志”", ""),
    "凯旋归来": ("“旋”就是归来；用“凯旋”", ""),
    "付诸于": ("“诸”就是“之于”；用“付诸”", ""),
    "见诸于": ("“诸”就是“之于”；用“见诸”", ""),
    "诉诸于": ("“诸”就是“之于”；用“诉诸”", ""),
    "亲眼目睹": ("“目睹”就是亲眼看到；用“目睹”或“亲眼看到”", ""),
    "悬殊很大": ("“悬殊”就是相差很大；用“悬殊”或“相差很大”", ""),
    "目的是为了": ("“目的”与“为了”只留一个", ""),
    "原因是因为": ("“原因”与“因为”只留一个", ""),
    "切忌不要": ("“忌”就是不要；用“切忌”或“切记不要”", ""),
    "避免不再": ("多了一个“不”，意思反了", ""),
    "防止不再": ("多了一个“不”，意思反了", ""),
    "以免不再": ("多了一个“不”，意思反了", ""),
    "防止不要": ("多了一个“不”，意思反了", ""),
    "无时无刻都": ("“无时无刻”要说“无时无刻不”；说每时每刻，用“时时刻刻”", ""),
    "无时无刻在": ("“无时无刻”要说“无时无刻不”；说每时每刻，用“时时刻刻”", ""),
    "共计总共": ("“共计”“总共”只留一个", ""),
    "胜利凯旋": ("“凯旋”就是胜利归来；用“凯旋”", ""),
}
PHRASES = Phrases({word: f"(?={after})" for word, (_, after) in WORDS.items()})


@rule(
    "DZ617",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="《现代汉语词典》（第7版）",
    strength=Strength.PRACTICE,
    beyond_statements=True,
)
def misused_word(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """词语误用"""
    word = reading.of(phrase)
    yield Hit(phrase, f"“{word}”：{WORDS[word][0]}")
