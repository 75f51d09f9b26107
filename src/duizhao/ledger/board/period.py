"""The months, quarters or years by which rows are counted: as long as needed for all of them to stand side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

MAX_PERIODS = 12
UNDATED_KEY = "none"
MONTHS_OF_QUARTER = 3


@dataclass(frozen=True, slots=True)
class BoardPeriod:
    """A stretch of time by the key that addresses carry (2026-12, 2026-Q4, 2026, none), and its words."""

    key: str
    words: str


def periods_of(days: Iterable[date | None]) -> tuple[BoardPeriod, ...]:
    """The periods from the first to the last of these days, without gaps; last that of rows without a day."""
    known = list(days)
    dated = sorted(day for day in known if day)
    periods = _between(dated[0], dated[-1]) if dated else ()
    undated = (BoardPeriod(UNDATED_KEY, "没有日期"),) if len(dated) < len(known) else ()
    return (*periods, *undated)


def is_in_period(day: date | None, key: str) -> bool:
    """Whether a day is in the period with this key; no day is in one that is not known."""
    return key == UNDATED_KEY if day is None else key in (_month(day), _quarter(day), _year(day))


def period_words(key: str) -> str:
    """The words for the key of a period; any other key is returned unchanged."""
    year, _, part = key.partition("-")
    if key == UNDATED_KEY:
        return "没有日期"
    if not year.isdecimal() or not (not part or part.removeprefix("Q").isdecimal()):
        return key
    if not part:
        return f"{year}年"
    return f"{year}年第{part[1:]}季度" if part[0] == "Q" else f"{year}年{int(part)}月"


def _between(first: date, last: date) -> tuple[BoardPeriod, ...]:
    found: Sequence[str] = ()
    for name, months in ((_month, 1), (_quarter, MONTHS_OF_QUARTER), (_year, 12)):
        found = _keys(first, last, name, months)
        if len(found) <= MAX_PERIODS:
            break
    return tuple(BoardPeriod(key, period_words(key)) for key in found)


def _keys(first: date, last: date, name: Callable[[date], str], months: int) -> list[str]:
    begin = first.year * 12 + (first.month - 1) // months * months
    end = last.year * 12 + last.month - 1
    return [name(date(at // 12, at % 12 + 1, 1)) for at in range(begin, end + 1, months)]


def _month(day: date) -> str:
    return f"{day.year}-{day.month:02}"


def _quarter(day: date) -> str:
    return f"{day.year}-Q{(day.month - 1) // MONTHS_OF_QUARTER + 1}"


def _year(day: date) -> str:
    return str(day.year)
