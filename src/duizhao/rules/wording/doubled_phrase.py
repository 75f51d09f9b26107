"""用公款用公款 → 用公款"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from duizhao.document import Document
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.rules.wording.doubled_word import FUNCTION_WORDS
from duizhao.rules.wording.slips import common_words
from duizhao.text import Edit, Span
from duizhao.text.pattern import LazyPattern

SIZES = (1, 2, 3, 4)
SHORTEST_PHRASE = 3
"""In characters: how long a phrase is that is looked for twice. DZ602 has a list of shorter ones, DZ646 looks for them
where words end."""
CERTAIN_SIZE = 4

# 用公款用公款: behind a word that only leads to another one, no name stands.
LEADING = frozenset("用把被从向往对按让使给在为以将本我该")
NEGATED = "没有"
# 人民法院人民法院对外委托…, a table without its cells: the one name ends and the other begins.
BODIES = frozenset("院局部委厅署办室科处队组会司所站社厂校县市区镇乡村")

# A character of two units of UTF-16.
TWO_UNITS = LazyPattern("[\U00010000-\U0010ffff]")
BEYOND_HAN = bytes(not 0x34 <= high <= 0x9F for high in range(256))
"""By the upper byte of a character, U+3400 to U+9FFF."""
WORDS = LazyPattern(r"[\u3400-\u9fff]+")
# 一次又一次又一次, 一步一步一步, 落实再落实再落实; names of sounds and counts; 该怎么处理怎么处理.
RIGHTLY_TWICE = LazyPattern(
    "^(?:怎么|怎样|如何|什么|谁|哪|多少)|[的又再一二三四五六七八九十百千万亿两几〇零哈啊呀嗒]|^(.)\\1*$"
)


@rule(
    "DZ626",
    on=Document,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    corrects=True,
)
def doubled_phrase(document: Document, reading: Reading) -> Iterator[Hit]:
    """一句话连写了两遍"""
    text, done = reading.text, document.span.start
    for start, size in sorted(repeats(text, document.span)):
        phrase = text[start : start + size]
        behind = start + 2 * size
        if (
            size < SHORTEST_PHRASE
            or start < done
            or not WORDS.fullmatch(phrase)
            or RIGHTLY_TWICE.search(phrase)
            or phrase in FUNCTION_WORDS
            or text[behind - 1 : behind + 1] in common_words()
            or (size < CERTAIN_SIZE and not _begins_with_verb(text, start, size))
        ):
            continue
        done = behind
        if phrase[-1] in BODIES:
            yield Hit(
                Span(start, done),
                f"“{phrase}”连着出现了两次",
                severity=Severity.HINT,
                asks="是多写了一遍，还是前后各是一个名称？",
            )
            continue
        edits = (Edit(Span(start + size, done), ""),) if size >= CERTAIN_SIZE else ()
        message = f"“{phrase}”连写了两遍，多是修改时留下的"
        if edits:
            yield Hit(Span(start, done), f"{message}；请删去一个", edits)
        else:
            yield Hit(Span(start, done), message, asks="是不是多写了一遍？")


def _begins_with_verb(text: str, start: int, size: int) -> bool:
    """True for 用公款, whose first character is a word by itself and whose others are one; not for 会理事, 钱其琛."""
    before = text[max(0, start - 2) : start]
    is_apart = before == NEGATED or before[-1:] + text[start] not in common_words()
    return is_apart and text[start] in LEADING and text[start + 1 : start + size] in common_words()


@lru_cache(maxsize=1)
def repeats(text: str, span: Span) -> tuple[tuple[int, int], ...]:
    """Where a run of one to four Chinese characters stands twice, and how long it is.

    The text is laid over itself, moved by each size: where as many characters fall on their like, a run stands twice.
    As numbers of thousands of digits, one of the lower and one of the upper bytes of the characters, this takes a
    hundredth of a check.
    """
    units = span.of(text).encode("utf-16-le", "surrogatepass")
    if len(units) != 2 * (span.end - span.start):
        units = TWO_UNITS.sub("\ufffd", span.of(text)).encode("utf-16-le", "surrogatepass")
    low, high = int.from_bytes(units[::2], "big"), int.from_bytes(units[1::2], "big")
    other = int.from_bytes(units[1::2].translate(BEYOND_HAN), "big")
    found = []
    for size in SIZES:
        differing = (low ^ (low >> 8 * size)) | (high ^ (high >> 8 * size)) | other
        unlike = differing.to_bytes(len(units) // 2, "big")
        at = unlike.find(bytes(size), size)
        while at >= 0:
            start = span.start + at - size
            if size == 1 or text[start] != text[start + 1]:
                found.append((start, size))
            at = unlike.find(bytes(size), at + 1)
    return tuple(found)
