from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Sheet, Strength, Stretch, rule
from duizhao.lint.sheet import han
from duizhao.rules.layout.strays import KINDS, SHOWN, Stray
from duizhao.rules.layout.type_of import is_type, type_named


@rule(
    "DZ719",
    on=Sheet,
    severity=Severity.HINT,
    source="GB/T 9704-2012 5.2.2",
    strength=Strength.PRACTICE,
)
def mixed_type(sheet: Sheet, reading: Reading) -> Iterator[Hit]:
    """段中夹着别的字体字号"""
    strays = [stray for each in sheet.stretches for stray in _strays(each, sheet)]
    if strays:
        found = list(dict.fromkeys(stray.found for stray in strays))
        more = "等" if len(found) > KINDS else ""
        message = (
            f"段中有{len(strays)}处与前后的字体或字号不同（{'、'.join(found[:KINDS])}{more}），首处在此；"
            "是粘贴带来的，还是有意突出？惯例是同一段用一种（标准未作规定）"
        )
        related = tuple((stray.span, stray.found) for stray in strays[1 : SHOWN + 1])
        yield Hit(strays[0].span, message, related=related)


def _strays(stretch: Stretch, sheet: Sheet) -> Iterator[Stray]:
    """Chinese words in another type, in a stretch that else has the type of its role."""
    if len(stretch.runs) > 1 and stretch.format and is_type(stretch.format, stretch, sheet):
        for run in stretch.runs:
            if not is_type(run.format, stretch, sheet) and han().search(sheet.text, *run.span):
                yield Stray(run.span, type_named(run.format))
