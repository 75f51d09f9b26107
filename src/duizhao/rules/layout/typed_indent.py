from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._indents import blanks_width
from duizhao.rules.layout._strays import SHOWN_PLACES, first_here, share
from duizhao.text import Span


@rule(
    "DZ715",
    on=FormattedDocument,
    severity=Severity.HINT,
    source="GB/T 9704-2012 7.3.3",
    strength=Strength.PRACTICE,
)
def typed_indent(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """缩进是用空格敲的"""
    opening = [each for each in formatted.in_roles("body", "heading") if each.is_first]
    found = [each for each in opening if blanks_width(each.blanks) >= 1]
    if found:
        spans = [_blanks(each.paragraph.span.start, each.blanks) for each in found]
        message = (
            f"段落{share(len(found), len(opening))}用空格或 Tab 键敲出缩进{first_here(len(found))}；"
            "改了字号或字体就对不齐，惯例是在“段落”里设首行缩进2字符"
        )
        yield Hit(
            spans[0], message, related=tuple((span, "同样") for span in spans[1:SHOWN_PLACES])
        )


def _blanks(start: int, blanks: str) -> Span:
    return Span(start, start + len(blanks))
