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
