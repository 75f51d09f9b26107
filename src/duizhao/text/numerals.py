"""Chinese and Arabic numerals of markers: 十二 ↔ 12, ③ ↔ 3."""

from __future__ import annotations

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
FINANCIAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰貳參陸", "一二三四五六七八九十百二三六")
FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
CIRCLED = {
    **{chr(0x2460 + n): n + 1 for n in range(20)},
    **{chr(0x2776 + n): n + 1 for n in range(10)},
}


def value(numeral: str) -> int | None:
    """The number that a numeral below 1,000 stands for, or None if it is no numeral.

    >>> value("二十三"), value("①"), value("１２"), value("廿")
    (23, 1, 12, None)
    """
    if numeral in CIRCLED:
        return CIRCLED[numeral]
    plain = numeral.translate(FULL_WIDTH)
    if plain.isascii() and plain.isdigit():
        return int(plain)
    return _chinese(numeral.translate(FINANCIAL))


def _chinese(numeral: str) -> int | None:
    total = digit = 0
    for character in numeral:
        if character in DIGITS:
            digit = digit * 10 + DIGITS[character]
        elif character in "十百":
            unit = 10 if character == "十" else 100
            total += (digit or 1) * unit
            digit = 0
        else:
            return None
    return total + digit if numeral else None


def chinese(number: int) -> str:
    """The numeral for 1–99, as in headings.

    >>> chinese(3), chinese(10), chinese(21)
    ('三', '十', '二十一')
    """
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else "一二三四五六七八九"[tens - 1] + "十"
    return head + ("一二三四五六七八九"[ones - 1] if ones else "")
