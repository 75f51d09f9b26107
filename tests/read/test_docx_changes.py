"""Tracked changes read as accepted, hidden text left out, and each of them kept as an aside."""

from __future__ import annotations

import pytest

from read.made import asides, p, r, source, text

BY = 'w:author="李四" w:date="2024-01-05T08:00:00Z"'


def gone(words: str, tag: str = "del") -> str:
    kind = "delText" if tag == "del" else "t"
    return f"<w:{tag} {BY}><w:r><w:{kind}>{words}</w:{kind}></w:r></w:{tag}>"


def added(words: str, tag: str = "ins") -> str:
    return f"<w:{tag} {BY}>{r(words)}</w:{tag}>"


@pytest.mark.parametrize(("out", "into"), [("del", "ins"), ("moveFrom", "moveTo")])
def test_changes_read_as_accepted(out: str, into: str) -> None:
    body = p("学习", gone("不够", out), added("不深", into), "。")
    assert text(body) == "学习不深。"
    assert asides("inserted", body) == [("不深", "不深", "李四")]
    assert asides("deleted", body) == [("不够", "", "李四")]


def test_insertion_deleted_again_is_out() -> None:
    assert text(p("前", f"<w:ins {BY}>{gone('中')}{r('新')}</w:ins>", "后")) == "前新后"


def test_deleted_paragraph_mark_joins_paragraphs() -> None:
    body = p("前半", properties=f"<w:rPr><w:del {BY}/></w:rPr>") + p("后半") + p("下段")
    assert text(body) == "前半后半\n下段"
    assert asides("deleted", body) == [("\n", "", "李四")]


def test_inserted_paragraph_mark_is_kept_as_an_aside() -> None:
    body = p("前半", properties=f"<w:rPr><w:ins {BY}/></w:rPr>") + p("后半")
    assert text(body) == "前半\n后半"
    assert asides("inserted", body) == [("\n", "\n", "李四")]


def test_paragraph_deleted_whole_leaves_no_empty_line() -> None:
    body = p("前") + p(gone("整段"), properties=f"<w:rPr><w:del {BY}/></w:rPr>") + p("后")
    assert text(body) == "前\n后"


def test_last_paragraph_deleted_whole_leaves_no_empty_line() -> None:
    assert text(p("前") + p(gone("整段"), properties=f"<w:rPr><w:del {BY}/></w:rPr>")) == "前"


def test_deleted_row_is_out() -> None:
    rows = f"<w:tr><w:tc>{p('留')}</w:tc></w:tr><w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{p('去')}</w:tc></w:tr>"
    assert text(f"<w:tbl>{rows}</w:tbl>") == "留"
    assert asides("deleted", f"<w:tbl>{rows}</w:tbl>") == [("去\n", "", "李四")]


def test_deleted_cell_is_out() -> None:
    cells = f"<w:tc><w:tcPr><w:cellDel {BY}/></w:tcPr>{p('去')}</w:tc><w:tc>{p('留')}</w:tc>"
    assert text(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == "留"


def test_old_properties_of_a_change_are_not_current() -> None:
    old = f"<w:rPrChange {BY}><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    assert text(p(r("在", old))) == "在"


def test_hidden_text_is_left_out_and_kept_as_one_aside() -> None:
    body = p("前", r("藏", "<w:vanish/>"), r("着", "<w:vanish/>"), "后")
    assert text(body) == "前后"
    assert asides("hidden", body) == [("藏着", "", "")]


def test_vanish_switched_off_shows() -> None:
    assert text(p(r("在", '<w:vanish w:val="0"/>'))) == "在"


STYLES = (
    '<w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Hid"><w:basedOn w:val="Base"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="HidP"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
)


def test_text_hidden_by_a_style_is_left_out() -> None:
    hidden_run = r("藏", '<w:rStyle w:val="Hid"/>')
    hidden_paragraph = p(
        "段", r("显", '<w:vanish w:val="0"/>'), properties='<w:pStyle w:val="HidP"/>'
    )
    assert text(p("前", hidden_run) + hidden_paragraph, styles=STYLES) == "前\n显"


def test_two_styles_that_hide_show_again() -> None:
    twice = p(r("显", '<w:rStyle w:val="Hid"/>'), properties='<w:pStyle w:val="HidP"/>')
    assert text(twice, styles=STYLES) == "显"


def test_style_based_on_itself_ends() -> None:
    assert text(p("在", properties='<w:pStyle w:val="Loop"/>'), styles=STYLES) == "在"


def test_hidden_mark_runs_a_heading_into_its_text() -> None:
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert text(p("一、标题。", properties=mark) + p("正文")) == "一、标题。正文"


def test_text_box_in_a_hidden_run_is_hidden() -> None:
    box = f"<w:r><w:rPr><w:vanish/></w:rPr><w:pict><w:txbxContent>{p('框')}</w:txbxContent></w:pict></w:r>"
    assert text(p("前", box)) == "前"
    assert asides("hidden", p("前", box)) == [("框\n", "", "")]


def test_deletion_behind_the_last_line_hangs_on_the_end() -> None:
    body = p("前") + p(gone("整段"), properties=f"<w:rPr><w:del {BY}/></w:rPr>")
    assert {aside.span for aside in source(body).asides} == {(1, 1)}


def test_insertion_inside_an_insertion_is_part_of_it() -> None:
    body = p(f"<w:ins {BY}>{r('外')}{added('内')}</w:ins>")
    assert asides("inserted", body) == [("外内", "外内", "李四")]


GONE, HIDDEN = f"<w:rPr><w:del {BY}/></w:rPr>", "<w:rPr><w:vanish/></w:rPr>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc><w:tcPr/>{cell}</w:tc>' for cell in cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


@pytest.mark.parametrize("mark", [GONE, HIDDEN])
def test_mark_at_the_end_of_a_cell_ends_it_whatever_it_is_marked(mark: str) -> None:
    first = row(p("事项", properties=mark), p("期限", properties=mark), p("牵头科室"))
    second = row(p("危房改造", properties=mark), p(properties=mark), p("建设科", properties=mark))
    expected = "事项\n期限\n牵头科室\n危房改造\n\n建设科\n表后"
    assert text(table(first, second) + p("表后")) == expected


def test_deleted_mark_within_a_cell_joins_its_paragraphs() -> None:
    cell = p("拖延", properties=GONE) + p("两周", properties=GONE)
    assert text(table(row(cell, p("办结")))) == "拖延两周\n办结"


@pytest.mark.parametrize("mark", [GONE, HIDDEN])
def test_words_do_not_flow_into_a_table(mark: str) -> None:
    assert (
        text(p("见下表", properties=mark) + table(row(p("序号"))) + p("表后"))
        == "见下表\n序号\n表后"
    )
    in_cell = p("附", properties=mark) + table(row(p("内表"))) + p("格尾")
    assert text(table(row(in_cell))) == "附\n内表\n格尾"


def test_paragraph_deleted_whole_before_a_table_leaves_no_empty_line() -> None:
    assert text(p("前") + p(gone("整段"), properties=GONE) + table(row(p("甲")))) == "前\n甲"


def test_deleted_row_leaves_no_line() -> None:
    gone_row = row(p(gone("旧"), properties=GONE)).replace(
        "<w:tr>", f"<w:tr><w:trPr><w:del {BY}/></w:trPr>"
    )
    assert text(table(row(p("甲")), gone_row, row(p("乙")))) == "甲\n乙"


def test_box_in_a_cell_keeps_the_marks_apart() -> None:
    inner = p("框内", properties=GONE) + table(row(p("框表"))) + p()
    box = f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"
    assert text(table(row(p("格", box, properties=GONE), p("邻格")))) == "格\n框内\n框表\n\n邻格"
