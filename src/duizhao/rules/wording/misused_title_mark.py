"""《大走访》活动 → “大走访”活动"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

NAMED = (
    "活动,实践活动,主题活动,系列活动,专项活动,称号,主题教育,教育实践活动,学习教育,专项行动,主题党日,培训班,大赛,比赛,竞赛,讲座,研讨会,座谈会,论坛,工程,行动,"
    "品牌,证书,执照,奖项,奖章,奖,志愿服务队,课程,项目,荣誉"
)
# Work that has a title: 学习《条例》活动 is an activity about it.
WORK = LazyPattern(
    "(?:条例|准则|办法|规定|意见|通知|章程|[法令]|报告|决定|决议|方案|纪要|讲话|选编|读本|(?<!讨)论|典|规范|细则|规则|标准|公报|文选|选集|摘编"
    "|纲要|要点|问答|概论|誓词|宣言|党章|手册|指南|计划|规划|清单|守则|公约|实录|简史|史|书|[）)\\d年])$"
)
TITLE = LazyPattern("《(?P<name>[^《》\n]{2,20})》$")
LONGEST_TITLE = 22
READS = "{学习,执行,违反,根据,按照,依据,对照,贯彻,遵守,落实,学了,查阅了,学习了,违反了,对照了}“"
OF_A_LAW = "[^“”，。\n]{2,30}(?:章程|条例|准则|实施办法|暂行办法|实施细则|暂行规定|工作规则)”"
NAMED_PAPER = "[^“”，。\n]{4,40}的(?:通知|意见|决定|规定|办法|方案|报告|批复|通报|请示|细则|公告)”"
PHRASES = Phrases(
    {
        f"》{{{NAMED}}}": "(?!栏目|[^，。；\n]{0,4}(?:方案|通知|意见|办法|细则|实施|项目申报))",
        READS: OF_A_LAW,
        "{的,了,以,照,据,彻,实,行,习,发,和,、}“关于": NAMED_PAPER,
    }
)


@rule(
    "DZ651",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="GB/T 15834—2011 4.15",
    strength=Strength.USUALLY,
    beyond_statements=True,
    corrects=True,
)
def misused_title_mark(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """书名号、引号用混"""
    text, words = reading.text, reading.of(phrase)
    if words[0] != "》":
        start = phrase.start + words.index("“")
        edits = (Edit(Span(start, start + 1), "《"), Edit(Span(phrase.end - 1, phrase.end), "》"))
        right = f"《{words[words.index('“') + 1 : -1]}》"
        yield Hit(Span(start, phrase.end), f"法规、文件的名称用书名号：{right}", edits)
        return
    before = text[max(0, phrase.start + 1 - LONGEST_TITLE) : phrase.start + 1]
    found = TITLE.search(before)
    if found is None or WORK.search(found["name"]):
        return
    start = phrase.start - len(found["name"]) - 1
    span = Span(start, phrase.start + 1)
    edits = (Edit(Span(start, start + 1), "“"), Edit(Span(phrase.start, phrase.start + 1), "”"))
    yield Hit(
        span,
        f"书名号只标书籍、报刊、文件、节目一类的名称，{words[1:]}的名称用引号",
        edits,
        asks="是作品或文件的名称吗？",
    )
