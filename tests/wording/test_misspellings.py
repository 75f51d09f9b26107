"""Misspelt words: the lists agree with each other, and correct sentences stay silent."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from bench.slips.measure import lines

import duizhao.rules
from duizhao.lint import Finding, Linter, Severity, collect
from duizhao.profiles import shipped
from duizhao.rules.wording import misspellings
from duizhao.rules.wording.misspellings.confusion import confused_words, confusions_of
from duizhao.rules.wording.misspellings.idioms import idioms as listed_idioms
from duizhao.rules.wording.misspellings.pair_table import PairTable
from duizhao.rules.wording.slips import common_words
from duizhao.text import Source

CODES = ("DZ630", "DZ631", "DZ632", "DZ633", "DZ634")
LINTER = Linter([rule for rule in collect(duizhao.rules) if rule.code in CODES], shipped().all())
LISTS = (misspellings.certain(), misspellings.at_borders(), misspellings.variants())


def findings(text: str) -> list[Finding]:
    return [*LINTER.check(Source(text)).findings]


def test_no_right_form_is_a_wrong_one_elsewhere() -> None:
    wrong = {form for listed in LISTS for form in listed}
    rights = {right for listed in LISTS for right in listed.values()}
    assert not wrong & rights


def test_a_wrong_form_stands_in_one_list() -> None:
    assert sum(map(len, LISTS)) == len({form for listed in LISTS for form in listed})


def test_a_right_form_holds_no_wrong_one() -> None:
    for listed in LISTS:
        for right in listed.values():
            assert not findings(right), right


def test_correct_sentences_stay_silent() -> None:
    found = findings("\n".join(lines("correct.txt")))
    assert not [each.message for each in found if each.severity != Severity.HINT]


@pytest.mark.parametrize(
    "text",
    [
        "资金来自已经核销的项目。",
        "赛德克已到场，伊拉克已经恢复供电。",
        "表决对全体成员有约束力，裁决对双方生效。",
        "交通迅速恢复，标注消防通道。",
        "有关部门今天发布暑期出行提示，多部暑期影片上映。",
        "认认真真学习全会精神，筑牢纪律防线，守牢纪法底线。",
        "中意务实合作，投递简历，兑领汇款，以史为鉴察往知来。",
        "这项决定由王松驰同志宣读。",
        "由陈安祥、李明两名同志负责。",
    ],
)
def test_words_that_meet_and_names_are_no_mistake(text: str) -> None:
    assert not findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "中央纪律检查委员会全体会议，检查委员会的人数。",
        "公民的权利和义务，公共权力的运行，行使权力。",
        "由其所在支部负责，由其在三日内答复。",
        "用于提高的必需经费，生活必需品，所必需的条件。",
        "反应堆、反应迟缓，化学反应很快。",
        "过度期待成绩不好，过渡期内照旧。",
        "他们在次日清晨出发，按在次数统计。",
        "企业按排污许可证排放，国家法制宣传教育。",
        "交付主任会议讨论，应付书记交办的事。",
        "对监督不利，如今，在创新发展中。",
        "二十人已上岗，今年已来访三次，本月已前往基层。",
        "群众反映快递丢失，基本权利和义务。",
        "堪察加半岛，真正改不了的问题。",
        "审理行政协议案件，政协委员的提案，人大代表的议案。",
        "公式推导、心地善良，扣押的财物，社会效益好，法律效力高。",
        "形式上存在差别，以适当的形式参与管理，客观事物，日常事务。",
        "村长期亏损，省人民代表大会，从新时代出发，录像片一部。",
        "问题在与群众商量后解决，对与会人员的要求，参与同属与否。",
        "应为残疾人提供便利，预订的客房，就坐落在城南，委曲求全。",
        "春节临近，邻近两省，汽车近程定位，效率优先。",
    ],
)
def test_words_that_are_often_confused_stay_where_they_are_right(text: str) -> None:
    assert not findings(text)


def test_every_confusion_names_another_word() -> None:
    for wrong in confused_words():
        for each in confusions_of(wrong):
            assert each.right != wrong
            assert not each.before or "|^" not in each.before


@pytest.mark.parametrize("listed", [misspellings.suspected(), misspellings.wrong_alone()])
def test_suspected_forms_are_no_words_and_are_listed_once(listed: Mapping[str, str]) -> None:
    forms = listed
    assert len(forms) > 5_000
    assert not forms.keys() & common_words()
    assert all(sum(a != b for a, b in zip(*pair, strict=True)) == 1 for pair in forms.items())


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("学西不深，学喜不够。", ["学习", "学习"]),
        ("加强团接，花解不力。", ["团结", "化解"]),
        ("考合评价不客观。", ["考核"]),
    ],
)
def test_a_form_that_stands_alone_as_a_word_is_suspected(wrong: str, right: list[str]) -> None:
    found = [each.full_message for each in findings(wrong)]
    assert len(found) == len(right)
    assert all(word in message for word, message in zip(right, found, strict=True))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("农田水利设旋管护不到位。", "设施"),
        ("没有洛守党员的行为准则。", "恪守"),
        ("支部战斗堡磊作用不强。", "堡垒"),
        ("对百性的冷暖关心不够。", "百姓"),
        ("防止返频的办法不多。", "返贫"),
        ("发言提岗由科室代写。", "提纲"),
        ("各支部的记录千遍一律。", "千篇一律"),
        ("有惰性心里，能拖就拖。", "惰性心理"),
    ],
)
def test_characters_known_to_be_mistaken_are_found_in_the_words_of_statements(
    wrong: str, right: str
) -> None:
    (found,) = findings(wrong)
    assert right in found.full_message


@pytest.mark.parametrize(
    "text",
    [
        "跑步队伍整齐，徒步队在前。",
        "由专人负责认定，处理怨气要有耐心。",
        "发文比去年多了九份。",
        "以家里有事为由请同事顶班。",
        "理论学习时断时续。",
    ],
)
def test_words_of_statements_that_meet_are_not_suspected(text: str) -> None:
    assert not findings(text)


@pytest.mark.parametrize(
    "text",
    ["在大学西部校区开会。", "这样式的团接到通知。", "干不干，看班子。", "没有得到该党简短回复。"],
)
def test_where_words_meet_nothing_is_suspected(text: str) -> None:
    assert not findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "各抒己见，略抒己见。",
        "可望而不可及，遥不可及。",
        "因噎废食，望而却步，持之以恒。",
        "不容乐观，不表乐观。",
    ],
)
def test_an_idiom_and_what_is_like_it_in_part_are_right(text: str) -> None:
    assert not findings(text)


def test_idioms_are_no_mistakes_themselves() -> None:
    idioms = listed_idioms()
    assert len(idioms) > 3_000
    found = findings("\n".join(sorted(idioms)))
    assert not [each.message for each in found if each.code == "DZ634"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("对年轻干部监都管理不严。", "监督管理"),
        ("年初以来督办落实不利，问题拖了半年。", "不力"),
        ("忙与应付检查，没有去村里。", "忙于"),
        ("科级已上干部都写了材料。", "以上"),
        ("整改方案没有指定措施，没有指定方案。", "制定"),
        ("民主生活活会开得晚。", "民主生活会"),
        ("认清当前形式不够。", "形势"),
        ("对政协委员提的议案和政协委员提出的议案答复慢。", "提案"),
        ("办事效力低，经济效应差。", "效率"),
        ("学习心地体会抄袭，财物制度不健全。", "心得"),
        ("任前公式不及时。", "公示"),
        ("对学习渗入不够，没有型成合力。", "深入"),
        ("县检察院院长到会，局党组委员请假。", "检察长"),
        ("不敢与担当，不善与学习。", "善于"),
        ("问题的根源在与思想松懈。", "在于"),
        ("没有佩带党徽，预订的目标没有实现。", "佩戴"),
        ("合法权宜受损，究竟受了委曲。", "权益"),
        ("应为工作忙，问题没有即时解决。", "因为"),
    ],
)
def test_a_word_beside_its_neighbours_gets_the_right_form(text: str, right: str) -> None:
    assert any(right in each.full_message for each in findings(text))


@pytest.mark.parametrize("table", [misspellings.suspected(), misspellings.wrong_alone()])
def test_a_table_gives_the_forms_that_a_text_has(table: PairTable) -> None:
    forms = [*table]
    assert forms == sorted(forms)
    assert len(forms) == len(table)
    first, last = forms[0], forms[-1]
    begun = {*first, *last, first, last, "人民", "\U00020000", ""}
    assert sorted(table.begun_in(begun)) == [first, last]
    assert table[first] == dict(table)[first]
    assert "人民" not in table
    assert "" not in table
