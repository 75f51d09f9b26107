from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._strays import SHOWN_PLACES


@rule(
    "DZ712",
    on=FormattedDocument,
    severity=Severity.HINT,
    source="GB/T 9704-2012 5.2.2",
    strength=Strength.PRACTICE,
)
def theme_font(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """字体取自主题"""
    found = [each for each in formatted.parts if each.format and each.format.themed]
    if found:
        faces = "、".join(
            dict.fromkeys(each.format.face or "未定" for each in found if each.format)
        )
        message = (
            f"{len(formatted.parts)}处文字中有{len(found)}处的中文字体取自主题（现为{faces}），首处在此；"
            "换一个主题或一台电脑就会变，惯例是直接写明字体（标准只规定用什么字体）"
        )
        related = tuple((each.span, each.role.label) for each in found[1:SHOWN_PLACES])
        yield Hit(found[0].span, message, related=related)
