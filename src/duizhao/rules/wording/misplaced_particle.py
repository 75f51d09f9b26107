from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.rules.wording.slips import common_words
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

VERBS = (
    "{做,搞,学,抓,想,管,看,查,改,谈,干,办,讲,写,记,问,跑,说,开,下,走,用,压,听,盯,挖,拖,卡,吃,提,教,带,抠,扎,沉,审,"
    "传,读,背,练,赶,催,推,跟,贴,绷,拧}"
)
LONGER_VERBS = (
    "{落实,整改,宣传,执行,贯彻,完成,推进,掌握,理解,领会,坚持,履行,把握,发挥,开展,谋划,学习,研究,思考,发现,解决,处理,"
    "考虑,准备,了解,监督,管理,跟进,衔接,配合,运用,结合,推动,督促,查摆,剖析,认识,暴露,沟通,联系,服务,培养,进展,钻研,表现,"
    "体现,汇报,协调,排查,反思,调研,走访,传达,部署,检查,参与,发言,检视,反映,办理,回应,处置,核查,化解,整治,传导,压实,批评,分析,把关,控制,安排}"
)
# How something is done: what a noun with 的 is not.
MANNERS = (
    "(?:到位|深入|深透|深刻|深|细致|细|扎实|实|透彻|透|严格|严|彻底|及时|全面|充分|经常|好|牢固|牢|紧密|紧|对(?!称|应|象|策|比)|准确|准|主动|积极|"
    "具体|完整|清楚|明显|理想|顺利|规范|坚决|有力|认真|多|少|快|慢|早|晚|高|低|轻|重|浅|粗|宽|松|近|远|勤|满|久|死|厉害|空|虚|偏|僵|乱|差|糟|长|短)"
)
ENDS = r"(?=[，。；：！、\n不]|$|但|和)"
HOW = (
    rf"(?:不够{MANNERS}?|(?:还|很|远远)不够|(?:还|是)?不(?:太|很)?{MANNERS})(?:{ENDS}|的)(?!的?部分)"
    rf"|(?:太|过于|还?比较){MANNERS}{ENDS}"
)
WELL = rf"(?:再|很|较|比较|非常|还|更|更加)?{MANNERS}(?:一些)?(?=[，。；、\n]|$)"
SURE = LazyPattern(
    ".的不(?:够|到位|深入|深|细致|细|扎实|实|透彻|透|严格|严|彻底|及时|全面|充分|经常|好|牢|紧|准|主动|积极|具体|完整|理想)"
)
MANNERS_OF_ACTING = (
    "认真,全面,深入,系统,主动,积极,及时,准确,严格,自觉,扎实,有效,充分,真正,切实,经常,不断,彻底,完整,清醒,正确,客观,深刻,熟练,科学,坚决,虚心,耐心,细致,长期,"
    "一次又一次,一遍又一遍,一步一步,坚定不移,不折不扣,毫无保留,持之以恒,消极,被动,主观,草率,敷衍,笼统,大胆,果断,诚恳,坦诚,有计划,有步骤,有目的,有意识,有重点,始终如一,一心一意,实实在在,创造性,简单,很好,更好,盲目,片面,机械,持续,反复,广泛,刻苦,严肃,冷静,理性,随意,轻易,针对性,具体"
)
MANNER = f"{{{MANNERS_OF_ACTING}}}的"
DONE = (
    "(?:学习|掌握|贯彻|落实|执行|研究|分析|思考|履行|完成|解决|推进|开展|做好|抓好|理解|领会|把握|反思|查找|查摆|整改|对待|处理|"
    "参加|配合|支持|融入|投入|发现|推动|加强|听取|应付|照搬|追求|解释|增强|完善|健全|接待|检讨|出现|沉下|接受|改进|了解|认识|坚持|反映|运用|发挥|忽视)(?!态度|计划|成果|氛围|机会|习惯|精神|方案|方法|能力|办法|措施|制度|"
    "体系|机制|环境|过程|程度|作用|者|力|性|率|的|和|、|与|，|。|；)"
)
# Behind these no noun with 的 goes on: 自觉的把自己摆进去, 深刻的认识到, 及时的向组织报告.
ACTING = (
    "(?:把(?!握|关|柄|手|戏)|将(?!来|军|士|领|帅|才)|向(?=组织|党|上级|领导|群众|基层|他|大家|书记|班子)|以(?=文件|会议|讲话|权|身|案)|"
    "被(?!告|动|害|子)|(?:认识|意识|感受|体会|领悟|察觉)到|忽视了|放松了|照搬|照抄|套用|做好|抓好|抓实|回答了|开展(?=学习|工作|调研|批评|自查|谈心))"
)
LACKS = (
    "够,到位,深,深入,实,细,严,紧,透,好,力,及时,彻底,扎实,清楚,完整,规范,全面,具体,主动,准,牢,"
    "够深,够细,够实,够严,够好,够多,够有力,够深入,够扎实,够尖锐"
)
PRAISE = (
    "不可开交,头头是道,一塌糊涂,井井有条,不亦乐乎,津津有味,喘不过气,团团转,不得了,面红耳赤,哑口无言,"
    "一干二净,一清二楚,恰到好处,有声有色"
)
ACTS_DONE = (
    "接受,指出,提出,完成,分析,回答,解决,整改,回顾,反思,检查,查摆,研究,部署,执行,传达,履行,推进,开展,处理,纠正,汇报,听取,检讨,剖析,总结,认识,接待,处置,化解,加强,改进,介绍,说明,批评,"
    "征求,落实"
)
THINGS = "{工作,学习,单位,理论,思想,管理,服务,组织,部门,制度,干部,党员}"
QUALITIES = "{主动性,系统性,积极性,针对性,自觉性,创造性,重要性,规章,制度,质量,水平,效率,能力}"
CHANGED = "麻木|被动|懒散|松懈|迟钝|更加|越来越|不[再敢想愿]|复杂|困难|薄弱|模糊|冷漠|圆滑|浮躁|急躁|消极|世故"
PHRASES = Phrases(
    {
        f"{VERBS}的": f"(?:{HOW}|{WELL})",
        # 整改的不少 are those who mended.
        f"{LONGER_VERBS}{{的,地}}": f"(?!不?太?[多少])(?:{HOW})",
        MANNER: f"(?:{ACTING}|{DONE})",
        "{群众,职工,企业,基层,党员,干部,我们,同志,公室,一线,领导,自己,本人,组织}地": (
            "(?:诉求|意见|需求|要求|困难|建议|呼声|利益|时间|问题|作用|作风|思想|精神)"
        ),
        "{群众,职工,企业,基层,党员,干部,同志}得": "(?:意见|诉求|需求|困难|呼声|利益|问题|作风|思想)",
        "{做,说,学,抓,想,讲,写,干,看,谈,改,管,跑,问,查,提,跟,落实,整改,执行,完成}地": f"(?:{HOW}|{WELL})",
        "{系统,全面,具体,有效}地": "(?:理论学习|措施|办法|方案|机制|目标|思路|能力|作风)",
        "{深刻,惨痛,沉痛,突出,严重,明显,良好,薄弱,扎实}地": (
            "(?:教训|印象|影响|后果|问题|短板|变化|习惯|氛围|差距|环节|基础|作风)"
        ),
        "{反映,提出,存在,查摆,发现,暴露,关心}得": "(?:(?:突出|主要|具体|热点|难点)?问题|意见|诉求|困难|矛盾|情况)",
        # These stand before verbs alone.
        "{慢慢,逐步,逐渐,渐渐,不知不觉,不自觉}的": (
            "(?!过程|变化|影响|态度|精神|作用|努力|决心|信念|学习|教育|方式|习惯|发展|状态|信任|支持|尝试|失败|挫折|机会|，|。|、|和|是|事|人)[\u4e00-\u9fff]{2}"
        ),
        "{放松,落后,变化,差,缺,严重,浪费,拖}的厉害": "",
        "{良好,正确,严格}地{工作,学习,生活,思想}{习惯,作风,态度,方法}": "",
        f"{THINGS}得{QUALITIES}": "",
        "{深入,扎实,到位,及时,具体,突出,普遍,彻底}地问题": "",
        f"的不{{{LACKS}}}": "(?=[，。；：！、\n]|$|的问题|和)",
        "的太{晚,早,少,多,慢,快,低,高,轻,重,浅,粗,松,急,死,满,远,差}": "(?=[，。；！、\n]|$)",
        f"的{{{PRAISE}}}": "",
        f"的{{{ACTS_DONE}}}了": "(?!解|[吗吧呢])",
        "{突出,明显,主要,具体,根本,直接}地{表现,原因,体现,做法}是": "",
        "值的": "(?:肯定|学习|注意|警惕|反思|推广|借鉴|关注|研究|重视)",
        "取的": "(?:了|(?:明显|显著|一定|较大|较好|新|初步|好)?的?(?:成绩|成效|进展|效果|实效|突破))",
        "{觉的,懂的,获的,显的}": "(?=[自有没不还很更这工问了差被过比力])",
        "变的": f"(?={CHANGED})",
    }
)
# 没有全面的掌握情况: behind these a verb follows, and no noun.
BEFORE_VERB = LazyPattern(
    r"(?:没有|没|未能|不能|能够|能|做到|未|要|应|应当|必须|可以|不会|去|来|地)$"
)
# 认真的学习了 is a verb, 认真的学习了解 a noun.
VERB_ENDS = LazyPattern("了(?!解)")
ACTS = LazyPattern(ACTING)
NEVER_NOUN = LazyPattern(
    "(?:参加|做好|抓好|听取|融入|投入|对待|忽视|应付|照搬|追求|加强|履行|接受|开展|推进|推动|完成|完善|健全|接待|出现)(?=[\u4e00-\u9fff]{2})"
)
MANNER_WORDS = frozenset(MANNERS_OF_ACTING.split(","))
HOW_WELL = LazyPattern(HOW)
ONLY_VERBS = frozenset("值取觉懂获显变")
# 不懂的问题, 听懂的人.
UNDERSTOOD = frozenset("不没都听看读弄搞")
# 调成的多，回头看的少.
AS_MANY = LazyPattern("的[多少][^。；\n]{0,8}$")
ONLY_BEFORE_VERBS = frozenset(("慢慢", "逐步", "逐渐", "渐渐", "不知不觉", "不自觉"))
# Before 的不够: 定的不够实, 批评的不够尖锐; not 他的不足.
VERB = LazyPattern(
    "(?:[做搞学抓想管看查改谈干办讲写记问跑说开走用压听盯挖拖卡吃提教带沉审传读练赶催推跟来去坐打送答评考算编排订印选配修清交追补填调定建批放收报忙累立盼用]"
    "|改造|整治|整顿|治理|建设|培养|选拔|任用|考核|排查|化解|核实|讲解|解读|沟通|交流|联系|总结|剖析|反思|批评|监督|检查|学习|贯彻|落实|执行|传达|宣传|研究|部署|推进|整改|管理|帮扶|服务|教育|引导|协调|配合|考虑|思考|准备|掌握|了解|理解|领会|把握|履行|坚持)$"
)
ADJECTIVE = LazyPattern(
    "(?:高兴|愉快|严肃|认真|积极|主动|深刻|客观|全面|系统|及时|圆满|顺利|坦诚|虚心|耐心|冷静|清醒|坚决|果断|诚恳|详细|细致|深入|彻底|严格|热情|迅速"
    "|很好|勉强|被动|痛快|爽快|如实|逐一|再次|多次|郑重|明确|准确|扎实|有效)$"
)
IS_IT_A_VERB = "后面的词是动词吗？"


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
    size = next(at for at, character in enumerate(words) if character in "的地得")
    head, wrong = words[:size], words[size]
    before = reading.text[max(0, phrase.start - 4) : phrase.start]
    if wrong == "的" and head in ONLY_VERBS:
        understood = head == "懂" and before[-1:] in UNDERSTOOD
        if before[-1:] + head not in common_words() and before[-1:] != "之" and not understood:
            yield _hit(phrase, words, size, "得")
    elif wrong == "的" and head in ONLY_BEFORE_VERBS:
        yield _hit(phrase, words, size, "地", asks=IS_IT_A_VERB)
    elif wrong == "的" and words.endswith("厉害"):
        yield _hit(phrase, words, size, "得")
    elif size == 0:
        yield from _behind(phrase, before, words)
    elif wrong == "的" and head in MANNER_WORDS:
        yield from _manner(phrase, reading.text, words, size)
    elif wrong == "的" or size == 1 or HOW_WELL.match(words, size + 1):
        around = reading.text[max(0, phrase.start - 12) : phrase.start]
        yield from _how(phrase, around, words, size)
    elif head in MANNER_WORDS:
        yield _hit(phrase, words, size, "的", asks="后面的词是名词吗？")
    else:
        yield _hit(phrase, words, size, "的")


def _manner(phrase: Span, text: str, words: str, size: int) -> Iterator[Hit]:
    """认真的学习了, 自觉的把自己摆进去: how something is done, before a verb."""
    before = text[max(0, phrase.start - 4) : phrase.start]
    acts = ACTS.match(words, size + 1)
    if not acts and VERB_ENDS.match(text, phrase.end):
        yield _hit(phrase, words, size, "地")
    elif acts or BEFORE_VERB.search(before) or NEVER_NOUN.match(text, phrase.start + size + 1):
        yield _hit(phrase, words, size, "地", asks=IS_IT_A_VERB)


def _behind(phrase: Span, before: str, words: str) -> Iterator[Hit]:
    """措施定的不实, 高兴的接受了: known by what stands behind 的."""
    acts = words.endswith("了")
    if acts and not ADJECTIVE.search(before):
        return
    if not acts and not VERB.search(before):
        return
    shown = before[-2:].rpartition("\n")[2] + ("地" if acts else "得") + words[1:]
    asks = IS_IT_A_VERB if acts else "说的是做得怎样吗？"
    place = Span(phrase.start, phrase.start + 1)
    yield Hit(
        place,
        f"这里的“的”应写作“{shown[-len(words)]}”：“{shown}”",
        severity=Severity.HINT,
        asks=asks,
    )


def _how(phrase: Span, around: str, words: str, size: int) -> Iterator[Hit]:
    """做的不够: certain behind a verb of one character that ends no word (科学的不够) and has no 所 before it."""
    if around.endswith(("所", "对", "因", "于")) or (
        size == 1 and around[-1:] + words[0] in common_words()
    ):
        return
    if len(words) == size + 2 and words[-1] in "多少" and AS_MANY.search(around):
        return
    asks = "" if SURE.match(words) else "说的是做得怎样吗？"
    yield _hit(phrase, words, size, "得", asks=asks)


def _hit(phrase: Span, words: str, size: int, right: str, asks: str = "") -> Hit:
    """The particle behind the first `size` characters is wrong: to be mended, or a question."""
    message = f"“{words}”应写作“{words[:size]}{right}{words[size + 1 :]}”"
    if asks:
        return Hit(phrase, message, severity=Severity.HINT, asks=asks)
    particle = Span(phrase.start + size, phrase.start + size + 1)
    return Hit(phrase, message, (Edit(particle, right),))
