"""What can be counted in a text that bears no name of a statement, and the weight of each count.

The weights are those of a logistic regression over the texts in tests/statement/kinds_of_text, fitted by
tools/fit_traits.py and rounded to tenths. A weight whose sign contradicts what its trait means was left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from duizhao.document.people import CLEAR_SURNAMES, personal_name
from duizhao.profiles import ChapterKind
from duizhao.statement.faults import is_deficient
from duizhao.statement.model import CHAIN_KINDS, Chapter
from duizhao.statement.outline.kinds import kinds
from duizhao.statement.outline.sentence_labels import best_labels
from duizhao.statement.outline.sentence_layout import sentences_of
from duizhao.statement.recognition.evidence import (
    AGAINST_IN_BODY,
    AGAINST_IN_TITLE,
    EXAMINES_ONESELF,
    heaviest,
    weigh,
)
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

CHAIN = frozenset(CHAIN_KINDS)
OURS = "(?![们国市县省区局厅委办镇乡校院司处科军党方店自州盟旗兵将]|单位|部门|公司|街道)"
WRITER = f"本人|俺|(?<![自忘小大无])我{OURS}"
ONESELF = LazyPattern(f"{WRITER}|(?:批评|检查|剖析|解剖|检视)自己")
TEAM = LazyPattern("班子|支部|支委|党组(?!织)|[我咱俺]们")
ANOTHER = LazyPattern("(?<![其吉])[他她](?![人国山日乡物])")
SPEAKER = LazyPattern(
    "(?m)^([\u4e00-\u9fff]{1,3}|[\u4e00-\u9fff]{2}(?:书记|委员|主任|组长|队长|校长|经理|代表))："
)
QUOTED = LazyPattern("“[^”\n]{6,}”")
SENTENCE = LazyPattern("[^。！？!?\n]+")
LABEL = LazyPattern(
    r"(?m)^[ \t\u3000|│—\-·*（(]*+(?:[一二三四五六七八九十\d]+[、.．）)]\s*|第[一二三四五六]+(?:部分|[，、方]面?)\s*)?"
    r"([\u4e00-\u9fff]{1,14})(?:[：:|]|$)"
)
"""What a line begins with before a colon or a line of a table, and a line of a few words."""
FAULT_IN_TITLE = LazyPattern(
    "问题|不足|差距|短板|毛病|缺点|短处|检查|检讨|剖析|检视|查摆|反思|反省|自评|自查|党性|责任|评议|未按|违[规纪反]|[漏瞒迟]报"
)
ONESELF_IN_TITLE = LazyPattern(
    "个人|自身|自我|自己|班子|支(?<!团支)部|本人|我|党员|党性|生活会|评议"
)
IN_TEXT = {
    "life": (3, LazyPattern(
        "党(?![校报史旗派课])|班子|支(?<!团支)部|支书|组织(?!架构|部)|生活会|民主评议|初心|宗旨|信仰|理想信念|人民|"
        "政治(?:能力|意识|纪律|站位|判断力)|四个意识|两个确立|主题教育|教育整顿|群众|作风|纪律|好人主义|"
        "形式主义|官僚主义|享乐|特权|担当|一团和气")),
    "frame of mind": (3, LazyPattern(
        "宗旨|觉悟|惰|懒|私心|面子|怕得罪|好人|侥幸|安逸|放松|淡[了漠薄化]|特权|初心|老资格|倚老|名利|傲慢|自满|"
        "责任心|进取|党性|纪律(?:观念|意识)|麻木|架子|官僚|形式|省事|怕麻烦|图|心里|思想|自律|良心|惯了|当成")),
    "criticism asked for": (1, LazyPattern(
        "(?:(?<!申)请|欢迎|望(?!于)).{0,6}(?:同志|大家|各位|组织|支部)?.{0,6}(?:批评|监督|指出来|不留情面)|批评(?:指正|帮助)|"
        "接受(?:组织|大家|同志|支部|群众|党内)[^，。]{0,4}(?:监督|评议)")),
    "you": (3, LazyPattern("[你您](?!们?好)|贵(?:司|行|校|单位)|同学们|大家好|各位")),
    "exclaimed": (2, LazyPattern("！")),
    "merit": (4, LazyPattern(
        "优秀|先进|第一(?![，、是个条方])|合格|圆满|称号|成效|取得|荣获|完成率|提高到|压缩到|增长|超额|有力|显著|经验|亮点")),
    "others in general": (4, LazyPattern(
        "部分|有的|有些|一些|少数|个别|不少|某[县镇乡市局厅院区]?|[每各](?:个|名|位|级)?(?:党员|干部|单位|支部|级)|党员(?:们|应|要|首先|可以)|"
        "同志们|本文|样本")),
    "we": (4, LazyPattern("[我咱]们")),
    "quantities": (6, LazyPattern(
        r"\d[\d.,]*(?:余|多)?(?:万|亿|[%％]|个百分点|人次|[人名家户场期份条项篇亩吨]|公里)")),
}  # fmt: skip
"""Words by the trait that they show, each with how many count at most."""
PROMISE = LazyPattern(
    "补[齐上交]|已(?:退|补|道歉|向|报|交)|道歉|认错|退还|不再|每[天周月季晚早]|[天日月年周度底][内前底]|"
    "下(?:周|月|回|次)|从(?:今天|明天|本周|下周|这个?月|今|本月)|今后|以后|往后|下一?步|整改|改正|改进|打算|措施"
)
NUMBERED = LazyPattern(r"\s*[（(]?[一二三四五六七八九十\d]+[、.．）)]")
TO_OTHERS = LazyPattern(
    r"(?:^|[，；：])[^，；：]{0,6}?(?:要(?![求是不么钱件点害靠])|应当?(?!付)|须|必须|不得|不要|严禁|请(?![示假客战教过了])|务必|希望|建议)"
)
OF_OTHER_PAPERS = LazyPattern(
    r"\s*+[（(]?(?:[一二三四五六七八九十\d]+[、.．）)]\s*+)?(?:\d+年(?:度)?)?(?:总体要求|指导思想|(?:工作|绩效|总体|主要)目标|"
    "(?:主要|重点|整改|工作)任务|组织保障|(?:保障|工作)(?:措施|要求|步骤)|(?:主要)?工作(?:完成|开展|进展|推进|落实)?(?:情况|成效|亮点)?|"
    "主要(?:做法|成效)|廉洁从政|工程进度|资金使用|背景|意见建议|下一步工作|(?:明年|来年|下一?年度?)[^，。]{0,8}|"
    "[^，。\n]{0,6}工作(?:打算|思路|安排|计划))(?:[：:。]|$)"
)
"""Headings that work reports, plans and schemes have, and statements seldom."""
PARTY = LazyPattern("党(?:员|组|委|支|小组|总支|性|费|章|课)|(?<!团)支部|生活会|纪委")
OPENING_LINES, LONGEST_ADDRESS = 3, 25
ADDRESS = LazyPattern("[^。；]+[：:]")
OF_COLLEAGUES = LazyPattern(
    "党|支部|支书|同志|书记|组织|纪委|大家|问题|不足|表现|方面|如下|对照|查|原因|措施"
)
"""What lines have in them that address the Party and colleagues, and those that are labels and no address."""
MOST_AGAINST, SURELY_OTHER = 9, 6
NEARLY_A_NAME = 3  # the weight of a title with words as 检视 or 自我批评
ABOUT_ANOTHER, DIALOGUE = 4, 6
FEWEST_TURNS = 3
LAST_SENTENCES = 3
MOST_LABELLED, MOST_FAULTS = 4, 8

BASE = -29
WEIGHTS = {
    "private": -10, "impersonal": -6, "others in general": -5, "others alone": -6, "problems first": 27,
    "title examines": 27, "fault of one's own in title": 12, "title against": -56, "against": -4, "faults": 5,
    "chapters of other papers": -30, "oneself": 2, "oneself in Party life": 7, "headings": 9,
    "starts in the middle": 8, "promises at the end": 7, "to others": -45, "life": 2, "frame of mind": 6,
    "criticism asked for": 28, "you": -7, "exclaimed": -21, "merit": -3, "labelled problems": 4,
    "problems of one's own": 3, "labelled measures": 7, "we": -3, "quantities": -8, "addressed to others": -23,
}  # fmt: skip
"""Tenths of the logarithm of the odds, for each unit of a trait."""
AGAINST = {
    "title against", "against", "to others", "you", "exclaimed", "merit", "private", "impersonal",
    "others in general", "others alone", "we", "chapters of other papers", "quantities", "addressed to others",
}  # fmt: skip
"""The traits whose weights must be negative."""


def traits(title: str, text: str, chapters: Sequence[Chapter]) -> tuple[dict[str, float], str]:
    """The counts in a text, and the kind of other text that it has the words of; empty if it has none."""
    against, kind = _against(title, text)
    written = QUOTED.sub("", text)
    own = min(4, len(ONESELF.findall(written)))
    sentences = SENTENCE.findall(written)
    found: dict[str, float] = {
        name: min(most, len(words.findall(text))) for name, (most, words) in IN_TEXT.items()
    }
    impersonal = not (own or TEAM.search(text))
    # News and laws tell of faults and duties too, and of nobody who writes.
    is_foreign = impersonal or against >= SURELY_OTHER
    spans = [] if is_foreign else _sentences(text)
    labels = _labels(text, spans)
    examines = weigh(EXAMINES_ONESELF, title)
    found |= {
        "title examines": examines >= NEARLY_A_NAME,
        "fault of one's own in title": bool(
            FAULT_IN_TITLE.search(title) and ONESELF_IN_TITLE.search(title)
        ),
        "title against": bool(kind and not against),
        "against": against,
        "faults": len(list(islice(filter(is_deficient, sentences), MOST_FAULTS))),
        "chapters of other papers": min(3, chapters_of_other_papers(text)),
        "oneself": own,
        "private": not found["life"],
        "impersonal": impersonal,
        "others alone": impersonal * found["others in general"],
        "oneself in Party life": min(own, found["life"]),
        "headings": len(_announced(text, chapters)),
        "problems first": _problems_first(chapters),
        "addressed to others": _addresses_others(text),
        "starts in the middle": not title and NUMBERED.match(text) is not None,
        "promises at the end": PROMISE.search("\n".join(sentences[-LAST_SENTENCES:])) is not None,
        "labelled problems": min(MOST_LABELLED, labels.count("P")),
        "problems of one's own": min(MOST_LABELLED, own_problems(text, spans, labels)),
        "labelled measures": min(MOST_LABELLED, labels.count("M")),
        "to others": sum(map(bool, map(TO_OTHERS.search, sentences))) / max(1, len(sentences)),
    }
    return found, kind


def weight_of(found: dict[str, float]) -> float:
    """The logarithm of the odds that a text with these traits is a statement, in tenths."""
    return BASE + sum(weight * found[name] for name, weight in WEIGHTS.items())


def chapters_of_other_papers(text: str) -> int:
    """How many lines are headings of work reports and plans."""
    return sum(map(bool, map(OF_OTHER_PAPERS.match, text.split("\n"))))


def _sentences(text: str) -> list[Span]:
    return sentences_of(text, Span(0, len(text)))


def _labels(text: str, sentences: Sequence[Span]) -> str:
    """What each sentence tells, whatever the titles say."""
    return best_labels(text, sentences, "O" * len(sentences)).labels if sentences else ""


def tells_own_faults(text: str) -> bool:
    """Whether a sentence that is labelled as a problem or a cause speaks of the writer."""
    sentences = _sentences(text)
    return any(
        label.upper() in "PC" and ONESELF.search(text, *span)
        for span, label in zip(sentences, _labels(text, sentences), strict=True)
    )


def own_problems(text: str, sentences: Sequence[Span], labels: str) -> int:
    """How many sentences that tell of a problem speak of the writer or of a team."""
    told = (span for span, label in zip(sentences, labels, strict=True) if label in "Pp")
    return sum(bool(ONESELF.search(text, *span) or TEAM.search(text, *span)) for span in told)


def _announced(text: str, chapters: Sequence[Chapter]) -> set[ChapterKind]:
    """Which of problems, causes and measures have a heading or a label."""
    labelled = {kind for words in LABEL.findall(text) for kind in _kinds_of_label(words)}
    headed = {kind for chapter in chapters if chapter.is_announced for kind in chapter.kinds}
    return (labelled | headed) & CHAIN


def _kinds_of_label(label: str) -> tuple[ChapterKind, ...]:
    """The kinds that a label announces; a name of a person, as 李根, announces none."""
    is_name = label[:1] in CLEAR_SURNAMES and personal_name().fullmatch(label)
    return () if is_name else kinds(label)


def _problems_first(chapters: Sequence[Chapter]) -> bool:
    """Whether the first chapter that has a number is one of problems."""
    headed = [each for each in chapters if each.section and each.section.heading.marker]
    if not headed or headed[0].is_told:
        return False
    return ChapterKind.PROBLEMS in headed[0].kinds


def _against(title: str, text: str) -> tuple[int, str]:
    """The weight of the words of other kinds of text, and the kind that they speak for most."""
    _, kind = heaviest(AGAINST_IN_TITLE, title)
    if kind:
        # Looking through the text costs most of all, and the title says enough.
        return 0, kind
    weight, kind = heaviest(AGAINST_IN_BODY, text)
    speakers = Counter(SPEAKER.findall(text))
    if len(ANOTHER.findall(text)) > max(2, 2 * len(ONESELF.findall(text))):
        weight, kind = weight + ABOUT_ANOTHER, kind or "写别人的材料"
    elif kind != "问答" and _is_dialogue(speakers):
        weight, kind = weight + DIALOGUE, kind or "对话"
    return min(weight, MOST_AGAINST), kind


def _addresses_others(text: str) -> bool:
    """Whether a line of the opening addresses somebody who is no colleague: 县总工会：, 审判长、审判员：."""
    lines = map(str.strip, text.split("\n", OPENING_LINES)[:OPENING_LINES])
    return any(
        len(line) <= LONGEST_ADDRESS
        and ADDRESS.fullmatch(line) is not None
        and OF_COLLEAGUES.search(line) is None
        for line in lines
    )


def _is_dialogue(speakers: Counter[str]) -> bool:
    """Whether at least two speak, and one of them again: one label alone is that of a list."""
    turns = [count for name, count in speakers.items() if not _kinds_of_label(name)]
    often = 1 if sum(turns) > FEWEST_TURNS else 2
    return len(turns) > 1 and max(turns) > often
