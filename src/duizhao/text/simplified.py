"""Traditional characters folded to Simplified ones, one for one: every offset stays.

Everything that is looked up is written in Simplified script. A text with Traditional characters is folded before it is
read; what is shown of it is taken from the text as it was written.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from duizhao.text.pattern import LazyPattern

# Characters that never occur in Simplified text, each with its Simplified one; 乾 著 於 後 瞭 藉 徵 麼 do, in names or
# other uses. No text of two lines in Traditional script is without one.
PAIRS = (
    "國国學学習习對对問问題题實实幹干黨党員员會会議议關关務务機机導导領领發发開开單单組组織织業业責责權权義义認认識识與与從从來来"
    "時时現现產产過过還还進进這这們们個个為为無无當当體体處处長长門门見见觀观規规設设計计調调談谈論论說说講讲證证"
    "評评議议讓让訓训記记許许訪访該该課课請请諸诸護护變变質质貫贯財财負负費费貧贫購购貢贡資资賴赖軍军農农達达"
    "運运遠远適适選选遺遗鄉乡錯错鐵铁針针銳锐鋒锋閉闭間间聞闻陣阵陽阳階阶際际隊队難难電电靈灵頭头順顺須须預预"
    "額额風风飛飞養养馬马驗验點点齊齐龍龙條条極极構构標标樣样機机檢检權权歡欢歲岁歷历氣气決决沒没況况淺浅減减測测"
    "滿满漢汉濟济熱热愛爱獨独環环畫画療疗盡尽監监眾众礎础禮礼種种積积穩稳窮穷競竞筆笔節节簡简紀纪約约級级納纳純纯"
    "紛纷細细終终結结絕绝給给統统經经維维綱纲網网緊紧線线練练總总績绩縣县織织繼继續续職职聯联聲声聽听肅肃腦脑"
    "舉举舊旧藝艺蘇苏術术衛卫裝装補补製制親亲覺觉觸触訂订訊讯謀谋讀读貪贪貿贸賽赛趨趋軟软較较輕轻輔辅輪轮轉转辦办"
    "邊边郵邮醫医釋释鑒鉴閱阅離离雙双雜杂靜静響响頂顶項项顯显餘余驚惊鬥斗勞劳動动勵励勢势區区協协參参啟启嚴严團团"
    "圍围執执報报場场塊块壓压壞坏備备傳传債债傷伤優优僅仅價价億亿儀仪偉伟側侧兩两內内劃划劇剧創创務务"
)
ONLY_TRADITIONAL = dict(zip(PAIRS[::2], PAIRS[1::2], strict=True))
"""Traditional characters that prove that a text has such, with their Simplified ones."""

# One form, and another one by the characters around it.
BY_NEIGHBOURS = (
    (
        "著",
        LazyPattern("(?<![名显顯原编編专專论論译譯土巨遗遺合拙卓昭])著(?![名作者称稱录錄述])"),
        "着",
    ),
    ("瞭", LazyPattern("瞭(?!望)"), "了"),
    ("藉", LazyPattern("(?<=[凭憑])藉|藉(?=[口故助由此机機])"), "借"),
    ("干", LazyPattern("(?<!扭转)干(?=坤)"), "乾"),
)


def simplified(text: str) -> str:
    """`text` with its Traditional characters made Simplified; as long as it was.

    >>> simplified("對問題瞭解不夠，著力點不準；著作、瞭望")
    '对问题了解不够，着力点不准；著作、瞭望'
    """
    folded = text.translate(_table())
    for character, places, other in BY_NEIGHBOURS:
        if character in folded:
            folded = places.sub(other, folded)
    return folded


def has_traditional(text: str) -> bool:
    """Whether `text` has a character of Traditional script alone."""
    return _any().search(text) is not None


@cache
def _any() -> re.Pattern[str]:
    return re.compile(f"[{''.join(ONLY_TRADITIONAL)}]")


@cache
def _table() -> dict[int, str]:
    traditional, simple = (
        Path(__file__).with_name("data").joinpath("simplified.txt").read_text("utf-8").split()
    )
    return {ord(one): other for one, other in zip(traditional, simple, strict=True)}
