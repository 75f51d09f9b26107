from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._strays import SHOWN_PLACES, first_here, share


@rule(
    "DZ712",
    on=FormattedDocument,
    severity=Severity.HINT,
    source="GB/T 9704-2012 5.2.2",
    strength=Strength.PRACTICE,
)
def theme_font(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """没有选定字体"""
    found = [each for each in formatted.parts if each.format and each.format.themed]
    if found:
        faces = "、".join(
            dict.fromkeys(each.format.face or "未定" for each in found if each.format)
        )
        message = (
            f"文字{share(len(found), len(formatted.parts))}没有选定字体，"
            f"用的是“中文正文”（现为{faces}）{first_here(len(found))}；"
            "换一台电脑可能就变，惯例是直接选定字体"
        )
        related = tuple((each.span, each.role.label) for each in found[1:SHOWN_PLACES])
        yield Hit(found[0].span, message, related=related)
