"""A line a file, for a terminal: its name, its findings by level and about the layout, and the first thing to do."""

from __future__ import annotations

from collections.abc import Mapping

from duizhao.lint import CheckedSource, Family, Rule, Severity, groups
from duizhao.page.terminal import painter
from duizhao.report.tally import Tally
from duizhao.report.text import LOOKS
from duizhao.report.to_do import to_do
from duizhao.text.visible import encodable, on_one_line
from duizhao.text.width import columns
from duizhao.text.wrap import fitting

LARGEST_NAME_SHARE = 0.33
"""Of the width: a longer name is cut at its beginning."""
GAP = "  "
COUNT_COLUMNS = 3


def render_part(
    checked: CheckedSource,
    rules: Mapping[str, Rule],
    *,
    colour: bool = False,
    width: int = 100,
    name_width: int = 0,
) -> str:
    """The line of one file, with its name in a column of `name_width`."""
    paint = painter(LOOKS, colour)
    tally = Tally.from_checked(checked, rules)
    room = min(name_width, int(width * LARGEST_NAME_SHARE))
    name = _padded(_from_end(on_one_line(checked.source.name), room), room)
    if not tally.total:
        return encodable(f"{paint(name, 'name')}{GAP}{paint(tally.in_words(), 'good')}\n")
    listed = [(each.label, tally.content[each], each.value) for each in Severity]
    listed.append((Family.LAYOUT.label, tally.layout.total(), "name"))
    counts = [f"{label}{count:>{COUNT_COLUMNS}}" for label, count, _ in listed]
    used = columns(GAP.join((name, " ".join(counts), "")))
    painted = " ".join(
        paint(text, look if count else "aside")
        for text, (_, count, look) in zip(counts, listed, strict=True)
    )
    first = _cut(_first(checked, rules), width - used)
    return encodable(f"{GAP.join((paint(name, 'name'), painted, first))}\n")


def _first(checked: CheckedSource, rules: Mapping[str, Rule]) -> str:
    (sentence,) = to_do(checked.source, groups(checked.findings), rules, most=1)
    return on_one_line(sentence)


def _padded(text: str, room: int) -> str:
    return text + " " * (room - columns(text))


def _cut(text: str, room: int) -> str:
    return text if columns(text) <= room else f"{text[: fitting(text, room - 1)]}…"


def _from_end(text: str, room: int) -> str:
    """The end of a name that is too long: files differ there."""
    if columns(text) <= room:
        return text
    return f"…{text[::-1][: fitting(text[::-1], room - 1)][::-1]}"
