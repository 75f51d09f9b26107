"""A text in Traditional script is read and checked as its Simplified twin is, and shown as it is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import duizhao.rules
from duizhao.api.ledgers import extract_rows
from duizhao.lint import CheckedSource, Linter, collect
from duizhao.profiles import shipped
from duizhao.text import Source
from duizhao.text.simplified import ONLY_TRADITIONAL, has_traditional, simplified

ROOT = Path(__file__).resolve().parents[2]
# DZ615 is about the script itself.
LINTER = Linter([rule for rule in collect(duizhao.rules) if rule.code != "DZ615"], shipped().all())
STATEMENTS = [
    *sorted((ROOT / "examples").glob("*.txt")),
    *sorted((ROOT / "bench/chain/statements").glob("*.txt")),
    *sorted((ROOT / "bench/chain/statements").glob("*.md")),
]
TABLE = (ROOT / "src/duizhao/text/data/simplified.txt").read_text("utf-8").split()
# What a Traditional writer uses most where several characters have become one.
USUAL = dict(
    zip(
        "后于里发干着面系制复只台松并准余群众为线强户周范谷升了别症卷布伙",
        "後於裏發幹著麵係製復隻臺鬆並準餘羣眾為線強戶週範穀昇了別症卷布夥",
        strict=True,
    )
)
# These stand in Traditional text as well.
KEPT = frozenset("面制复只系干谷升了卷布松周症")
TRADITIONAL = {
    **{simple: other for other, simple in reversed(list(zip(*TABLE, strict=True)))},
    **{simple: other for other, simple in ONLY_TRADITIONAL.items()},
    **USUAL,
    **{character: character for character in KEPT},
}


def traditional(text: str) -> str:
    return text.translate(str.maketrans(TRADITIONAL))


def read(text: str) -> CheckedSource:
    return LINTER.check(Source(text), None)


@pytest.mark.parametrize("path", STATEMENTS, ids=lambda path: path.stem)
def test_a_traditional_twin_has_the_same_parts_and_findings(path: Path) -> None:
    text = simplified(path.read_text("utf-8"))
    twin = traditional(text)
    assert has_traditional(twin)
    assert simplified(twin) == text
    one, other = read(text), read(twin)
    for (mine,), (theirs,) in [(one.readings, other.readings)]:
        assert mine.document.sections == theirs.document.sections
        assert mine.document.items == theirs.document.items
        assert mine.statement.recognised == theirs.statement.recognised
        assert mine.profile == theirs.profile
        for part in ("chapters", "problems", "causes", "measures", "aspects", "links"):
            assert getattr(mine.statement, part) == getattr(theirs.statement, part)
    assert [(each.code, each.span, each.severity) for each in one.findings] == [
        (each.code, each.span, each.severity) for each in other.findings
    ]
    assert [each.full_message for each in one.findings] == [
        simplified(each.full_message) for each in other.findings
    ]


@pytest.mark.parametrize("path", STATEMENTS[::6], ids=lambda path: path.stem)
def test_a_ledger_of_a_traditional_twin_has_the_same_rows_as_they_are_written(path: Path) -> None:
    text = simplified(path.read_text("utf-8"))
    twin = traditional(text)
    mine, theirs = extract_rows(Source(text)), extract_rows(Source(twin))
    assert simplified(repr(theirs)) == repr(mine)
    for draft in theirs.drafts:
        assert draft.sentence in twin


def test_words_are_quoted_and_corrected_as_they_are_written() -> None:
    text = traditional(
        "个人对照检查材料\n一、存在的问题\n（一）学习方面\n没有通读原文。\n（三）调查研究方面\n走马观花，，"
        "有的同志说话不算数。\n二、整改措施\n每月学习一次。\n"
    )
    checked = read(text)
    quoted = [
        words
        for finding in checked.findings
        for words in re.findall("“([^“”]+)”", finding.message)
        if simplified(words) in simplified(text)
    ]
    assert quoted
    assert all(words in text for words in quoted)
    for finding in checked.findings:
        for edit in finding.edits:
            assert not set(edit.replacement) & set(ONLY_TRADITIONAL.values())


def test_every_sign_of_the_script_is_folded_away() -> None:
    assert not has_traditional(simplified("".join(ONLY_TRADITIONAL)))


@pytest.mark.parametrize("text", ["問(wèn)題", "\U00020000國", "國\ud800", ""])
def test_a_fold_keeps_the_length(text: str) -> None:
    assert len(simplified(text)) == len(text)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("瞭解不夠，瞭望塔失修", "了解不够，瞭望塔失修"),
        ("著力不準，著作、原著、顯著", "着力不准，著作、原著、显著"),
        ("憑藉，藉口，狼藉", "凭借，借口，狼藉"),
        ("今後徵求意見，關於裏面", "今后征求意见，关于里面"),
        ("乾部作風", "干部作风"),
    ],
)
def test_characters_with_two_uses_are_folded_by_their_neighbours(written: str, plain: str) -> None:
    assert simplified(written) == plain


def test_simplified_text_is_read_once() -> None:
    (reading,) = read("个人对照检查材料\n一、存在的问题\n著作、瞭望、乾坤湾，於同志。\n").readings
    assert reading.plain is None


PINYIN = """个人对照检查材料
现将有关情况报告如下：
一、存在的问(wèn)题
（一）理论学习(xí)方面
一是理论学（xué）习不够系统。全年集中学习缺席两次，有时以干代学。
二是调查研究(jiū)不够深入。三月到柳河村只在会议室听了汇报。
二、原(yuan2)因剖析
宗旨意识有所淡化。
三、整改措(cuò)施(shī)
（一）每月集中学习一次，由本人牵头，六月底前完成。
"""


def test_a_text_with_pinyin_has_the_parts_and_findings_of_the_text_without() -> None:
    plain = re.sub("[（(][^一-鿿)）]+[)）]", "", PINYIN)
    assert len(plain) < len(PINYIN)
    glossed, bare = read(PINYIN), read(plain)
    (one,), (other,) = glossed.readings, bare.readings
    assert one.statement.recognised
    assert [each.kinds for each in one.statement.chapters] == [
        each.kinds for each in other.statement.chapters
    ]
    assert [aspect for aspect, _ in one.statement.aspects] == [
        aspect for aspect, _ in other.statement.aspects
    ]
    for part in ("problems", "causes", "measures", "links"):
        assert len(getattr(one.statement, part)) == len(getattr(other.statement, part))
    assert [each.code for each in glossed.findings if each.code != "DZ329"] == [
        each.code for each in bare.findings
    ]
    assert [each.code for each in glossed.findings].count("DZ329") == 1


def test_a_word_cut_by_pinyin_is_shown_whole() -> None:
    checked = read(
        "个人对照检查材料\n一、存在的问题\n一是有的同(tóng)志学习(xí)不够。\n二是调研少。\n"
    )
    spans = [finding.span.of(checked.source.text) for finding in checked.findings]
    assert "有的同(tóng)志" in spans
