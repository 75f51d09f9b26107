from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span

# Words that also occur in normal text need the words that follow them on web pages.
PHRASES = Phrases(
    {
        "更多{精彩,范文,文章,公文}": r"(?:内容|材料)?(?:请?(?:关注|点击|访问)[^\n。，]{0,20})?",
        "{点击,免费,立即,全文,付费}下载": "",
        "下载{积分,本文,文档,全文}": "",
        "{扫码,长按,微信}{关注,识别,扫描}": "",
        "关注{公众号,我们}": r"(?=[，,。！!：:\s]|$|获取|回复|领取)",
        "{返回,回到}顶部": "",
        "{上,下}一篇": "[:：]",
        "相关{推荐,阅读,文章,文档}": "[:：]",
        "{阅读,展开}全文": "",
        "{剩余,还剩,未完}": ".{0,12}?(?:阅读|付费|页)",
        "会员{专享,可见,免费}": "",
        "VIP{专享,免费}": "",
        "文档{大小,格式,页数}": "[:：]",
        "{百度文库,道客巴巴,豆丁网}": "",
        "公文{网,公社,包,素材库}": "",
        "范文{网,大全,站}": "",
    }
)


@rule(
    "DZ304",
    phrases=PHRASES,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def web_residue(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """网页文字残留"""
    message = f"“{reading.of(phrase)}”像是网页或文库上的字样，不属于材料；如是复制带入，请删去"
    yield Hit(phrase, message)
