"""Words that are taken for each other: found by their neighbours, and left alone beside all others."""

from __future__ import annotations

import re
from pathlib import Path

import bench.wording
import pytest
from bench.wording.pairs import is_flagged, read_pairs

import duizhao.rules
from duizhao.lint import Linter, collect
from duizhao.profiles import shipped
from duizhao.rules.wording.misspellings.confusion import confused_words, confusions_of
from duizhao.rules.wording.misspellings.edges import EMPTY, Edges, edges_of
from duizhao.text import Source

CODE = "DZ632"
RULES = collect(duizhao.rules)
WORDING = Linter([rule for rule in RULES if rule.code.startswith("DZ6")], shipped().all())
LINTER = Linter([rule for rule in RULES if rule.code == CODE], shipped().all())
FOLDER = Path(bench.wording.__file__).parent
USAGE = read_pairs(FOLDER / "usage.tsv")


def test_usage_that_guides_list_is_found_with_the_right_word() -> None:
    missed = [pair.wrong for pair in USAGE if not is_flagged(WORDING, pair)[1]]
    assert len(missed) <= len(USAGE) // 10, missed


@pytest.mark.parametrize("name", ["usage.tsv", "idioms.tsv", "pairs.tsv", "more.tsv"])
def test_the_right_sentences_are_left_alone(name: str) -> None:
    text = "\n".join(pair.right for pair in read_pairs(FOLDER / name))
    found = LINTER.check(Source(text)).findings
    assert [each.message for each in found] in ([], ["这里的“界线”多写作“界限”"])


@pytest.mark.parametrize(
    "text",
    [
        "国家权力机关，监督权力运行，权力下放基层；享有的权利和义务相统一，放弃权利。",
        "群众的反应平淡，市场反应灵敏，过敏反应；如实反映情况，群众反映强烈。",
        "生活必需品，必需的审批手续，维持运转所必需；必须由集体研究，必须先请示。",
        "法制宣传，法制审核，政府法制工作；法治思维，法治政府，法治宣传教育。",
        "平稳过渡，过渡性安排，安全度过汛期，渡过长江；过度依赖，过度留痕，渡过难关。",
        "有益的启示，给我们的启示是；招聘启事，寻人启事刊登后。",
        "截至目前，截至5月底；报名截止时间，5月底截止报名。",
        "新华社受权发布；授权委托书，未经授权不得使用。",
        "起用年轻干部，重新起用老同志；启用新印章，启用新系统。",
        "品味生活，品味人生，品味着茶香；生活品位，城市品位提升。",
        "化妆品，化妆间；化装侦查，化装成商贩。",
        "考察组到现场考察，考察干部；期末考查，考查课成绩。",
        "提出质疑，质疑声；不容置疑，毋庸置疑。",
        "山洪暴发，疫情暴发；爆发冲突，爆发力，火山爆发。",
        "划清界限，行政区划界线，打破时空界限，边境界线勘定。",
        "立案侦查，侦查终结；侦察兵，侦察敌情。",
        "检察院的检察建议，检察官；纪律检查委员会，开展安全检查，执法检查。",
        "联合声明，严正声明，声明作废；申明理由，申明大义。",
        "请多包涵，其中包含三项内容；变幻莫测，变换角度。",
        "为人处世，处世哲学；处事公道，处事果断。",
        "淡泊名利，观念淡薄；利害关系，说得厉害，利害攸关。",
        "谋取私利，谋取不正当利益；牟取暴利。",
        "火势蔓延，洪水漫延；学习期间，徜徉其间，其间多次请示。",
        "情节严重，故事情节；故乡情结，英雄情结。",
        "实行责任制，施行手术，自发布之日起施行；实施细则。",
        "实验室，实验小学；改革试验，试验田，自由贸易试验区，临床试验。",
        "办实事，民生实事；事实清楚，摆事实，查明案件事实；时事政治。",
        "竖立警示牌，竖立着一块石碑；树立形象，树立典型。",
        "应急物资，救灾物资；物质文明，物质条件，有毒物质运输。",
        "燃气泄漏，核泄漏；泄露秘密，信息泄露。",
        "江湖义气，意气风发；以营利为目的，实现盈利，企业盈利下降。",
        "预定目标，按预定计划；预订机票，预订酒店。",
        "中止审理，诉讼中止；终止合同，合同终止。",
        "终身学习，终身追责；终生难忘，奋斗终生。",
        "缴纳税款，缴纳罚款；交纳党费；接受监督；接收转业军人，信号接收任务。",
        "下功夫，真功夫，一会儿工夫；亟待解决，急需资金，急待救助。",
        "会议记录，记录在案，有记录以来最高；打破纪录，世界纪录，创造新纪录。",
        "临近年关，临近退休；邻近乡镇，邻近学校；年纪大了，一年级学生。",
        "讲求实效，取得实效；诉讼时效，时效性强。",
        "吸取教训，深刻汲取教训；汲取力量，汲取营养。",
        "能源消耗，消耗体力；居民消费，消费水平。",
        "当前形势，形势严峻；形式主义，学习形式多样，形式和内容。",
        "党性修养，修养不够；休养生息，疗休养，休养所。",
        "询问情况，询问证人；讯问嫌疑人。",
        "有利条件，有利地形；有力推动，措施有力，有力有效。",
        "保值增值，增值服务；增殖放流；思想受到震动；振动器。",
        "衷心感谢，忠心耿耿，服务中心；资历较深，论资历。",
        "志愿服务，志愿者，高考志愿；自愿参加，自愿放弃。",
        "成才之路，望子成才；成材林；遏制势头，怒不可遏。",
        "厉行节约，身体力行；例行检查，例行公事。",
        "势力范围，黑恶势力，冷空气势力较弱；经济实力，实力雄厚。",
        "行使职权，行使权力；行驶速度，安全行驶。",
        "巡察整改，市委巡察组；巡查河道，日常巡查，巡查员。",
        "环保督察，督察组；督查通报，政务督查，督查室。",
        "集中精力，精力充沛；工作经历，经历过；精简会议，精减人员。",
        "报到手续，新生报到；新闻报道，媒体报道。",
        "讲话爱带官腔，出门爱带一把伞；深受群众爱戴，干部爱戴他。",
        "石榴树象征着六国像石榴籽一样紧抱；转达中央领导同志的问候；成绩不在追求的速度上。",
    ],
)
def test_each_word_is_left_alone_where_it_is_meant(text: str) -> None:
    assert not [each.message for each in LINTER.check(Source(text)).findings]


def test_a_look_at_one_character_spares_only_what_the_pattern_would_refuse() -> None:
    for word in confused_words():
        for each in confusions_of(word):
            pattern = re.compile(each.after)
            for character in "的了，。一学工群报得" if each.following is not None else ():
                if character not in each.following:
                    assert not pattern.match(character * 9), each.after


@pytest.mark.parametrize(
    ("pattern", "edges"),
    [
        ("", EMPTY),
        ("甲乙|丙", Edges(frozenset("甲丙"), frozenset("乙丙"), False)),
        ("(?:甲)?乙", Edges(frozenset("甲乙"), frozenset("乙"), False)),
        ("(?!丁)[甲乙]{0,2}丙", Edges(frozenset("甲乙丙"), frozenset("丙"), False)),
        ("甲[^，]{1,3}", Edges(frozenset("甲"), None, False)),
        ("$|甲", Edges(frozenset(("", "\n", "甲")), frozenset(("", "\n", "甲")), False)),
        ("甲*", Edges(frozenset("甲"), frozenset("甲"), True)),
    ],
)
def test_edges_of_a_pattern_are_what_it_begins_and_ends_with(pattern: str, edges: Edges) -> None:
    assert edges_of(pattern) == edges


def test_what_is_not_known_of_patterns_is_refused() -> None:
    with pytest.raises(ValueError, match="="):
        edges_of("(?P<x>=)")


@pytest.mark.parametrize(
    "text", ["他深受群众爱带。", "老所长得到职工的拥护和爱带，退休后仍来帮忙。"]
)
def test_the_love_of_people_is_no_carrying_along(text: str) -> None:
    found = LINTER.check(Source(text)).findings
    assert ["爱戴" in each.message for each in found] == [True]
