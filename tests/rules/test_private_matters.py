"""Numbers of persons and marks of secrecy, beside figures and words that look like them."""

from __future__ import annotations

import pytest

import duizhao.rules
from duizhao.lint import Linter, collect
from duizhao.profiles import shipped
from duizhao.text import Source

RULES = {rule.code: rule for rule in collect(duizhao.rules)}
STATEMENT = "个人对照检查材料\n一、存在的问题\n一是办事拖拉。我去年有3件事超期。\n{}\n"


def found(code: str, line: str) -> list[str]:
    source = Source(STATEMENT.format(line))
    findings = Linter([RULES[code]], shipped().all()).check(source).findings
    return [each.span.of(source.text) for each in findings]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("孙某，身份证号：700000197206080024，三次来访没有人接待。", "700000197206080024"),
        ("本人（100000195601010076）未如实填报房产1套。", "100000195601010076"),
        ("他的证件800001200102301130没有核验。", "800001200102301130"),
        ("举报人手机18600004321被我写进了批示。", "18600004321"),
        ("（19900001111）来电3次我没有接。", "19900001111"),
        ("本人联系电话：159 0000 2222", "159 0000 2222"),
        ("有事请打+8617700003333，我没有回。", "17700003333"),
        ("妻子的号码是150-0000-9999，曾替人打听案情。", "150-0000-9999"),
        ("村民赵某16600007777反映的水费问题拖了两个月。", "16600007777"),
    ],
)
def test_a_number_of_a_person_is_shown(line: str, number: str) -> None:
    assert found("DZ324", line) == [number]


@pytest.mark.parametrize(
    "line",
    [
        "联系电话：0571-88001234",
        "联系人：陈某，手机：13800001234",
        "单位地址：柳河街12号，电话13800001234",
        "值班电话13800001234全年有9次无人接听。",
        "举报热线：13800001234没有公布。",
        "办公电话（13800001234）换号后没有通知群众。",
        "订单13800001234重复付款2次。",
        "扶贫款账号13800001234没有核对。",
        "统一社会信用代码12330100470116001X的单位没有去过。",
        "李某（159****2222）的低保拖了四个月。",
        "财政补助13600000000元，到年底还有四成没有下拨。",
        "13800001234.56元的缺口没有报告。",
        "身份证号码尾号1234的申请被退回3次。",
        "身份证700000197206080021填错一位，没有发现。",
        "1985年以来的186份档案、1990件文书没有整理。",
        "文件编号2019-330102-48-01-138000没有登记。",
        "2024010520240131期间请假15次。",
        "执法证号15812345678没有按期年检。",
    ],
)
def test_a_figure_or_a_telephone_of_a_unit_is_no_number_of_a_person(line: str) -> None:
    assert found("DZ324", line) == []


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("秘密★10年", "秘密★10年"),
        ("机密★长期", "机密★长期"),
        ("绝密★", "绝密★"),
        ("　　秘　密", "秘　密"),
        ("【机密】", "机密"),
        ("（密级：秘密）", "秘密"),
        ("机密*5年", "机密*5年"),
        ("内部文件，请勿外传", "内部文件，请勿外传"),
        ("内部资料", "内部资料"),
        ("内部材料 严禁复印", "内部材料 严禁复印"),
        ("县委〔2023〕3号（秘密☆1年）我没有传达。", "秘密☆1年"),
    ],
)
def test_a_mark_of_secrecy_is_shown(line: str, mark: str) -> None:
    assert found("DZ325", line) == [mark]


@pytest.mark.parametrize(
    "line",
    [
        "我没有保守秘密，饭桌上说了人事调整。",
        "秘密文件传阅超期4天。",
        "机密级文件没有专柜存放，查出2份。",
        "内部资料借出3份没有登记。",
        "内部文件管理混乱，去年丢失1份。",
        "内部材料外传没有追究。",
        "机密、秘密两级文件混放。",
        "密级：无",
        "密级标注不规范，有6份文件漏标。",
        "绝密文件不在本局保管，我没有说明。",
        "商业秘密和工作秘密分不清，两次答错。",
        "对“秘密”二字看得淡。",
        "机密工作岗位的3名同志没有谈话。",
        "我把“秘密★1年”的文件带回了家，定密培训没有参加。",
        "（二）秘密载体清点不及时",
    ],
)
def test_a_word_about_secrecy_is_no_mark(line: str) -> None:
    assert found("DZ325", line) == []
