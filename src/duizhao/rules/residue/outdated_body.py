"""县安监局 → 县应急管理局"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.rules.residue._days import written_between
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

# The year of the reform; names that were used before it, with those of the bodies that took over.
NEW_NAMES = {
    2018: """
    卫计委 卫健委 卫计局 卫健局 卫生计生委 卫生健康委 卫生计生局 卫生健康局 卫生和计划生育委员会 卫生健康委员会
    卫生和计划生育局 卫生健康局 食药监局 市场监督管理局 食药局 市场监督管理局 食品药品监督管理局 市场监督管理局
    食药监总局 国家市场监督管理总局 质监局 市场监督管理局 质量技术监督局 市场监督管理局 质检总局 国家市场监督管理总局
    国家工商总局 国家市场监督管理总局 安监局 应急管理局 安监总局 应急管理部 安全生产监督管理局 应急管理局
    国土资源局 自然资源局 国土资源厅 自然资源厅 国土资源部 自然资源部 国土局 自然资源局
    环保部 生态环境部 环保厅 生态环境厅 文广新局 文化和旅游局 旅发委 文化和旅游局 法制办 司法局 外侨办 外事办
    预防腐败局 监委 公安消防大队 消防救援大队 公安消防支队 消防救援支队 公安消防总队 消防救援总队
    """,
    2023: """
    银监会 国家金融监督管理总局 保监会 国家金融监督管理总局 银保监会 国家金融监督管理总局 银监局 金融监管局
    保监局 金融监管局 银保监局 金融监管局 银监分局 金融监管分局 银保监分局 金融监管分局
    """,
}
# Names so old that they are asked about only in a text that is dated after the reform.
OLD_NAMES = {
    2018: """
    工商局 市场监督管理局 工商行政管理局 市场监督管理局 环保局 生态环境局 环境保护局 生态环境局 国税局 税务局
    地税局 税务局 旅游局 文化和旅游局 监察局 监委 监察部 国家监察委员会 计生委 卫生健康委 计生局 卫生健康局
    农业部 农业农村部 农业局 农业农村局 粮食局 粮食和物资储备局 卫生局 卫生健康局 卫生部 国家卫生健康委
    """,
    2023: "扶贫办 农业农村局 扶贫开发办公室 农业农村局",
}


def _filed(names: dict[int, str]) -> dict[str, tuple[str, int]]:
    return {
        old: (new, year)
        for year, listed in names.items()
        for old, new in zip(listed.split()[::2], listed.split()[1::2], strict=True)
    }


NEW, OLD = _filed(NEW_NAMES), _filed(OLD_NAMES)
PHRASES = Phrases(dict.fromkeys((*NEW, *OLD), "(?!门|队伍|分局[^，。]{0,4}更名)"))
# 文化广电和旅游局, 林业和草原局: the end of a longer name is none.
LONGER = LazyPattern("(?:[和与及、]|文化|体育|广电)$")
# 原县安监局, 曾在国土局工作, 安监局（现应急管理局）
KNOWN = LazyPattern(
    "原|曾|当时|时任|改革前|历任|先后|以前|过去|调[入到任]|[在任从]$|合并|划转|整合|撤销"
)
RENAMED = LazyPattern(
    "[^，。；\n]{0,8}(?:（现|（今|更名|合并|并入|划[转入]|撤销|整合|改[称为名]|工作期间|任职)"
)
YEAR = LazyPattern(r"(?:19|20)\d\d(?=年|—|-)")
SENTENCE = 60
SENTENCE_ENDS = "。；！？\n"


@rule(
    "DZ331",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="《深化党和国家机构改革方案》《党和国家机构改革方案》",
    strength=Strength.VERIFIED,
    beyond_statements=True,
)
def outdated_body(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """机构用了改革以前的名称"""
    name, text = reading.of(phrase), reading.text
    new, year = NEW.get(name) or OLD[name]
    written = written_between(reading.document)
    if (written is None and name in OLD) or (written and written[0].year <= year):
        return
    first = max(0, phrase.start - SENTENCE)
    start = max(first, *(text.rfind(mark, first, phrase.start) + 1 for mark in SENTENCE_ENDS))
    before = text[start : phrase.start]
    if LONGER.search(before) or KNOWN.search(before) or RENAMED.match(text, phrase.end):
        return
    if any(int(found) <= year for found in YEAR.findall(before)):
        return
    yield Hit(
        phrase,
        f"{year}年机构改革以后，“{name}”的职责归“{new}”",
        asks="写的是改革以前的事吗？",
        related=((written[2], "材料的日期"),) if written and name in OLD else (),
    )
