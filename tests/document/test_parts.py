"""The parts of a document with their roles, which pages and the rules on layout go by."""

from __future__ import annotations

from duizhao.document import parse, parts
from duizhao.text import Source

TEXT = """\
个人对照检查材料
县财政局副局长 张三
（2023年12月20日）
各位同志：
现将情况报告如下。
第一篇 总的情况
一、存在的问题
（一）政治信仰方面
1.学得不深。
（1）读得少。
①只读摘要。
附件：整改清单
张三
2023年12月20日
"""


def test_each_part_has_the_role_that_a_layout_knows() -> None:
    document = parse(Source(TEXT))
    named = {document.of(span): role.value for span, role in parts(document)}
    assert named["个人对照检查材料"] == "title"
    assert named["县财政局副局长 张三"] == "role-line"
    assert named["（2023年12月20日）"] == "date-line"
    assert named["各位同志："] == "salutation"
    assert named["现将情况报告如下。"] == "body"
    assert named["一、存在的问题"] == "heading-1"
    assert named["（一）政治信仰方面"] == "heading-2"
    assert (named["第一篇 总的情况"], named["①只读摘要。"]) == ("heading-1", "body")
    assert named["附件：整改清单"] == "attachment-note"
    assert (named["张三"], named["2023年12月20日"]) == ("signature", "date")


def test_parts_come_in_text_order_and_apart() -> None:
    document = parse(Source(TEXT))
    at = 0
    for span, _ in parts(document):
        assert span.start >= at
        at = span.end
