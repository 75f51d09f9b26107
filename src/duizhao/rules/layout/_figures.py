"""Formats figures for messages: sizes by their Chinese names, lengths in mm, requirements with their source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duizhao.lint import Severity

if TYPE_CHECKING:
    from duizhao.layout import Basis

SIZES = {
    42: "初号", 36: "小初", 26: "一号", 24: "小一", 22: "二号", 18: "小二", 16: "三号", 15: "小三",
    14: "四号", 12: "小四", 10.5: "五号", 9: "小五",
}  # fmt: skip
# By the value of the strength: a clean text does not wait for `layout`.
WORDING_BY_STRENGTH = {
    "must": "应为",
    "usually": "一般为",
    "practice": "惯例为",
    "derived": "推算应为",
}
SEVERITIES = {"must": Severity.ERROR, "usually": Severity.WARNING}
UNTOUCHED = "是 Word、WPS 的默认设置"
"""How messages call a setting that nobody chose. It only reminds."""
DEFAULT_POINTS = 10.5
"""The size of text in a new document."""

TWIPS_A_MILLIMETRE, POINTS_A_MILLIMETRE = 1440 / 25.4, 72 / 25.4


def size_name(points: float) -> str:
    """三号 for 16; the points for a size without a name."""
    return SIZES.get(points) or f"{points:g}磅"


def decimal(figure: float) -> str:
    """A figure with one decimal place, if it has one: 1.5, 2."""
    return f"{figure:.1f}".removesuffix(".0")


def millimetres(twips: float) -> str:
    return decimal(twips / TWIPS_A_MILLIMETRE)


def requirement(wanted: str, basis: Basis) -> str:
    """A requirement with its strength, and its source if that is not the standard: 一般为仿宋三号."""
    is_standard = basis.source.startswith("GB/T")
    if basis.strength.value == "practice" and is_standard:
        return f"惯例为{wanted}（标准未作规定）"
    # A clause of the standard is the source of the rule, which is shown with the message.
    source = "" if is_standard else f"（{basis.source}）"
    return f"{WORDING_BY_STRENGTH[basis.strength.value]}{wanted}{source}"


def max_severity(basis: Basis) -> Severity:
    """The highest severity of a deviation. Only what a standard demands is an error."""
    return SEVERITIES.get(basis.strength.value, Severity.HINT)
