from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

UNTIL = "“截止”是到期停止；说到某时为止，用“截至”"
DAY = r"\d|目前|今|本|上|年|月|现|去|20|二〇"
ONE_NO = "多了一个“不”，意思反了，如“{}”"
SKILLS = "理论 政策理论 业务 管理 服务 政治 思想 工作 履职 政策"
LEVELS = [verb + what for verb in ("加强", "加强了", "增强", "增强了") for what in ("", *SKILLS.split())]  # fmt: skip
SAME = ("类似", "同样", "同样的", "此类", "同类")
AGAIN = [same + what for same in SAME for what in ("问题", "错误", "情况", "事件")]
AGAIN += ["问题", "错误", "违纪问题", "再次", "今后"]
WARDED_OFF = [verb + what for verb in ("避免", "防止", "以免", "杜绝") for what in ("", *AGAIN)]
FORCES = [
    verb + what
    for verb in ("提高", "提升")
    for what in ("", "工作", "监督", "检查", "执法", "整改", "宣传")
]
ABSTRACT = (
    "贡献", "应有贡献", "应有的贡献", "新贡献", "更大贡献", "积极贡献", "决定", "部署", "安排", "决策", "承诺", "指示",
    "批示", "牺牲", "处理决定",
)  # fmt: skip
# Each word with its explanation, and with what must follow for it to be misused.
WORDS: dict[str, tuple[str, str]] = {
    "以致于": ("词典收“以至于”“以致”，未收“以致于”；说坏的结果用“以致”，说程度用“以至于”", ""),
    "截止到": (UNTIL, DAY),
    "截止目前": (UNTIL, ""),
    "截至到": ("“截至”就是到某时为止；用“截至”", DAY),
    "截止20": (UNTIL, r"\d\d年"),
    **{f"截止{month}月": (UNTIL, r"\d|底|初") for month in range(1, 13)},
    **{
        f"截止{day}": (UNTIL, "")
        for day in ("今年", "去年", "本月", "上月", "今日", "昨日", "年底")
    },
    **{
        f"{unit}截至": ("说到期停止，用“截止”；“截至”后面要有时间", "[，。；）]|$|报名")
        for unit in "日月年底"
    },
    "报刊杂志": ("“报刊”已含杂志；用“报刊”或“报纸杂志”", ""),
    "凯旋归来": ("“旋”就是归来；用“凯旋”", ""),
    "付诸于": ("“诸”就是“之于”；用“付诸”", ""),
    "见诸于": ("“诸”就是“之于”；用“见诸”", ""),
    "诉诸于": ("“诸”就是“之于”；用“诉诸”", ""),
    "亲眼目睹": ("“目睹”就是亲眼看到；用“目睹”或“亲眼看到”", ""),
    "悬殊很大": ("“悬殊”就是相差很大；用“悬殊”或“相差很大”", ""),
    "目的是为了": ("“目的”与“为了”只留一个，用“目的是”", ""),
    "原因是因为": ("“原因”与“因为”只留一个，用“原因是”", ""),
    "原因是由于": ("“原因”与“由于”只留一个，用“原因是”", ""),
    "切忌不要": ("“忌”就是不要；用“切忌”或“切记不要”", ""),
    "切勿不要": ("“勿”就是不要；用“切勿”", ""),
    **{f"{word}不再": (ONE_NO.format(f"{word}再"), "") for word in WARDED_OFF},
    "防止不要": (ONE_NO.format("防止"), ""),
    "无时无刻都": ("“无时无刻”要说“无时无刻不”；说每时每刻，用“时时刻刻”", ""),
    "无时无刻在": ("“无时无刻”要说“无时无刻不”；说每时每刻，用“时时刻刻”", ""),
    "共计总共": ("“共计”“总共”只留一个", ""),
    "胜利凯旋": ("“凯旋”就是胜利归来；用“凯旋”", ""),
    "涉及到": ("“及”就是到；公文里用“涉及”", "(?!位)"),
    "来自于": ("“自”就是从；公文里用“来自”", ""),
    "的请示报告": ("“请示”“报告”是两个文种，一份公文只用一个", r"(?:[，。；]|交|报|没)"),
    **{
        f"{word}水平": ("“水平”与“加强”“增强”不搭配，用“提高”", "(?!衡|线|面|的|仪|方)")
        for word in LEVELS
    },
    **{f"{word}力度": ("“力度”与“提高”“提升”不搭配，用“加大”", "") for word in FORCES},
    **{f"做出{word}": ("公文里抽象的事多写“作出”", "") for word in ABSTRACT},
}
# 报名截止2024年5月 names the day of the end, and so may 5月1日报名，截止5月8日.
CLAUSE_START = LazyPattern(r"[^\u4e00-\u9fffA-Za-z0-9]|$")
# Each beginning of a misuse that only one word mends, whatever the sentence says.
MENDS = {
    "截止到": "截至", "截至到": "截至", "截止目前": "截至目前", "凯旋归来": "凯旋", "付诸于": "付诸", "见诸于": "见诸",
    "诉诸于": "诉诸", "原因是因为": "原因是", "原因是由于": "原因是", "切忌不要": "切忌", "切勿不要": "切勿",
}  # fmt: skip
PHRASES = Phrases(
    {
        word: f"(?={after})" if not after.startswith("(?!") else after
        for word, (_, after) in WORDS.items()
    }
)


@rule(
    "DZ617",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="《现代汉语词典》（第7版）",
    strength=Strength.PRACTICE,
    beyond_statements=True,
    corrects=True,
)
def misused_word(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """词语误用"""
    word = reading.of(phrase)
    why = WORDS[word][0]
    right = MENDS.get(word)
    if word.startswith("截止") and right is None:
        before = reading.text[phrase.start - 1 : phrase.start]
        if not CLAUSE_START.match(before):
            return
        phrase, word = Span(phrase.start, phrase.start + 2), "截止"
        right = "" if before == "，" else "截至"
    yield Hit(phrase, f"“{word}”：{why}", (Edit(phrase, right),) if right else ())
