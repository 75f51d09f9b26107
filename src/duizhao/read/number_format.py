"""A count as Word writes it: 一, 〇, 甲, ①, １, A, iv (ISO 29500-1 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

from duizhao.text.numerals import chinese

DIGITS = "〇一二三四五六七八九"
FINANCIAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINAL_ENDS = {1: "st", 2: "nd", 3: "rd"}
ODD_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def spell(count: int, form: str) -> str:
    """`count` in the number format `form`; in plain digits for an unknown format, as in Word."""
    if form in {"none", "bullet"}:
        return ""
    return FORMS.get(form, str)(count) if 0 < count < 10_000 else str(count)


def _thousands(count: int) -> str:
    if count < 100:
        return chinese(count)
    unit, name = (1000, "千") if count >= 1000 else (100, "百")
    head, rest = divmod(count, unit)
    if not rest:
        return chinese(head) + name
    gap = "零" if rest < unit // 10 else ""
    # 110 is 一百一十: inside a larger number the ten keeps its one.
    tail = "一" + chinese(rest) if not gap and 10 <= rest < 20 else _thousands(rest)
    return chinese(head) + name + gap + ("一" + tail if gap and 10 <= rest < 20 else tail)


def _digits(count: int) -> str:
    return "".join(DIGITS[int(digit)] for digit in str(count))


def _counting(count: int) -> str:
    return chinese(count) if count < 100 else _digits(count)


def _letters(count: int) -> str:
    # After z Word doubles the letter: aa, bb, cc, up to thirty times.
    repeats, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (repeats % 30 + 1)


def _roman(count: int) -> str:
    spelled = ""
    for worth, letters in ROMAN:
        repeats, count = divmod(count, worth)
        spelled += letters * repeats
    return spelled


def _ordinal(count: int) -> str:
    end = "th" if 10 < count % 100 < 14 else ORDINAL_ENDS.get(count % 10, "th")
    return f"{count}{end}"


def _english(count: int) -> str:
    if count < 20:
        return ONES[count]
    if count < 100:
        tens, rest = divmod(count, 10)
        return TENS[tens - 2] + (f"-{ONES[rest]}" if rest else "")
    unit, name = (1000, "thousand") if count >= 1000 else (100, "hundred")
    head, rest = divmod(count, unit)
    return f"{_english(head)} {name}" + (f" {_english(rest)}" if rest else "")


def _english_ordinal(count: int) -> str:
    spelled = _english(count)
    at = max(spelled.rfind(" "), spelled.rfind("-")) + 1
    head, last = spelled[:at], spelled[at:]
    ordinal = ODD_ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return head + ordinal


def _ring(first: str, last: int) -> Callable[[int], str]:
    """Consecutive characters of Unicode; plain digits after the last one."""
    return lambda count: chr(ord(first) + count - 1) if count <= last else str(count)


def _cycle(names: str) -> Callable[[int], str]:
    return lambda count: names[(count - 1) % len(names)]


FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": "{:02d}".format,
    "decimalFullWidth": lambda count: str(count).translate(FULL_WIDTH),
    "decimalFullWidth2": lambda count: str(count).translate(FULL_WIDTH),
    "decimalEnclosedCircle": _ring("①", 20),
    "decimalEnclosedCircleChinese": _ring("①", 20),
    "decimalEnclosedParen": _ring("⑴", 20),
    "decimalEnclosedFullstop": _ring("⒈", 20),
    "ideographEnclosedCircle": _ring("㊀", 10),
    "chineseCounting": _counting,
    "chineseCountingThousand": _thousands,
    "chineseLegalSimplified": lambda count: _thousands(count).translate(FINANCIAL),
    "ideographLegalTraditional": lambda count: _thousands(count).translate(FINANCIAL),
    "ideographDigital": _digits,
    "japaneseCounting": _thousands,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _thousands,
    "taiwaneseDigital": _digits,
    "koreanDigital2": _digits,
    "ideographTraditional": _cycle("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _cycle("子丑寅卯辰巳午未申酉戌亥"),
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda count: _english(count).capitalize(),
    "ordinalText": lambda count: _english_ordinal(count).capitalize(),
    "numberInDash": "- {} -".format,
}
