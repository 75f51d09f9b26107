from __future__ import annotations

from collections.abc import Iterable

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import PaperKind
from duizhao.statement import Cause
from duizhao.text.pattern import LazyPattern

LONGEST_CAUSE = 90
# 项目用地、环评手续繁琐: what is only listed ahead belongs to the same clause.
CLAUSES = LazyPattern("(?:[^，。；、：！？\n不没少差松怕]{1,5}、)*[^，。；、：！？\n]+")
COUNTER = LazyPattern(
    "(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|[一二三四五六七八九十]是|第[一二三四五六七八九十]，?|主要是|还有|再加上|加上|加之|另外|同时|客观上|的确)*"
)
OUTSIDE = LazyPattern(
    "(?:(?:人手|人员|时间|经费|资金|编制|力量)(?:较|比较|严重|普遍|也|都|实在|太|又)?(?:不[足够]|紧[张缺]?|少|有限|短缺)|(?:没有?|顾不上)时间[^，。；]{0,6}|任务(?:太|又|很|比较|非常)?(?:繁?重|多|急)"
    "|工作(?:太|比较|非常|又)?(?:繁忙|忙|多|杂)|压力(?:太|又|很|比较)?大|节奏快|底子薄|基础(?:较|比较)?(?:薄弱|差)|条件(?:较|比较)?(?:差|有限|艰苦|落后)|点多|面广|线长|头绪多|疫情|天气|雨季"
    "|任务交织|(?:手续|审批|流程|程序)(?:较|比较|很|太|又)?(?:繁琐|复杂|多|长)|历史(?:原因|遗留|欠账)|客观(?:原因|条件))(?:的?(?:问题|原因|影响|限制|制约|情况|因素|实际))?(?:较?多|所限|复杂)?$"
)
# Not 群众立场不稳, 企业服务不够, 基层调研少: what the writer owes to others.
OTHERS = LazyPattern(
    "(?:(?:部分|个别|少数|有的|有些|一些)(?:群众|村民|居民|企业|社区|村|乡镇|基层|科室|部门|同事|同志|干部|职工)"
    "|(?:群众|村民|居民|企业|社区|村里|乡镇|部门|科室|乡镇和[^，。；和]{1,5}|[^，。；]{1,4}和(?:社区|乡镇|村里|部门))(?=不|对[^，。；]{0,8}不|配合|支持|响应)"
    "|施工(?:单位|队伍?|方)|供应商|承包[方商]|中标(?:单位|企业)|对方|家长(?!工作|[会学委])|家属(?!工作)|商户|业主|年轻干部|前任|上级(?=要求|部署|下达|任务|政策|考核)(?![^，。；]*(?:落实|贯彻|执行|传达|理解|研究)))"
    "[^，。；]*?(?:不|差|弱|少|低|难|慢|滞后|复杂|高|变|重|多|紧)"
)
WITHIN = LazyPattern("我|本人|自[己身]|班子|主观|思想|认识|意识|重视|[认以]为|觉得|总想|怕|嫌|图")


@rule(
    "DZ416",
    on=Cause,
    severity=Severity.HINT,
    source="民主生活会情况通报的通行要求：从主观上找原因",
    strength=Strength.PRACTICE,
    papers=(PaperKind.PERSON,),
    criteria=("B17", "C4"),
)
def cause_outside_oneself(cause: Cause, reading: Reading) -> Iterable[Hit]:
    """原因里没有自己"""
    if cause.span.end - cause.span.start > LONGEST_CAUSE:
        return ()
    words = reading.of(cause.span)
    if WITHIN.search(words) or any(map(words.__contains__, ("因为", "由于"))):
        return ()
    bare = words[COUNTER.match(words).end() :]  # type: ignore[union-attr]
    clauses = CLAUSES.findall(bare)
    if not clauses or not all(OUTSIDE.search(each) or OTHERS.match(each) for each in clauses):
        return ()
    hit = Hit(
        cause.claim,
        "这条原因说的都是客观条件和别人",
        asks=f"除去这些，{reading.oneself}这一头还差了什么？",
    )
    return (hit,)
