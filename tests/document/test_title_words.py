"""Titles of parts by their characters. None of these titles is among those that the weights were fitted on."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.document.headings.title_words import SURE, headed_by

FITTED = Path(__file__).parent / "titles_of_parts.txt"
PLAIN = {
    "problems": (
        "自己身上的几块疤 还有哪些坎没过 工作里的短缺 我欠大家什么 哪几样没做够 老毛病有哪些 找出的几处不足 "
        "和老党员比差多少 晒一晒短处 没办妥的几桩事 存在的偏差和不足 摆一摆毛病 巡查中发现的自身问题 几处短板"
    ),
    "causes": (
        "毛病到底从哪儿来 根子扎在哪 为什么没守住 思想里的病根 往心里挖一挖 怎么会落到后面 差距产生的缘由 "
        "病根找在自己身上 问题背后的根子 从主观上挖根源 为何做得这么差 追一追原因 深挖思想症结 错误的由来"
    ),
    "measures": (
        "往后这样干 怎么把课补上 接下来怎么走 我打算这么改 改正的几条办法 下一步的改法 今年要办好的几件事 "
        "如何补齐短板 整改的打算和承诺 定几条规矩 拿出改的样子 今后的整改举措 怎样把账还上 从哪几件事改起"
    ),
}
CLAIMS = (
    "学习抓得不实 值班脱岗 担当劲头不足 服务窗口态度差 家风方面 带头严守纪律 每月讲一次党课 四月底前修好水闸 "
    "王家沟小学 履职情况回顾 对张同志的批评"
)
FEWEST_RIGHT = 0.95
"""Of all titles above; each was right when they were written."""


def test_titles_that_were_never_seen_show_their_part() -> None:
    titles = [(title, part) for part, words in PLAIN.items() for title in words.split()]
    fitted = {line[2:] for line in FITTED.read_text(encoding="utf-8").splitlines()}
    assert fitted.isdisjoint(title for title, _ in titles)
    right = [headed_by(title).part == part for title, part in titles]
    assert sum(right) / len(right) >= FEWEST_RIGHT


@pytest.mark.parametrize("title", CLAIMS.split())
def test_claims_and_names_surely_head_no_part(title: str) -> None:
    assert headed_by(title).ahead < SURE


def test_of_a_long_title_nothing_is_known() -> None:
    assert headed_by("问题" * 13).ahead < 0
