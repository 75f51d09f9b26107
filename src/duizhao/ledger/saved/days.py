"""Days as numbers: how a workbook stores them."""

from __future__ import annotations

from datetime import date, timedelta

# Day 0; 1900 counts a 29 February that never was, so that days from March 1900 on are right.
FROM_1900, FROM_1904 = date(1899, 12, 30), date(1904, 1, 1)
LAST = 2_958_465  # 9999-12-31


def to_day(number: str, from_1904: bool) -> str:
    """2024-06-30 for the number of a day; the number itself where it is none."""
    try:
        count = int(float(number))
    except (ValueError, OverflowError):
        return number
    if not 1 <= count <= LAST - 1462:
        return number
    return ((FROM_1904 if from_1904 else FROM_1900) + timedelta(count)).isoformat()


def to_number(day: str, from_1904: bool) -> int | None:
    """The number of the day that 2024-06-30 names; None for other text."""
    try:
        return (date.fromisoformat(day) - (FROM_1904 if from_1904 else FROM_1900)).days
    except ValueError:
        return None
