from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span

REST = r"[^。；\n]{0,20}"
PHRASES = Phrases(
    {
        "版权{归,所有}": REST,
        "{如有,若有,如}侵{权,删}": REST,
        "侵{,权}{,必,即}删": "除?",
        "转载{,请,需,须}{注明,联系}": r"[^。；\n]{0,10}",
        "未经{授权,许可}": REST,
        "{内容,资料,文章,图片}{来自,来源于,源于}{网络,互联网}": "",
        "原创{文章,作品,首发}": "",
    }
)


@rule(
    "DZ306",
    phrases=PHRASES,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
)
def copyright_notice(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """版权声明残留"""
    yield Hit(
        phrase, "这是网站的版权声明，不属于本人的材料；请删去，并看看前后有没有一起带进来的文字"
    )
