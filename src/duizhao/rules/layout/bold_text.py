from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._strays import SHOWN_PLACES, first_here


@rule(
    "DZ711",
    on=FormattedDocument,
    severity=Severity.HINT,
    source="GB/T 9704-2012 7.3.3",
    strength=Strength.PRACTICE,
)
def bold_text(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """标题或正文加粗"""
    found = [
        each for each in formatted.parts if each.format and each.format.bold and not each.look.bold
    ]
    if found:
        kinds = "、".join(dict.fromkeys(each.role.label for each in found))
        message = f"{kinds}有{len(found)}处加粗{first_here(len(found))}；标准用字体区分层次，没有要求加粗，惯例是不加"
        related = tuple((each.span, each.role.label) for each in found[1:SHOWN_PLACES])
        yield Hit(found[0].span, message, related=related)
