"""Ordinary sentences and settings that no rule may take for a fault, and their neighbours that it must find."""

from __future__ import annotations

import pytest
from set_document import built

import duizhao.rules
from cost import assert_costs_less
from duizhao.lint import Finding, Linter, Severity, collect
from duizhao.profiles import shipped
from duizhao.read import read_bytes
from duizhao.text import Aside, AsideKind, Source

RULES = {rule.code: rule for rule in collect(duizhao.rules)}
KNOWN = shipped().all()
TEAM_RULE = Linter([RULES["DZ405"]], KNOWN)
AUTHOR_RULE = Linter([RULES["DZ322"]], KNOWN)
STATEMENT = """个人对照检查材料
现将有关情况报告如下：
一、存在的问题
一是学习不用心。{}
二是调研走马观花。我到柳河村只在会议室听汇报。
二、原因剖析
放松了对自己的要求。
三、整改措施
2024年3月底前，由本人带队到六个村走访，形成走访记录。
"""


def teams(sentence: str) -> list[str]:
    found = TEAM_RULE.check(Source(STATEMENT.format(sentence)))
    return [each.span.of(found.source.text) for each in found.findings]


@pytest.mark.parametrize(
    "sentence",
    [
        "班子其他同志提的意见没有认真听，全年只谈心2次。",
        "班子会上很少发言，全年只提过1条意见。",
        "局党组班子会议题准备不充分，有3次会前才拿到材料。",
        "班子成员之间谈心少，去年只谈过2次。",
        "班子建设抓得不够，全年只研究过1次。",
        "领导班子分工以外的事不愿过问，去年3次推给别人。",
        "领导班子成员的意见听得少。",
        "班子每名成员的联系点去得少。",
        "班子主要负责同志布置的事打折扣，去年有2件没有回音。",
        "班子研究确定的12项任务，到年底还有3项没有办结。",
        "党委会定的事落实慢，有2项拖到年底。",
        "党委领导班子成员下基层少。",
        "党组交给的任务拖了两个月。",
        "党组中心组学习请假3次。",
        "支部大会请假3次。",
        "支部委员会只开过4次，记录不全。",
        "支部主题党日请假3次，材料没有补学。",
        "支部党员的思想状况了解少，全年谈话只有2次。",
        "党支部书记讲党课只讲过1次。",
        "机关党委组织的5次活动只参加2次。",
        "我们党历来重视学习，对照起来差得很远。",
        "我作为支部书记抓得不紧，支部三会一课去年少开了2次。",
        "我没有把关，我局去年报错了2个数。",
    ],
)
def test_what_is_of_a_team_is_not_the_team(sentence: str) -> None:
    assert teams(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "我处理信访件拖拉，有3件超期。",
        "我办理的提案有2件答复超期。",
        "我办事拖拉，去年有3件超期。",
        "我校对材料不仔细，错了4处。",
        "我局限于分管的事，去年只下乡2次。",
        "我委托科室代写材料3次。",
    ],
)
def test_a_verb_of_the_writer_is_no_unit(sentence: str) -> None:
    assert teams(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "team"),
    [
        ("班子集中学习讨论少，全年只有3次。", "班子"),
        ("局班子带头下基层少，去年只有2次。", "局班子"),
        ("领导班子集体学习流于形式，去年只有3次。", "领导班子"),
        ("我局去年承担的改水工程拖了半年。", "我局"),
        ("我们没有及时报告，拖了3天。", "我们"),
        ("党委抓落实不力，去年有3项没有办结。", "党委"),
        ("支部去年少开了2次会。", "支部"),
        ("我处去年有3件信访超期。", "我处"),
        ("我办去年欠了2份报告。", "我办"),
    ],
)
def test_a_team_that_acts_is_found(sentence: str, team: str) -> None:
    assert teams(sentence) == [team]


def authors(text: str, **properties: str) -> list[Finding]:
    asides = (Aside(AsideKind.METADATA, name, (0, 0), kind) for kind, name in properties.items())
    return list(AUTHOR_RULE.check(Source(text, format="docx", asides=tuple(asides))).findings)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("个人对照检查材料\n一是学习不深。\n张　明\n2024年1月10日\n", "张明"),
        ("个人对照检查材料\n（水利局副局长　赵志远）\n一是学习不深。\n", "赵志远"),
        ("述职述廉报告\n述职人：钱学文\n一是学习不深。\n", "钱学文"),
        ("尔力同志对照检查材料\n一是学习不深。\n", "尔力"),
        ("个人对照检查材料\n一是学习不深。\n李丽\n2024年1月10日\n审核：孙大为\n", "孙大为"),
        ("2023年度冯思远同志个人对照检查材料\n一是学习不深。\n", "冯思远"),
        ("水利局局长冯思远\n一是学习不深。\n", "冯思远"),
        ("分管领导：周文\n个人对照检查材料\n一是学习不深。\n", "周文"),
    ],
)
@pytest.mark.parametrize("kind", ["creator", "lastModifiedBy"])
def test_a_name_that_the_material_bears_is_no_secret(text: str, name: str, kind: str) -> None:
    assert authors(text, **{kind: name}) == []


@pytest.mark.parametrize(
    "name", ["Administrator", "微软用户", "Windows 用户", "DESKTOP-7QK2M1A", "ThinkPad", "雨林木风"]
)
def test_a_computer_is_nobody(name: str) -> None:
    assert authors("个人对照检查材料\n一是学习不深。\n", creator=name) == []


def test_the_unit_in_the_signature_is_no_secret() -> None:
    text = "对照检查材料\n一是学习不深。\n清河县水利局\n2024年1月10日\n"
    assert authors(text, company="清河县水利局") == []


@pytest.mark.parametrize(
    "line", ["更多范文请关注公众号：文秘小站", "（一）向文秘小站学习", "文秘小站的稿子看了不少。"]
)
def test_a_name_elsewhere_in_the_text_does_not_sign(line: str) -> None:
    (found,) = authors(f"{line}\n个人对照检查材料\n一是学习不深。\n", creator="文秘小站")
    assert "“文秘小站”" in found.message


def test_a_name_a_hundred_thousand_times_in_one_line_costs_little() -> None:
    text = "李四" * 100_000
    assert_costs_less(lambda: authors(text, creator="李四"), 1.5)


def test_somebody_elses_name_is_told_with_the_signature() -> None:
    text = "个人对照检查材料\n一是与王小明同志沟通少。\n张明\n2024年1月10日\n"
    (found,) = authors(text, creator="王小明", lastModifiedBy="王小明")
    assert found.message == "文件属性里作者、最后修改者是“王小明”，材料署名是“张明”"


def findings(code: str, body: str) -> list[Finding]:
    linter = Linter([RULES[code]], KNOWN)
    return list(linter.check(read_bytes(built(body), "例.docx")).findings)


BODY = "个人对照检查材料\n一、存在的问题\n{0}一是学习不够深入，往往浅尝辄止。\n{0}二是下基层少，听汇报多。\n"


@pytest.mark.parametrize(
    ("code", "page", "start"),
    [
        ("DZ702", "〔页边距 上25.4 下25.4 左31.7 右31.7〕\n", ""),
        ("DZ702", "〔页边距 上25.4 下25.4 左31.8 右31.8〕\n", ""),
        ("DZ702", "〔页边距 上25.4 下25.4 左25.4 右25.4〕\n", ""),
        ("DZ702", "〔页边距 上12.7 下12.7 左12.7 右12.7〕\n", ""),
        ("DZ702", "〔页边距 上20 下20 左20 右20〕\n", ""),
        ("DZ704", "〔页码“#” 〕〔页码字号9〕〔页码居中〕\n", ""),
        ("DZ705", "", "〔行距1倍〕"),
        ("DZ705", "〔网格15.6〕\n", "〔行距1倍〕"),
        ("DZ709", "", "〔宋体 五号〕"),
        ("DZ721", "〔页脚17.5〕\n", ""),
        ("DZ721", "〔页脚15〕\n", ""),
    ],
)
def test_a_default_of_word_only_reminds(code: str, page: str, start: str) -> None:
    (found,) = findings(code, page + BODY.format(start))
    assert found.severity is Severity.HINT


@pytest.mark.parametrize(
    ("code", "page", "start"),
    [
        ("DZ702", "〔页边距 上30 下25.4 左31.7 右31.7〕\n", ""),
        ("DZ704", "〔页码“-#-”〕〔页码居中〕\n", ""),
        ("DZ705", "", "〔行距32磅〕"),
        ("DZ709", "", "〔黑体 四号〕"),
        ("DZ721", "〔页脚5〕\n", ""),
    ],
)
def test_what_somebody_set_wrong_is_more_than_a_reminder(code: str, page: str, start: str) -> None:
    (found,) = findings(code, page + BODY.format(start))
    assert found.severity is not Severity.HINT


def test_default_margins_name_the_cure() -> None:
    (found,) = findings("DZ702", "〔页边距 上25.4 下25.4 左31.7 右31.7〕\n" + BODY.format(""))
    assert "Word、WPS 的默认值" in found.message
    assert "duizhao typeset" in found.advice
