"""The chain as a picture and as a table: the same facts, gaps in words, nothing that a strict policy refuses."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

from duizhao import api
from duizhao.report.chain.columns import near, spread

TEXT = """\
县水务局局长民主生活会个人对照检查材料
本人认真查找了不足，现对照检查如下。
一、存在的问题
（一）信访件办得慢。去年有三件群众来信拖了两周才回，至今没有登记。
（二）台账记得乱。去年水库巡查台账缺了四个月。
二、原因剖析
（一）信访件没有放在心上。觉得信访件是办公室的事。
三、整改措施
（一）信访件三天内回复。由我每周一核对一次来信登记。
（二）食堂浪费立即纠正。每天中午到食堂看一次。
"""


def html_of(text: str = TEXT) -> str:
    return api.chain_html(api.default_checker().check(api.Source(text)))


def picture(html: str) -> ElementTree.Element:
    return ElementTree.fromstring(re.search(r"<svg.*?</svg>", html, re.DOTALL)[0])


def test_boxes_lead_to_their_sentences() -> None:
    html = html_of()
    links = [each.get("href") for each in picture(html).iter("a")]
    assert "#d1-4" in links
    assert "#d1-7" in links
    assert set(links) <= set(re.findall(r'href="(#d1-\d+)"', html.partition("</svg>")[2]))


def test_gaps_stand_in_words_and_dashed() -> None:
    html = html_of()
    svg, _, table = html.partition("</svg>")
    for shown in svg, table:
        assert "没有看出对应的措施" in shown
        assert "没有看出对应" in shown
        assert "信访" in shown
    dashed = [each for each in picture(html).iter("rect") if each.get("stroke-dasharray")]
    assert dashed
    assert all("missing" in each.get("class") for each in dashed)


def test_words_of_a_link_stand_on_its_line_and_in_the_table() -> None:
    svg, _, table = html_of().partition("</svg>")
    words = re.findall(r'class="by"[^>]*><title>(.*?)</title>', svg)
    assert words
    assert all(each in table for each in words)


def test_hostile_words_stay_words() -> None:
    html = html_of(TEXT.replace("台账记得乱", '<script>"x"&\u202e台账记得乱'))
    assert "<script" not in html
    assert picture(html) is not None


def test_picture_has_no_style_and_no_script() -> None:
    html = html_of()
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=", html)


def test_text_that_is_no_statement_says_so() -> None:
    assert "<svg" not in html_of("明天上午九点开会，请带好材料。\n")


def test_many_points_do_not_lie_over_each_other() -> None:
    many = TEXT.replace(
        "二、原因剖析",
        "".join(
            f"（{'十' * (at > 10)}三）第{at}处河道清障推得慢。去年{at}处河道没有清。\n"
            for at in range(25)
        )
        + "二、原因剖析",
    )
    for column in _columns(html_of(many)):
        ordered = sorted(column)
        assert all(one[1] <= two[0] for one, two in pairwise(ordered))


def _columns(html: str) -> list[list[tuple[float, float]]]:
    found: dict[str, list[tuple[float, float]]] = {}
    for each in picture(html).iter("rect"):
        top = float(each.get("y"))
        found.setdefault(each.get("x"), []).append((top, top + float(each.get("height"))))
    return list(found.values())


def test_boxes_stand_as_near_as_they_may() -> None:
    assert near([0, 100], [10, 10], 5) == [0, 100]
    assert near([50, 50], [10, 10], 0) == [45, 55]
    assert near([50, 50, 200], [10, 10, 10], 0) == [45, 55, 200]
    assert spread([10, 10], 5, 100) == [0, 90]
    assert spread([], 5, 100) == []
