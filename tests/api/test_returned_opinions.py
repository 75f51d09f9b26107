"""Opinions on a first version, followed to their places in the second: evidence, no verdict."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from duizhao import api
from duizhao.report.versions.followed_opinion import FollowedOpinion
from duizhao.report.versions.paragraphs import ParagraphOutcome
from duizhao.text import Aside, AsideKind, Source, Span
from review.threaded import answered

EXAMPLES = Path(__file__).parents[2] / "examples"
FIRST = """\
2023年度专题民主生活会个人对照检查材料
一、存在的突出问题
（一）理论学习不够系统，读原著少，去年只通读了两本。

（二）为部职工办事不够主动，码头夜间照明拖了xx个月。
（三）调查研究不深入，去渔村只看示范点，听汇报多。
二、产生问题的原因
理论学习抓得不紧，读原著靠挤时间，结合执法实际想得不多。
三、整改措施
每月通读一章原著，办公室主任每季度抽查一次。
"""
SECOND = (
    FIRST.replace("拖了xx个月", "拖了七个月，十二户渔民夜里靠手电上船")
    .replace("（三）调查研究不深入，去渔村只看示范点，听汇报多。\n", "")
    .replace("二、产生", "（三）工作标准不高，两份周报出现数字差错。\n二、产生")
)


def commented(*comments: tuple[str, str, str]) -> Source:
    """The first version with comments: author, words that it hangs on, text."""
    asides = []
    for author, words, text in comments:
        start = FIRST.index(words)
        asides.append(Aside(AsideKind.COMMENT, text, Span(start, start + len(words)), author))
    return Source(FIRST, "一稿.docx", format="docx", asides=tuple(asides))


def followed(*comments: tuple[str, str, str]) -> tuple[FollowedOpinion, ...]:
    return api.compare_versions(
        commented(*comments), Source(SECOND, "二稿.docx", format="docx")
    ).opinions


def read_opinions(text: str) -> list[FollowedOpinion]:
    first = Source(FIRST, "一处/何立新（一稿）.docx", format="docx")
    opinions = api.opinions_in(Source(text), first)
    return list(api.compare_versions(first, Source(SECOND), opinions=opinions).opinions)


@pytest.mark.parametrize(
    ("words", "outcome", "place", "said"),
    [
        ("只通读了两本", ParagraphOutcome.UNCHANGED, "第 3 段", "原意见所在的段落未改动"),
        ("xx个月", ParagraphOutcome.CHANGED, "第 5 段", "原意见所在的段落已改动，原话已不在"),
        ("码头夜间照明", ParagraphOutcome.CHANGED, "第 5 段", "原意见所在的段落已改动，原话还在"),
        ("听汇报多", ParagraphOutcome.GONE, "第 6 段", "原意见所在的段落已删去"),
        ("二、产生问题的原因", ParagraphOutcome.UNCHANGED, "第 7 段", "原意见所在的段落未改动"),
    ],
)
def test_comment_of_a_person_is_followed(
    words: str, outcome: ParagraphOutcome, place: str, said: str
) -> None:
    (each,) = followed(("督导组", words, "请再想一想"))
    assert (each.passage.outcome, each.passage.place, each.in_words()) == (outcome, place, said)


def test_paragraph_that_only_moved_is_unchanged() -> None:
    moved = Source("会前学习情况说明。\n" + FIRST, format="docx")
    first = commented(("督导组", "只通读了两本", "哪两本？"))
    (each,) = api.compare_versions(first, moved).opinions
    assert (each.passage.outcome, each.passage.place) == (
        ParagraphOutcome.UNCHANGED,
        "第 3 段 → 第 4 段",
    )


def test_opinions_stand_in_the_order_of_the_text() -> None:
    found = followed(("甲", "每月通读", "一"), ("乙", "只通读了两本", "二"), ("丙", "xx", "三"))
    assert [each.opinion.text for each in found] == ["二", "三", "一"]


def test_our_comment_has_what_became_of_its_finding(tmp_path: Path) -> None:
    before, after = tmp_path / "一稿.txt", tmp_path / "二稿.txt"
    before.write_text(FIRST, encoding="utf-8")
    after.write_text(SECOND, encoding="utf-8")
    copy = tmp_path / "一稿（审阅稿）.docx"
    config = api.Config(author="督导组")
    with api.Checker(config) as checker:
        copy.write_bytes(api.review_file(before, checker).data)
        versions = api.compare_versions(api.read(copy), api.read(after), checker)
    blanks = [each for each in versions.opinions if each.opinion.code == "DZ301"]
    assert [each.in_words() for each in blanks] == [
        "原意见所在的段落已改动，原话已不在；这一处问题已改"
    ]
    assert {each.opinion.author for each in versions.opinions} == {"督导组"}
    said = versions.opinions_in_words()
    assert said.startswith(f"程序批注 {len(versions.opinions)} 条：问题")


def test_reply_is_no_opinion(tmp_path: Path) -> None:
    copy = api.review_file(EXAMPLES / "faulty.docx")
    path = tmp_path / "审阅稿.docx"
    path.write_bytes(answered(copy.data, {"5": "改过了"}))
    versions = api.compare_versions(api.read(path), api.read(EXAMPLES / "good.docx"))
    assert "改过了" not in {each.opinion.text for each in versions.opinions}
    codes = {each.opinion.code for each in versions.opinions}
    assert len(versions.opinions) > 30
    assert all(code == "" or code.startswith("DZ") for code in codes)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("1、第五段“xx个月”没有填。", "第 5 段"),
        ("第 6 段写得太笼统。", "第 6 段"),
        ("（二）“每月通读一章原著”能不能更实？", "第 10 段"),
        ("“2023年度专题民主生活会”的年度请核对。", "第 1 段"),
        ("第99段看不懂。", ""),
        ("总的看，对工作谈得少。", ""),
    ],
)
def test_line_of_a_text_is_about_what_it_names_or_quotes(line: str, place: str) -> None:
    (each,) = read_opinions(line + "\n")
    assert each.passage.place.partition(" →")[0] == place
    assert (each.passage.outcome is ParagraphOutcome.UNPLACED) == (place == "")


def test_number_of_an_opinion_is_no_part_of_its_words() -> None:
    found = read_opinions("1．第 4 段缺数。\n\n2. 第 3 段哪两本？\n· 总的还好\n")
    assert sorted(each.opinion.text for each in found) == [
        "总的还好",
        "第 3 段哪两本？",
        "第 4 段缺数。",
    ]


def sheet(own_words: str = "") -> Source:
    """The opinion sheets of two people as one document, the first with words of the reviewer."""
    made = [
        page
        for name in ("何立新（一稿）.docx", "王芳.docx")
        for page in api.opinion_sheets(Source(FIRST, f"一处/{name}", format="docx"))
    ]
    read = api.read_stream(BytesIO(api.render_opinion_sheets(made, "督导组")))
    text = read.text.replace("审阅人：", f"{own_words}\n审阅人：", 1)
    return Source(text, "意见单.docx")


def test_filled_sheet_gives_its_entries_and_own_words_and_nothing_of_its_form() -> None:
    first = Source(FIRST, "一稿/何立新.docx", format="docx")
    opinions = list(api.opinions_in(sheet("第 3 段请写明是哪两本书。"), first))
    (page,) = api.opinion_sheets(first)
    texts = [each.text for each in opinions]
    assert "第 3 段请写明是哪两本书。" in texts
    entries = {entry.text for entry in page.entries}
    assert len(texts) > 5
    assert set(texts) - entries == {"第 3 段请写明是哪两本书。"}
    assert not any("审阅人" in text or text == "没有。" for text in texts)


def test_sheet_of_another_person_is_not_read() -> None:
    assert list(api.opinions_in(sheet(), Source(FIRST, "李四.docx"))) == []


def test_entry_of_a_sheet_has_what_became_of_its_finding() -> None:
    first = Source(FIRST, "何立新.docx")
    opinions = api.opinions_in(sheet(), first)
    versions = api.compare_versions(first, Source(SECOND), opinions=opinions)
    (blank,) = [each for each in versions.opinions if each.opinion.text.startswith("第 5 段“xx”")]
    assert blank.in_words().endswith("这一处问题已改")


def test_long_texts_are_followed_in_time_that_grows_with_them() -> None:
    lines = [f"第{at}项工作去年做了{at * 7}次，{at % 13}户群众提了意见。" for at in range(1200)]
    first = Source("\n".join(lines))
    second = Source("\n".join(line.replace("去年", "前年") for line in lines))
    opinions = [f"第 {at} 段请核对。" for at in range(1, 900, 9)]
    versions = api.compare_versions(
        first, second, api.Checker(api.Config(select=("DZ301",))),
        opinions=api.opinions_in(Source("\n".join(opinions)), first),
    )  # fmt: skip
    assert {each.passage.outcome for each in versions.opinions} == {ParagraphOutcome.CHANGED}
