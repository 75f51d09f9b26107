"""What stands beside a wrong form may make it right: two words that meet, or a person's name."""

from __future__ import annotations

from duizhao.document.people import CLEAR_SURNAMES
from duizhao.rules.wording.misspellings import exceptions
from duizhao.rules.wording.slips import known_words
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

# What follows a name: a form of address, an office, or the next name.
AFTER_NAME = LazyPattern(
    r"(?:同志|先生|女士|同学|老师|[、（(:：]|书记|主任|委员|副?[局处科院校部市县区镇乡站所队]长|等)"
)

# What an office says of its work: such a word stands alone, and so does what stands between two of them.
_BEFORE = (
    "加强|提高|提升|增强|完善|健全|落实|推进|推动|开展|强化|严格|深化|规范|改进|履行|执行|明确|缺乏|缺少|存在|抓好|抓|强|重视|"
    "忽视|放松|注重|坚持|坚定|发挥|制定|组织|参加|深入|研究|解决|化解|提出|形成|建立|工作|思想|政治|理论|业务|管理|服务|主动|"
    "认真|自觉|党性|纪律|作风|党建|廉洁|民主|主体|领导|党员|干部|群众|基层|单位|部门|班子|支部|问题|责任|制度|整改|监督|"
    "没有|未能|及时|全面|切实|积极|不断|持续|有效|统筹|扎实|严肃|加快|优化|保障|保证|维护|促进|引导|指导|督促|协调|配合|处理|处置|"
    "办理|调查|掌握|举办|实施|对照|反映|汇报|企业|项目|社会|生产|安全|环境|经济|发展|乡村|教育|医疗|财政|执法|群体|同志|成员"
)
_BEHIND = (
    "不[深够实力强高清明严细多足畅紧密透准硬大好齐全稳快广新牢专真诚勤敢愿能]|不到位|不及时|不具体|不规范|不健全|不完[整善]|"
    "不扎实|不彻底|不经常|不平衡|不充分|不突出|不作为|不担当|走过场|走形式|走样|流于|打折扣|薄弱|淡[薄化]|滞后|缓慢|松散|松懈|"
    "松弛|混乱|偏[软宽松低慢少弱]|空[泛洞]|简单|单一|少|差|弱|低|慢|较[少差弱低慢多大]|有待|有差距|有所|存在|意识|能力|精神|观念|"
    "问题|作用|标准|作风|方法|方式|制度|机制|工作|建设|管理|情况|措施|质量|水平|效果|成效|责任|任务|要求|思想|教育|学习|监督|"
    "落实|整改|检查|发展|环境|氛围|体系|力度|本领|素质|精力|隐患|流程|程序|环节|台账|清单|方案|计划|材料|资金|费用|行为|现象|做法|纪律|规定|手续|"
    "数据|报告|会议|文件|群众|干部|党员|基层|部门|单位|考核|评价|查处|整治|治理|防范|宣传|培训|培养|沟通|协调|配合|保障|"
    "指标|名单|次数|频次|人员|队伍|项目|工程|政策|设施|设备|场所|平台|渠道|速度|进度|进展|时间|人数|比例|档案|记录|案件|线索|信息|"
    "职能|职责|岗位|目标|方向|思路|理念|动力|活力|局面|格局|模式|成果|成绩|经验|教训|原则|底线|条件|压力|风险|矛盾|困难|难题|需求|"
    "诉求|意见|建议|满意|覆盖|到位|解决|处理|办理|审批|审核|报销|使用|实施|执行|推进|更新|维护|改造|服务"
)
WORDS_BEFORE = frozenset(_BEFORE.split("|"))
PARTICLES = frozenset("的了和与及对在把将被是有无")
WORD_BEHIND = LazyPattern(_BEHIND)
FIRST_BEHIND = frozenset(word[0] for word in _BEHIND.split("|"))
CLAUSE_END = frozenset("，。；、：！？\n")


def stands_alone(text: str, form: Span) -> bool:
    """True if the neighbours of `form` are words of office work, or one such word and the border of the clause."""
    start, end = form
    if end == len(text) or text[end] in CLAUSE_END:
        return _follows_word(text, start)
    if text[end] not in FIRST_BEHIND or not WORD_BEHIND.match(text, end):
        return False
    before = text[start - 1 : start]
    return not "\u4e00" <= before <= "\u9fff" or before in PARTICLES or _follows_word(text, start)


def _follows_word(text: str, start: int) -> bool:
    # None of these words is longer than two characters.
    before = text[max(0, start - 2) : start]
    return before in WORDS_BEFORE or before[-1:] in WORDS_BEFORE


def is_met(text: str, form: Span, *, either: bool) -> bool:
    """True if `form` may consist of two words that meet: its first character ends a common word, and its last begins
    one. With `either` one of the two is enough.
    """
    start, end = form
    ends = text[max(0, start - 1) : start + 1] in known_words()
    begins = text[end - 1 : end + 1] in known_words()
    return (ends or begins) if either else (ends and begins)


def is_name(text: str, form: Span) -> bool:
    """True if `form` of two characters may be a given name: a surname before it, what follows names behind it."""
    start, end = form
    if end - start != 2 or not start or text[start - 1] not in CLEAR_SURNAMES:
        return False
    return bool(AFTER_NAME.match(text, end))


def is_part_of_right(text: str, form: Span) -> bool:
    """True if `form` stands in a longer string in which it is right."""
    wrong = form.of(text)
    return any(
        text.startswith(longer, form.start - longer.index(wrong))
        for longer in exceptions()
        if wrong in longer and form.start >= longer.index(wrong)
    )
