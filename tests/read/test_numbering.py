"""Word's automatic numbering is written out as the marker a reader sees."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from duizhao.read import libreoffice
from duizhao.read.number_format import FORMS, spell
from read import made
from read.made import p, text


def level(at: int, form: str, pattern: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def lists(*levels: str, more: str = "", nums: str = "") -> str:
    one = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{more}{one}{nums}'


def item(words: str, at: int = 0, num: int = 1, more: str = "") -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>'
    return p(words, properties=numbered + more)


LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
OUTLINE = (
    level(0, "chineseCountingThousand", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
)


def test_outline_of_an_official_document() -> None:
    body = (
        item("甲")
        + item("乙", 1)
        + item("丙", 2)
        + item("丁", 2)
        + item("戊", 1)
        + item("己")
        + item("庚", 1)
    )
    expected = ["一、甲", "（一）乙", "1.丙", "2.丁", "（二）戊", "二、己", "（一）庚"]
    assert text(body, numbering=lists(*OUTLINE)).split("\n") == expected


def test_marker_stands_in_no_run() -> None:
    source = made.source(p("前") + item("甲"), numbering=lists(*OUTLINE))
    marker = source.origin(2)
    assert (marker.span.of(source.text), marker.generated, marker.paragraph, marker.run) == (
        "一、",
        True,
        1,
        0,
    )


@pytest.mark.parametrize(
    ("form", "counts", "expected"),
    [
        ("decimal", (1, 10), "1 10"),
        ("decimalZero", (1, 10), "01 10"),
        ("decimalFullWidth", (1, 12), "１ １２"),
        ("decimalEnclosedCircle", (1, 20, 21), "① ⑳ 21"),
        ("decimalEnclosedCircleChinese", (3,), "③"),
        ("decimalEnclosedParen", (2,), "⑵"),
        ("decimalEnclosedFullstop", (2,), "⒉"),
        ("ideographEnclosedCircle", (1, 10), "㊀ ㊉"),
        ("chineseCounting", (1, 10, 11, 20, 99, 100), "一 十 十一 二十 九十九 一〇〇"),
        (
            "chineseCountingThousand",
            (10, 100, 101, 110, 111, 230),
            "十 一百 一百零一 一百一十 一百一十一 二百三十",
        ),
        (
            "chineseCountingThousand",
            (1000, 1001, 1010, 1100, 2345),
            "一千 一千零一 一千零一十 一千一百 二千三百四十五",
        ),
        ("chineseLegalSimplified", (1, 10, 23), "壹 拾 贰拾叁"),
        ("ideographDigital", (1, 10, 12), "一 一〇 一二"),
        ("ideographTraditional", (1, 10), "甲 癸"),
        ("ideographZodiac", (1, 12), "子 亥"),
        ("upperLetter", (1, 26, 27), "A Z AA"),
        ("lowerLetter", (2, 28), "b bb"),
        ("upperRoman", (4, 19), "IV XIX"),
        ("lowerRoman", (9,), "ix"),
        ("ordinal", (1, 2, 3, 4, 11, 22, 113), "1st 2nd 3rd 4th 11th 22nd 113th"),
        ("cardinalText", (1, 12, 20, 41, 305), "One Twelve Twenty Forty-one Three hundred five"),
        ("ordinalText", (1, 5, 12, 20, 43), "First Fifth Twelfth Twentieth Forty-third"),
        ("none", (5,), ""),
        ("somethingNew", (5,), "5"),
    ],
)
def test_counts_are_spelled(form: str, counts: tuple[int, ...], expected: str) -> None:
    assert " ".join(spell(count, form) for count in counts) == expected


@pytest.mark.parametrize("form", [*FORMS, "decimal"])
@pytest.mark.parametrize("count", [-1, 0, 1, 99, 100, 9_999, 10_000, 2**40])
def test_no_count_is_too_odd_to_spell(form: str, count: int) -> None:
    assert 0 < len(spell(count, form)) < 500


def test_several_levels_in_one_marker() -> None:
    levels = (level(0, "chineseCounting", "%1、"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    body = item("甲") + item("乙", 1) + item("丙") + item("丁", 1)
    assert text(body, numbering=lists(*levels)) == "一、甲\n1.1\t乙\n二、丙\n2.1\t丁"


def test_level_passed_over_counts_as_one() -> None:
    body = item("查找") + item("台账没有更新", 2) + item("剖析", 1) + item("整改", 1) + item("落实")
    expected = ["一、查找", "1.台账没有更新", "（二）剖析", "（三）整改", "二、落实"]
    assert text(body, numbering=lists(*OUTLINE)).split("\n") == expected


def test_first_level_passed_over_counts_as_one() -> None:
    body = item("引言", num=0) + item("基层走访", 1) + item("会上检视") + item("对照", 1)
    expected = ["引言", "（一）基层走访", "二、会上检视", "（一）对照"]
    assert text(body, numbering=lists(*OUTLINE)).split("\n") == expected


def test_level_passed_over_again_begins_behind_its_parent() -> None:
    body = item("甲") + item("乙", 2) + item("丙") + item("丁", 2) + item("戊", 1)
    expected = ["一、甲", "1.乙", "二、丙", "1.丁", "（二）戊"]
    assert text(body, numbering=lists(*OUTLINE)).split("\n") == expected


def test_level_passed_over_has_its_own_start() -> None:
    levels = (level(0, "decimal", "%1.", start=4), level(1, "decimal", "%1.%2.", start=3))
    assert text(item("甲", 1) + item("乙"), numbering=lists(*levels)) == "4.3.甲\n5.乙"


SECTION = "<w:sectPr><w:type w:val='nextPage'/></w:sectPr>"


def test_paragraph_that_only_ends_a_section_is_not_counted() -> None:
    body = item("走访情况") + p(properties=LISTED + SECTION) + item("办理结果")
    assert text(body, numbering=lists(*OUTLINE)) == "一、走访情况\n\n二、办理结果"


def test_paragraph_with_words_that_ends_a_section_is_counted() -> None:
    body = item("走访情况") + item("座谈", more=SECTION) + item("办理结果")
    expected = ["一、走访情况", "二、座谈", "三、办理结果"]
    assert text(body, numbering=lists(*OUTLINE)).split("\n") == expected


def test_paragraph_hidden_with_its_mark_is_not_counted() -> None:
    gone = p(made.r("内部掌握", "<w:vanish/>"), properties=f"{LISTED}<w:rPr><w:vanish/></w:rPr>")
    assert text(item("甲") + gone + item("乙"), numbering=lists(*OUTLINE)) == "一、甲\n二、乙"


def test_paragraph_whose_mark_alone_is_hidden_is_counted() -> None:
    joined = p("联系", properties=f"{LISTED}<w:rPr><w:vanish/></w:rPr>")
    assert (
        text(joined + p("群众") + item("乙"), numbering=lists(*OUTLINE)) == "一、联系群众\n二、乙"
    )


def test_start_and_restart_override() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    numbering = lists(level(0, "decimal", "%1.", start=3), nums=again)
    body = item("甲") + item("乙") + item("丙", num=2) + item("丁", num=2) + item("戊")
    assert text(body, numbering=numbering) == "3.甲\n4.乙\n5.丙\n6.丁\n7.戊"


def test_lists_of_one_definition_count_on() -> None:
    numbering = lists(
        level(0, "decimal", "%1."), nums='<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert text(item("甲") + item("乙", num=2), numbering=numbering) == "1.甲\n2.乙"


def test_level_that_never_restarts() -> None:
    levels = (level(0, "decimal", "%1."), level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>'))
    body = item("甲") + item("乙", 1) + item("丙") + item("丁", 1)
    assert text(body, numbering=lists(*levels)) == "1.甲\n(1)乙\n2.丙\n(2)丁"


def test_level_overridden_for_one_list() -> None:
    own = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{}</w:lvlOverride></w:num>'
    numbering = lists(
        level(0, "decimal", "%1."), nums=own.format(level(0, "chineseCounting", "%1是"))
    )
    assert text(item("甲", num=2), numbering=numbering) == "一是甲"


HEADING = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/></w:style>'
)


def test_numbering_comes_with_a_style_and_its_base() -> None:
    levels = (
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
    )
    body = p("甲", properties='<w:pStyle w:val="H1"/>') + p(
        "乙", properties='<w:pStyle w:val="H2"/>'
    )
    assert text(body, numbering=lists(*levels), styles=HEADING) == "一、甲\n（一）乙"


def test_list_zero_takes_the_numbering_of_a_style_away() -> None:
    body = p("甲", properties='<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert text(body, numbering=lists(*OUTLINE), styles=HEADING) == "甲"


def test_list_defined_through_a_numbering_style() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Outline"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="8"><w:styleLink w:val="Outline"/>{}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
    ).format(level(0, "decimal", "第%1条"))
    assert text(item("甲", num=7), numbering=linked) == "第1条甲"


def test_empty_numbered_paragraph_shows_its_number() -> None:
    assert (
        text(item("甲") + item("") + item("乙"), numbering=lists(*OUTLINE))
        == "一、甲\n二、\n三、乙"
    )


def test_deleted_paragraph_is_not_counted() -> None:
    gone = p(
        "<w:del><w:r><w:delText>去</w:delText></w:r></w:del>",
        properties=(
            '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>'
        ),
    )
    assert text(item("甲") + gone + item("乙"), numbering=lists(*OUTLINE)) == "一、甲\n二、乙"


def test_joined_paragraphs_have_one_number() -> None:
    assert (
        text(item("甲", more="<w:rPr><w:del/></w:rPr>") + item("乙"), numbering=lists(*OUTLINE))
        == "一、甲乙"
    )


@pytest.mark.parametrize(
    ("pattern", "shown"), [("\uf0b7", "•"), ("l", "•"), ("●", "●"), ("—", "—")]
)
def test_bullets_show_as_bullets(pattern: str, shown: str) -> None:
    assert text(item("甲"), numbering=lists(level(0, "bullet", pattern))) == f"{shown}甲"


@pytest.mark.parametrize(
    ("pattern", "suffix", "shown"),
    [
        ("%1", "", "1\t甲"),
        ("%1", '<w:suff w:val="space"/>', "1 甲"),
        ("%1", '<w:suff w:val="nothing"/>', "1甲"),
        ("%1.", "", "1.甲"),
        ("第%1条", "", "第1条甲"),
    ],
)
def test_gap_after_a_marker_is_kept_where_it_parts_words(
    pattern: str, suffix: str, shown: str
) -> None:
    assert text(item("甲"), numbering=lists(level(0, "decimal", pattern, suffix))) == shown


@pytest.mark.parametrize(
    "numbered",
    [
        '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>',
        '<w:numPr><w:numId w:val="404"/></w:numPr>',
        '<w:numPr><w:ilvl w:val="-1"/><w:numId w:val="1"/></w:numPr>',
        "<w:numPr/>",
        "<w:numPr><w:numId/></w:numPr>",
    ],
)
def test_numbering_that_points_nowhere_adds_nothing(numbered: str) -> None:
    assert text(p("甲", properties=numbered), numbering=lists(*OUTLINE)) == "甲"


@pytest.mark.libreoffice
@pytest.mark.skipif(libreoffice.soffice() is None, reason="LibreOffice is not installed")
def test_markers_agree_with_libreoffice(tmp_path: Path) -> None:
    restarted = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = "".join(
        item(f"段{at}", at % 3, num) for num in (1, 2) for at in (0, 1, 2, 2, 1, 0, 2, 1, 0)
    )
    path = tmp_path / "a.docx"
    path.write_bytes(made.docx(body, numbering=lists(*OUTLINE, nums=restarted)))
    profile = (tmp_path / "profile").as_uri()
    command = (
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(tmp_path),
        str(path),
    )
    subprocess.run(
        [str(libreoffice.soffice()), f"-env:UserInstallation={profile}", *command],
        check=True,
        timeout=600,
    )
    seen = (tmp_path / "a.txt").read_text("utf-8-sig").replace(" ", "").split("\n")
    assert [line for line in seen if line] == made.read_bytes(path.read_bytes()).text.split("\n")
