from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

REST = r"[^。；\n]{0,20}"
# 心得体会内容来自网络 is what an author confesses; a notice of a site begins with 内容来自网络.
ORIGIN = LazyPattern("(?:内容|资料|文章|图片)")
HAN = LazyPattern("[\u4e00-\u9fff]")
SIGNS = "[，,。 ]{0,2}(?:侵权|违者|翻印|未经|盗版|不得|请勿|转载|归|：)"
FORBIDDEN = (
    r"[，,]?(?:任何(?:人|单位|媒体|网站|个人|组织|和|或|及|、)+)?(?:[均都]?不得|请勿|严禁|禁止|谢绝)"
    r"(?:以任何(?:形式|方式))?(?:擅自|私自)?(?:(?:转载|摘编|镜像|盗用|抄袭)[^。；\n]{0,20}"
    r"|(?:复制|传播|转发|翻印|使用(?=本))(?:本[^。；\n]{0,20}|(?=[，。！!；）)\n]|$)))"
)
PHRASES = Phrases(
    {
        "版权归": "(?!属)" + REST,
        "版权所有": rf"(?:{SIGNS}{REST}|(?=[ 　]*(?:[。）)\n]|$)))",
        "{如有,若有,如}侵权": rf"(?:[，,：:请即必联]{REST}|(?=[。；\n]|$))",
        "{如有,若有,如}侵删": REST,
        "侵{,权}{,必,即}删": "除?",
        "转载{,请,需,须}{注明,联系}": r"[^。；\n]{0,10}",
        # 未经许可，任何单位不得…: what a law forbids is no notice, only what a site forbids to do with its page.
        "未经{,本站,本网,作者,原作者,书面}{授权,许可,允许,同意}": FORBIDDEN,
        "{内容,资料,文章,图片}{来自,来源于,源于}{网络,互联网}": r"(?=[，,。；）)\n]|$)",
        "原创{文章,作品}": "(?=[，,。：: ]{0,2}(?:转载|版权|未经|请勿|谢绝|严禁|侵权))",
        "原创首发": "",
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
    if ORIGIN.match(reading.of(phrase)) and HAN.match(reading.text, phrase.start - 1):
        return
    yield Hit(
        phrase, "这是网站的版权声明，不属于本人的材料；请删去，并看看前后有没有一起带进来的文字"
    )
