from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Phrases, Reading, Severity, Strength, rule
from duizhao.text import Span

# ASCII characters only: Chinese text after an address does not belong to it.
PHRASES = Phrases({"{http://,https://,www.}": r"(?a:[\w./?&=%#:~+-]{1,500})"})


@rule(
    "DZ305",
    phrases=PHRASES,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.PRACTICE,
)
def web_address(phrase: Span, reading: Reading) -> Iterator[Hit]:
    """正文里有网址"""
    message = "对照检查材料里很少需要网址；如是复制带入，请删去；如是出处，请改写成文件名称"
    yield Hit(phrase, message)
