from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.rules.wording.slips import common_words
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

VERBS = "{做,学,抓,想,管,看,查,改,谈,干,办,讲,写,记,问}"
LONGER_VERBS = (
    "{落实,整改,宣传,执行,贯彻,完成,推进,掌握,理解,领会,坚持,履行,把握,发挥,开展,谋划,学习,研究,思考,发现,解决,处理,"
    "考虑,准备,了解,监督,管理,跟进,衔接,配合,运用,结合,推动,督促,查摆,剖析,认识,暴露,沟通,联系,服务,培养}"
)
# How something is done: what a noun with 的 is not.
HOW = (
    "不(?:够(?!的?部分)|到位|深入|深|细致|细|扎实|实|透彻|透|严格|严|彻底|及时|全面|充分|经常|好|牢|紧|准|主动|积极|具体|完整|"
    "理想|多)(?=[，。；：！、\n]|$|的|[，。]?但|和|、)"
)
WELL = r"(?:很|较|比较|非常|还)?(?:好|紧|实|扎实|细|深|快|慢|准|透|严)(?=[，。；\n]|$)"
MANNER = (
    "{认真,全面,深入,系统,主动,积极,及时,准确,严格,自觉,扎实,有效,充分,真正,切实,经常,不断,彻底,完整,清醒,正确,客观,深刻,熟练,"
    "科学,坚决,虚心,耐心,细致}的"
)
DONE = (
    "(?:学习|掌握|贯彻|落实|执行|研究|分析|思考|履行|完成|解决|推进|开展|做好|抓好|理解|领会|把握|反思|查找|查摆|整改|对待|处理|"
    "参加|"
    "发现|推动|加强|听取|接受|改进|了解|认识|坚持|反映|运用)(?!态度|计划|成果|氛围|机会|习惯|精神|方案|方法|能力|办法|措施|制度|体系|机制|"
    "环境|过程|程度|者|力|性|率|的|和|、|与|，|。|；)"
)
PHRASES = Phrases(
    {
        f"{VERBS}的": f"(?:{HOW}|{WELL})",
        f"{LONGER_VERBS}的": HOW,
        MANNER: DONE,
        "{群众,职工,企业,基层,党员,干部,我们,同志}地": "(?:诉求|意见|需求|要求|困难|建议|呼声|利益)",
        "值的": "(?:肯定|学习|注意|警惕|反思|推广|借鉴|关注|研究|重视)",
        "取的": "(?:了|成绩|成效|进展|效果|实效|突破)",
        "{觉的,懂的,获的,显的}": "(?=[自有没不还很更这工问了])",
    }
)
# 没有全面的掌握情况: behind these a verb follows, and no noun.
BEFORE_VERB = LazyPattern(
    r"(?:没有|没|未能|不能|能够|能|做到|未|要|应|应当|必须|可以|不会|去|来|地)$"
)
# 认真的学习了 is a verb, 认真的学习了解 a noun.
VERB_ENDS = LazyPattern("了(?!解)")
CERTAIN = LazyPattern("(?:值|取|觉|懂|获|显)的|..地")


@rule(
    "DZ641",
    phrases=PHRASES,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def misplaced_particle(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """“的”“地”“得”用错"""
    words = reading.of(phrase)
    at = phrase.start + next(at for at, character in enumerate(words) if character in "的地")
    before = reading.text[max(0, phrase.start - 4) : phrase.start]
    span = Span(at, at + 1)
    if CERTAIN.match(words):
        right = "的" if reading.text[at] == "地" else "得"
        if not (before and before[-1] + words[0] in common_words()) or right == "的":
            yield Hit(phrase, _message(words, right), (Edit(span, right),))
    elif "不" in words or words[1] == "的":
        yield from _how(phrase, span, before, words)
    elif VERB_ENDS.match(reading.text, phrase.end):
        message = f"修饰动词用“地”：“{words.replace('的', '地', 1)}”"
        yield Hit(phrase, message, (Edit(span, "地"),))
    elif BEFORE_VERB.search(before):
        message = f"修饰动词用“地”：“{words.replace('的', '地', 1)}”"
        yield Hit(phrase, message, severity=Severity.HINT, asks="后面的词是动词吗？")


def _how(phrase: Span, particle: Span, before: str, words: str) -> Iterator[Hit]:
    """做的不够: certain behind a verb of one character that ends no word (科学的不够) and has no 所 before it."""
    is_short = particle.start == phrase.start + 1
    if before.endswith(("所", "对", "因", "于")) or (
        is_short and before[-1:] + words[0] in common_words()
    ):
        return
    message = _message(words, "得")
    if is_short and "不" in words:
        yield Hit(phrase, message, (Edit(particle, "得"),))
    else:
        yield Hit(phrase, message, severity=Severity.HINT, asks="说的是做得怎样吗？")


def _message(words: str, right: str) -> str:
    wrong = "地" if right == "的" else "的"
    return f"“{words}”应写作“{words.replace(wrong, right, 1)}”"
