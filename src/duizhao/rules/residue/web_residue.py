from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span

# Each pattern begins at an anchor; words that also occur in honest text ask for the company they keep on web pages.
PHRASE = re.compile(
    r"更多(?:精彩|范文|文章|公文)(?:内容|材料)?(?:请?(?:关注|点击|访问)[^\n。，]{0,20})?|(?:点击|免费|立即|全文|付费)下载|下载(?:次数|积分|本文|文档|全文)"
    r"|(?:扫码|长按|微信)(?:关注|识别|扫描)|关注(?:公众号|我们)(?=[，,。！!：:\s]|$|获取|回复|领取)"
    r"|(?:返回|回到)顶部|(?:上|下)一篇[:：]|相关(?:推荐|阅读|文章|文档)[:：]|阅读全文|展开全文"
    r"|(?:剩余|还剩|未完).{0,12}?(?:阅读|付费|页)|会员(?:专享|可见|免费)|VIP(?:专享|免费)"
    r"|文档(?:大小|格式|页数)[:：]|百度文库|道客巴巴|豆丁网|公文(?:网|公社|包|素材库)|范文(?:网|大全|站)"
)
ANCHORS = (
    *(
        "更多精彩",
        "更多范文",
        "更多文章",
        "更多公文",
        "点击下载",
        "免费下载",
        "立即下载",
        "全文下载",
        "付费下载",
        "下载次数",
        "下载积分",
    ),
    *(
        "下载本文",
        "下载文档",
        "下载全文",
        "扫码",
        "长按",
        "微信关注",
        "微信扫描",
        "关注公众号",
        "关注我们",
    ),
    *(
        "返回顶部",
        "回到顶部",
        "上一篇",
        "下一篇",
        "相关推荐",
        "相关阅读",
        "相关文章",
        "相关文档",
        "阅读全文",
    ),
    *("展开全文", "剩余", "还剩", "未完", "会员专享", "会员可见", "会员免费", "VIP专享", "VIP免费"),
    *("文档大小", "文档格式", "文档页数", "百度文库", "道客巴巴", "豆丁网", "公文", "范文"),
)


@rule(
    "DZ304",
    anchors=ANCHORS,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def web_residue(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """网页文字残留"""
    found = PHRASE.match(reading.text, anchor.start)
    if found:
        span = Span(*found.span())
        yield Hit(span, f"“{found[0]}”像是网页或文库上的字样，不属于材料；如是复制带入，请删去")
