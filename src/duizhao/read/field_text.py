"""The text that a field shows: its stored result, or else the text of its instruction or its form data.

MACROBUTTON, LISTNUM and the old forms are those of ISO 29500-1 17.16; EQ is Word's own.
"""

from __future__ import annotations

import re

from lxml import etree

from duizhao.office.wordml import child, is_on, value, word
from duizhao.office.xml import whole_number
from duizhao.read.lines import TextLine
from duizhao.read.number_format import spell
from duizhao.read.numbering import LEVELS, Numbering
from duizhao.text.pattern import LazyPattern

MAX_INSTRUCTION = 2_000
"""Characters of an instruction that are looked at; a longer one shows nothing."""
KIND = LazyPattern(r"\s*([A-Za-z]+)(?:\s+|(?=\\)|$)")
BUTTON = LazyPattern(r"\S+\s+(.*?)\s*", re.DOTALL)
SWITCH = LazyPattern(r"\\([ls])\s*(\d{1,4})")
LIST_NAME = LazyPattern(r'\s*(?:"([^"]*)"|([^\s\\"]+))')
FORMAT = LazyPattern(r"""\\\*\s*(?:"[^"]*"|[^\s\\]+)""")
LIST_ENTRY = word("listEntry")

# An innermost call of EQ: its name, its options, and arguments that hold no further call.
CALL = LazyPattern(
    r"\\([a-z])((?:\\[a-z]+\s*-?\d*(?:\\[^\w\s])?\s*)*)\(([^()\\]*)\)", re.IGNORECASE
)
SIGNS = "(),;\\"
STAND_INS = "\ue001\ue002\ue003\ue004\ue005"
ESCAPED, LITERALS = str.maketrans(SIGNS, STAND_INS), str.maketrans(STAND_INS, SIGNS)
ESCAPE = LazyPattern(r"\\([(),;\\])")
SEPARATORS = str.maketrans(";，；", ",,,")
RAISED = "\ue000"
"""Stands before an argument that is set above or below the line, until the call around it is known."""
CIRCLES = frozenset("○◯〇")
ENCLOSURES = CIRCLES | frozenset("△▽▲□◇◎")

LIST_FORMS = {
    "numberdefault": (
        ("decimal", "{})"), ("lowerLetter", "{})"), ("lowerRoman", "{})"),
        ("decimal", "({})"), ("lowerLetter", "({})"), ("lowerRoman", "({})"),
        ("decimal", "{}."), ("lowerLetter", "{}."), ("lowerRoman", "{}."),
    ),
    "outlinedefault": (
        ("upperRoman", "{}."), ("upperLetter", "{}."), ("decimal", "{}."),
        ("lowerLetter", "{})"), ("decimal", "({})"), ("lowerLetter", "({})"),
        ("lowerRoman", "({})"), ("lowerLetter", "({})"), ("lowerRoman", "({})"),
    ),
    "legaldefault": (("decimal", "{}."),) * 9,
}  # fmt: skip
"""The levels of the lists that Word brings along for LISTNUM; a field without a name takes the first."""


class FieldList:
    """The counts of LISTNUM fields so far. `numbering` has the lists that the document names."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}

    def label(self, switches: str) -> str:
        """Count one field and return its number; "" if there is no list of its name."""
        named = LIST_NAME.match(switches)
        name = (named[1] or named[2] or "") if named else ""
        given = {found[1].lower(): int(found[2]) for found in SWITCH.finditer(switches)}
        level = min(max(given.get("l", 1), 1), LEVELS)
        known = name.lower() or "numberdefault"
        if known not in LIST_FORMS:
            return self._numbering.label_of_name(name, level - 1, given.get("s"))
        before = self._counts.get(known, {})
        counts = {at: each for at, each in before.items() if at < level}
        counts[level] = given.get("s", before.get(level, 0) + 1)
        self._counts[known] = counts
        form, pattern = LIST_FORMS[known][level - 1]
        if known == "legaldefault":
            return pattern.format(".".join(str(counts.get(at, 1)) for at in range(1, level + 1)))
        return pattern.format(spell(counts[level], form))


class OpenField:
    """A field whose end has not come yet. `line` and `pieces` are where it began, `at` the number of lines before."""

    __slots__ = ("_has_open_quote", "_instruction", "at", "form", "is_result", "line", "pieces")

    def __init__(self, at: int, line: TextLine, pieces: int, form: str = "") -> None:
        self.at, self.line, self.pieces, self.form = at, line, pieces, form
        self.is_result = False
        self._instruction: list[str] = []
        self._has_open_quote = False

    def add(self, words: str) -> None:
        """Take words of the instruction."""
        self._instruction.append(words)
        self._has_open_quote ^= words.count('"') % 2 == 1

    @property
    def goes_on(self) -> bool:
        """Does the instruction go on in the next paragraph? Only where a quotation in it is open."""
        return not self.is_result and self._has_open_quote

    def shown(self, numbers: FieldList) -> str:
        """The text of a field that has no result."""
        return self.form or shown_by("".join(self._instruction), numbers)


def shown_by(instruction: str, numbers: FieldList) -> str:
    """What Word shows for an instruction without a result; "" for one that needs a result."""
    found = KIND.match(instruction)
    if found is None or len(instruction) > MAX_INSTRUCTION:
        return ""
    kind, rest = found[1].upper(), instruction[found.end() :]
    if kind == "MACROBUTTON":
        button = BUTTON.fullmatch(rest)
        return button[1] if button else ""
    if kind == "LISTNUM":
        return numbers.label(rest)
    return _equation(rest) if kind == "EQ" else ""


def form_text(field_char: etree._Element) -> str:
    """What a drop-down or a check box of the old forms shows; "" for a field that is neither."""
    data = child(field_char, "ffData")
    box = child(data, "checkBox")
    if box is not None:
        checked = is_on(child(box, "checked"))
        return "☒" if (is_on(child(box, "default")) if checked is None else checked) else "☐"
    choices = child(data, "ddList")
    if choices is None:
        return ""
    chosen = child(choices, "result")
    chosen = child(choices, "default") if chosen is None else chosen
    at = 0 if chosen is None else whole_number(value(chosen))
    entries = list(choices.iterchildren(*LIST_ENTRY))
    return (value(entries[at]) or "") if 0 <= at < len(entries) else ""


def _equation(said: str) -> str:
    said = FORMAT.sub("", said)
    said = ESCAPE.sub(lambda found: found[1].translate(ESCAPED), said)
    before = ""
    while said != before:
        before, said = said, CALL.sub(_call, said)
    return said.replace(RAISED, "").translate(LITERALS).strip()


def _call(found: re.Match[str]) -> str:
    """A call without further calls in it, as plain characters."""
    name = found[1].lower()
    arguments = [each.strip() for each in found[3].translate(SEPARATORS).split(",")]
    if name == "s":
        return RAISED + "".join(arguments)
    if name == "o":
        return _overstruck(arguments)
    plain = [each.replace(RAISED, "") for each in arguments]
    if name == "f":
        return "/".join(plain)
    if name == "r":
        return f"{plain[0] if len(plain) > 1 else ''}√{plain[-1]}"
    return ",".join(plain) if name == "l" else "".join(plain)


def _overstruck(arguments: list[str]) -> str:
    """Characters set over each other: a sign in a circle, or a word with its sound above."""
    base = [each for each in arguments if not each.startswith(RAISED)] or arguments
    words = [each for each in base if each not in ENCLOSURES]
    shown = "".join(words or base).replace(RAISED, "")
    return CIRCLED.get(shown, shown) if CIRCLES.intersection(base) else shown


CIRCLED = {str(count): spell(count, "decimalEnclosedCircle") for count in range(1, 21)} | {
    spell(count, "chineseCounting"): spell(count, "ideographEnclosedCircle")
    for count in range(1, 11)
}
