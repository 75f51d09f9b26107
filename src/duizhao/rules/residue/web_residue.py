from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

# Words that also occur in normal text need the words that follow them on web pages.
# Behind these, the line goes on with nothing or with an arrow: 没有阅读全文，就签了字 is a sentence.
LINK_END = r"(?=[ 　]*(?:[>＞》»↓▼∨]|\.\.\.|…|\n|$))"
PHRASES = Phrases(
    {
        "更多{精彩,范文,文章,公文}": r"(?:内容|材料|文章)?(?:请?(?:关注|点击|访问)[^\n。，]{0,20}"
        r"|(?=[：，, ]{0,2}(?:请|关注|点击|访问|尽在|扫|[>＞]|\n|$)))",
        "{点击,立即,全文,付费}下载": "",
        "免费下载": rf"(?:(?:本文|全文|文档|范文|地址)|{LINK_END})",
        "下载{积分,本文,文档,全文}": "",
        "{扫码,长按}{关注,识别,扫描}": "",
        "微信{识别,扫描}": "",
        "微信关注": "(?=[^\n。，]{0,6}(?:公众号|二维码|我们)|[ 　]*(?:\n|$))",
        "关注{公众号,我们}": r"(?=[，,。！!：:\s]|$|获取|回复|领取)",
        "{返回,回到}顶部": "",
        "{上,下}一篇": "[:：]",
        "相关{推荐,阅读,文章,文档}": "[:：]",
        "{阅读,展开}全文": LINK_END,
        "{剩余,还剩,未完}": ".{0,12}?(?:继续阅读|阅读全文|(?<![预应])付费(?!用)|未读(?:[，,]?付费)?)",
        "会员{专享,可见}": "",
        "会员免费": "(?=下载|阅读|[ 　]*(?:\n|$))",
        "VIP{专享,免费}": "",
        "文档{大小,格式,页数}": "[:：]",
        "{百度文库,道客巴巴,豆丁网}": "",
        "公文{网,公社,素材库}": "",
        "公文包": "(?=网|下载|公众号)",
        "范文{网,大全,站}": "",
    }
)
# From where an author took a text is a confession: 从百度文库下载, 照抄范文大全.
TAKEN = LazyPattern(r"[从在到靠上用抄搜查过由向依买]|下载|浏览|登录|参考|借鉴|依赖")
SITE = LazyPattern("百度文库|道客巴巴|豆丁网|[公范]文")
LONGEST_CLAUSE = 12


@rule(
    "DZ304",
    phrases=PHRASES,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    criteria=("F3",),
)
def web_residue(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """网页文字残留"""
    if SITE.match(reading.of(phrase)) and TAKEN.search(_clause_before(phrase, reading.text)):
        return
    message = f"“{reading.of(phrase)}”像是网页或文库上的字样，不属于材料；如是复制带入，请删去"
    yield Hit(phrase, message)


def _clause_before(phrase: Span, text: str) -> str:
    before = text[max(0, phrase.start - LONGEST_CLAUSE) : phrase.start]
    return re.split("[，。；：\n]", before)[-1]
