from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, FormattedSpan, Hit, Reading, Severity, Strength, rule
from duizhao.lint.formatted_document import HAN
from duizhao.rules.layout._strays import SHOWN_KINDS, SHOWN_PLACES, Stray, first_here
from duizhao.rules.layout._type_of import is_type, type_name


@rule(
    "DZ719",
    on=FormattedDocument,
    severity=Severity.HINT,
    source="GB/T 9704-2012 5.2.2",
    strength=Strength.PRACTICE,
)
def mixed_type(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """段中夹着别的字体字号"""
    strays = [stray for each in formatted.parts for stray in _strays(each, formatted)]
    if strays:
        found = list(dict.fromkeys(stray.found for stray in strays))
        more = "等" if len(found) > SHOWN_KINDS else ""
        kinds = "、".join(found[:SHOWN_KINDS])
        yield Hit(
            strays[0].span,
            f"段中有{len(strays)}处与前后的字体或字号不同：{kinds}{more}{first_here(len(strays))}",
            asks="是粘贴带来的，还是有意突出？",
            advice="惯例是同一段用一种",
            related=tuple((stray.span, stray.found) for stray in strays[1 : SHOWN_PLACES + 1]),
        )


def _strays(part: FormattedSpan, formatted: FormattedDocument) -> Iterator[Stray]:
    """Chinese text in another type, inside a part with the type of its role."""
    if len(part.runs) > 1 and part.format and is_type(part.format, part, formatted):
        others = (run for run in part.runs if run.format is not part.format)
        for run in others:
            if not is_type(run.format, part, formatted) and HAN.search(formatted.text, *run.span):
                yield Stray(run.span, type_name(run.format))
