"""A field shows its result, or what its instruction says where Word stores no result."""

from __future__ import annotations

import pytest

from read.made import asides, p, r, source, t, text

CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format


def said(words: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{words}</w:instrText></w:r>'


def field(instruction: str, result: str | None = None) -> str:
    shown = "" if result is None else CHAR("separate") + r(result)
    return CHAR("begin") + said(instruction) + shown + CHAR("end")


def form(data: str, more: str = "") -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    return begin + said(" FORMDROPDOWN ") + more + CHAR("end")


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [
        (" MACROBUTTON NoMacro [点这里填职务] ", "[点这里填职务]"),
        ("MACROBUTTON  AcceptAllChangesShown 姓 名", "姓 名"),
        (" MACROBUTTON NoMacro ", ""),
        (r" eq \o\ac(○,7) ", "⑦"),
        (r" eq \o\ac(○,20)", "⑳"),
        (r" eq \o\ac(○,三) ", "㊂"),
        (r" eq \o\ac(□,5) ", "5"),
        (r" eq \o\ac(○,印) ", "印"),
        (r" EQ \* jc2 \* &quot;Font:楷体&quot; \* hps12 \o\ad(\s\up 11(dū),督) ", "督"),
        (r" EQ \* jc0 \* hps10 \o(\s\up 9(jiē),街)\o(\s\up 9(dào),道)", "街道"),
        (r" EQ \f(3,4) ", "3/4"),
        (r" EQ \f(1;\r(2)) ", "1/√2"),
        (r" EQ \r(3,8) ", "3√8"),
        (r" EQ x\s\up 5(2)\s\do4(1) ", "x21"),
        (r" EQ \b\bc\{(甲) ", "甲"),
        (r" EQ \l(1,2,3) ", "1,2,3"),
        (r" EQ \a\al\co2(甲\,乙,丙) ", "甲,乙丙"),
        (" PAGE ", ""),
        (" DATE \\@ yyyy ", ""),
        ("", ""),
        (" EQ ", ""),
    ],
)
def test_field_without_a_result_shows_what_its_instruction_says(
    instruction: str, shown: str
) -> None:
    assert text(p("前", field(instruction), "后")) == f"前{shown}后"


@pytest.mark.parametrize("depth", [3, 300, 300_000])
def test_calls_in_calls_without_end_are_read_in_time(depth: int) -> None:
    calls = r" EQ " + r"\o(" * depth + "1" + ")" * depth
    assert text(p("前", field(calls), "后")) == ("前1后" if depth < 400 else "前后")


def test_field_with_a_result_shows_the_result_alone() -> None:
    assert text(p("第", field(r" EQ \o\ac(○,1) ", "壹"), "条")) == "第壹条"


def test_what_an_instruction_shows_has_no_place_in_a_run() -> None:
    made = source(p("单位：", field(" MACROBUTTON NoMacro [单位] "), "党支部"))
    assert made.text == "单位：[单位]党支部"
    assert made.origin(4).generated


def test_numbers_of_lists_inside_a_line() -> None:
    one, two = field(" LISTNUM "), field(" LISTNUM  \\l 2 ")
    body = p(one, "走访；", one, "回访") + p(
        two, "电话；", two, "短信；", one, "建账；", two, "登记"
    )
    assert text(body) == "1)走访；2)回访\na)电话；b)短信；3)建账；a)登记"


NAMED = (
    '<w:abstractNum w:abstractNumId="4"><w:name w:val="措施表"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
)


def test_fields_count_in_the_list_that_they_name() -> None:
    body = p(field(" LISTNUM 措施表 "), "建账；", field(' LISTNUM "措施表" \\l 2 '), "登记") + p(
        "销号", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    )
    assert text(body, numbering=NAMED) == "一、建账；1登记\n二、销号"
    assert text(p(field(" LISTNUM 措施表 \\s 5 "), "甲"), numbering=NAMED) == "五、甲"
    assert text(p(field(" LISTNUM 没有的表 "), "甲"), numbering=NAMED) == "甲"
    assert text(p(field(" LISTNUM 措施表 "), "甲")) == "甲"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("NumberDefault", "1)甲a)乙b)丙2)丁"),
        ("OutlineDefault", "I.甲A.乙B.丙II.丁"),
        ("LegalDefault", "1.甲1.1.乙1.2.丙2.丁"),
    ],
)
def test_lists_that_word_brings_along(name: str, shown: str) -> None:
    one, two = field(f" LISTNUM {name} \\l 1 "), field(f" LISTNUM {name} \\l 2 ")
    assert text(p(one, "甲", two, "乙", two, "丙", one, "丁")) == shown


def test_number_of_a_list_that_begins_anew() -> None:
    assert (
        text(p(field(" LISTNUM NumberDefault \\l 4 \\s 5 "), "甲", field(" LISTNUM \\l 4 ")))
        == "(5)甲(6)"
    )


DROP = '<w:ddList>{}<w:listEntry w:val="支部委员"/><w:listEntry w:val="党小组长"/></w:ddList>'
BOX = "<w:checkBox><w:sizeAuto/>{}</w:checkBox>"


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (DROP.format('<w:result w:val="1"/>'), "党小组长"),
        (DROP.format('<w:default w:val="1"/>'), "党小组长"),
        (DROP.format(""), "支部委员"),
        (DROP.format('<w:result w:val="9"/>'), ""),
        (DROP.format('<w:result w:val="-1"/>'), ""),
        (BOX.format('<w:default w:val="0"/>'), "☐"),
        (BOX.format('<w:default w:val="0"/><w:checked/>'), "☒"),
        (BOX.format('<w:default w:val="1"/>'), "☒"),
        ("<w:textInput/>", ""),
    ],
)
def test_old_forms_show_their_choice(data: str, shown: str) -> None:
    assert text(p("职务：", form(data), "。")) == f"职务：{shown}。"
    assert text(p("职务：", form(data, CHAR("separate")), "。")) == f"职务：{shown}。"


def test_old_form_with_words_of_its_own_shows_these() -> None:
    written = form(DROP.format(""), CHAR("separate") + r("书记"))
    assert text(p("职务：", written)) == "职务：书记"


def test_instruction_over_paragraphs_does_not_show() -> None:
    begin = CHAR("begin") + said(" IF 3 &gt; 2 &quot;")
    rest = said("&quot; &quot;&quot; ") + CHAR("separate") + r("已办结") + CHAR("end")
    body = p("进度：", begin, "一行") + p("两行") + p("三行", rest, "，销号。") + p("下一项")
    assert text(body) == "进度：已办结，销号。\n下一项"


def test_broken_field_over_paragraphs_loses_nothing() -> None:
    begin = CHAR("begin") + said(" IF 3 &gt; 2 ")
    assert text(p("甲", begin, "乙") + p("丙", CHAR("separate"), "丁", CHAR("end"))) == "甲乙\n丙丁"
    open_quote = CHAR("begin") + said(" IF &quot;")
    assert (
        text(p("甲", open_quote, "乙") + p("丙", field(" PAGE ", "3")) + p("丁")) == "甲乙\n丙3\n丁"
    )


def test_comment_in_an_instruction_over_paragraphs_keeps_a_place() -> None:
    begin, end = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
    body = p("前", CHAR("begin"), said(" IF &quot;"), "甲") + p(
        begin, "乙", said("&quot;"), CHAR("separate"), "丙", end, CHAR("end"), "后"
    )
    said_of_it = f'<w:comment w:id="0" w:author="王">{p("看")}</w:comment>'
    assert text(body) == "前丙后"
    assert [each[0] for each in asides("comment", body, comments=said_of_it)] == ["看"]


def test_deleted_field_does_not_show() -> None:
    gone = (
        "<w:del>"
        + field(" MACROBUTTON NoMacro [删]").replace("instrText", "delInstrText")
        + "</w:del>"
    )
    assert text(p("前", gone, f"<w:r>{t('后')}</w:r>")) == "前后"
