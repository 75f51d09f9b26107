from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

CODE = "DZ615"
# Only characters that never occur in simplified text; 乾 著 於 後 瞭 藉 徵 麼 do, in names or other uses.
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
SIMPLE = dict(zip(PAIRS[::2], PAIRS[1::2], strict=True))
RUN = LazyPattern(f"[{''.join(SIMPLE)}]+")
# A text with more traditional characters than one in fifty was written so on purpose.
CHARACTERS_PER_SLIP = 50


@rule(
    CODE,
    on=Document,
    anchors=tuple(SIMPLE),
    severity=Severity.WARNING,
    source="《通用规范汉字表》（2013）",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def traditional_character(document: Document, reading: Reading) -> Iterator[Hit]:
    """简体文中夹杂繁体字"""
    places = reading.marks.get(CODE)
    start, end = document.span
    if len(places) * CHARACTERS_PER_SLIP > max(end - start, CHARACTERS_PER_SLIP * 5):
        return
    done = -1
    for at, _ in places:
        found = RUN.match(reading.text, at) if at >= done else None
        if found:
            done = found.end()
            simple = "".join(SIMPLE[character] for character in found[0])
            span = Span(at, done)
            yield Hit(
                span, f"“{found[0]}”是繁体字，通用规范汉字是“{simple}”", (Edit(span, simple),)
            )
