from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span
from duizhao.text.pattern import LazyPattern

# UTF-8 bytes read in another encoding: 锟斤拷 is U+FFFD read as GBK, 鈥 and 銆 begin “ and 。 read as GBK,
# â€ and ã€ the same read as Latin-1.
SIGNS = ("\ufffd", "锟斤拷", "烫烫烫", "屯屯屯", "鈥", "銆", "锛", "â€", "ã€", "ï¼", "å…", "çš„")
# U+E000–F8FF has no agreed meaning; bullet fonts (Symbol, Wingdings) and old GBK fonts use these.
PRIVATE = tuple(
    chr(n) for n in (*range(0xE000, 0xE010), *range(0xE5E5, 0xE5E6), *range(0xF020, 0xF100))
)
RUN = LazyPattern(
    r"\ufffd+|(?:锟斤拷)+锟?|烫{3,}|屯{3,}|[\ue000-\uf8ff]+|[鈥銆锛].?|[\u00c0-\u00ff][\u0080-\u024f\u2010-\u203a€™˜]+",
    re.DOTALL,
)


@rule(
    "DZ318",
    anchors=(*SIGNS, *PRIVATE),
    severity=Severity.ERROR,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def garbled_text(anchor: Span, reading: Reading) -> Iterator[Hit]:
    """乱码"""
    found = RUN.match(reading.text, anchor.start)
    if found:
        yield Hit(Span(*found.span()), "这里是乱码，原来的字已经丢失；请对照原稿补上，再另存一份")
