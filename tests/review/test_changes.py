"""A certain fix is a tracked change: accepted it makes the fixed text, refused it leaves the old one."""

from __future__ import annotations

from pathlib import Path

import pytest
from reviewing import accepted, appearance, finding, refused, reviewed

from duizhao import api
from duizhao.errors import UnreadableDocument
from duizhao.read import read_bytes
from duizhao.review import reviewed_package
from duizhao.text import Edit, Span, apply
from read.made import docx, p, r, t

EXAMPLE = Path(__file__).parents[2] / "examples" / "faulty.docx"
CASES = {
    "one character": (p("服务于部职工不够。"), [Edit(Span(2, 3), "干")]),
    "across runs": (p(r("服务于", "<w:b/>"), r("部职工", "<w:i/>")), [Edit(Span(1, 5), "好")]),
    "an insertion": (p("服务职工"), [Edit(Span(2, 2), "干部"), Edit(Span(4, 4), "。")]),
    "at the start": (p("服务职工"), [Edit(Span(0, 0), "要")]),
    "all of a run": (p("甲", r("乙", "<w:b/>"), "丙"), [Edit(Span(1, 2), "")]),
    "side by side": (p("甲乙丙丁"), [Edit(Span(0, 1), "子"), Edit(Span(1, 2), ""), Edit(Span(2, 4), "丑")]),
    "in somebody's insertion": (
        p("甲", f'<w:ins w:id="4" w:author="王">{r("乙丙丁")}</w:ins>'), [Edit(Span(2, 3), "子")]),
    "around a picture": (p(f"<w:r>{t('甲乙')}<w:drawing/>{t('丙丁')}</w:r>"), [Edit(Span(1, 3), "子")]),
    "a tab and a break": (p(f"<w:r>{t('甲')}<w:tab/>{t('乙')}</w:r>"), [Edit(Span(1, 2), "\t\n")]),
    "entities": (p("甲&lt;乙&amp;丙"), [Edit(Span(1, 2), "<&"), Edit(Span(4, 5), "")]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_both_answers_give_the_text_they_should(case: str) -> None:
    body, edits = CASES[case]
    data = docx(body)
    text = read_bytes(data).text
    made = reviewed(data, [], edits)
    assert made.unmarked == ()
    assert made.text == text
    assert read_bytes(accepted(made.data)).text == apply(text, edits)
    assert read_bytes(refused(made.data)).text == text
    assert appearance(refused(made.data)) == appearance(data)


def test_picture_between_deleted_characters_stays() -> None:
    data = docx(p(f"<w:r>{t('甲乙')}<w:drawing/>{t('丙丁')}</w:r>"))
    made = reviewed(data, [], [Edit(Span(1, 3), "")])
    assert "drawing" in [shown for shown, _, _ in appearance(accepted(made.data))]


def test_what_cannot_be_edited_is_left_out_and_counted() -> None:
    data = docx(p("甲") + p("乙"))
    made = reviewed(data, [], [Edit(Span(1, 2), "")])
    assert len(made.unmarked) == 1
    assert made.data == data


def test_example_accepted_is_the_fixed_text_and_refused_the_original() -> None:
    checker = api.Checker()
    source = api.read(EXAMPLE)
    copy = api.review_file(EXAMPLE, checker, fix=True)
    assert copy.changes == 5
    assert copy.before == copy.after == api.digest(source.text)
    assert read_bytes(accepted(copy.data)).text == checker.fix(source, in_runs=True).source.text
    assert read_bytes(refused(copy.data)).text == source.text
    fixed_as_text = checker.fix(api.Source(source.text)).source.text
    assert read_bytes(accepted(copy.data)).text == fixed_as_text


@pytest.mark.parametrize(
    "words", [" 于部职工 ", "\n  于部职工", "于部职工\t", " 听取 于部职工 意见 "]
)
def test_fix_in_a_text_that_drops_the_blanks_at_its_ends(words: str) -> None:
    package = docx(p("前 ", f"<w:r><w:t>{words}</w:t></w:r>", " 后"))
    text = read_bytes(package).text
    at = text.index("于部")
    copy = reviewed(package, [finding(read_bytes(package), "职")], [Edit(Span(at, at + 1), "干")])
    assert copy.changes == 1
    assert read_bytes(accepted(copy.data)).text == text.replace("于部", "干部")
    assert read_bytes(refused(copy.data)).text == text == copy.text


def test_fix_among_signs_of_a_symbol_font() -> None:
    wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    package = docx(p("前", r("\uf0fe于部职工\uf06f", wingdings), "后"))
    source = read_bytes(package)
    assert source.text == "前☑于部职工□后"
    copy = reviewed(
        package, [finding(source, "☑于"), finding(source, "工□")], [Edit(Span(2, 3), "干")]
    )
    assert copy.changes == 1
    assert read_bytes(refused(copy.data)).text == source.text == copy.text
    assert read_bytes(accepted(copy.data)).text == "前☑干部职工□后"


def test_fix_in_a_box_that_somebody_inserted() -> None:
    inner = p("于部职工的台账少记两笔。")
    box = f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"
    package = docx(p("附件", f'<w:ins w:id="7" w:author="王">{r("说明")}{box}</w:ins>', "，见框。"))
    text = read_bytes(package).text
    at = text.index("于")
    copy = reviewed(package, [], [Edit(Span(at, at + 1), "干")])
    assert (copy.changes, copy.text) == (1, text)
    assert read_bytes(accepted(copy.data)).text == text.replace("于部", "干部")
    assert read_bytes(refused(copy.data)).text == text


@pytest.mark.parametrize(
    ("limit", "told"), [("MAX_CHANGES", "修订会超过 1 处"), ("MAX_MARKUP", "标记会超过 1 个")]
)
def test_copy_that_would_be_too_large_is_refused(
    limit: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = docx(p("于部职工，于部职工"))
    edits = [Edit(Span(at, at + 1), "干") for at in (0, 5)]
    monkeypatch.setattr(reviewed_package, limit, 1)
    with pytest.raises(UnreadableDocument, match=f"问题太多，审阅稿会大到无法读取（{told}）"):
        reviewed(data, [], edits)
