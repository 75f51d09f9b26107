from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, FormattedSpan, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._strays import SHOWN_PLACES, first_here, share


@rule(
    "DZ724",
    on=FormattedDocument,
    severity=Severity.HINT,
    source="Word 的大纲级别；国家标准未作规定",
    strength=Strength.PRACTICE,
)
def heading_without_level(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """标题没有大纲级别"""
    alone = [each for each in formatted.in_roles("heading") if _is_alone(each, formatted)]
    found = [each for each in alone if each.paragraph.format.outline is None]
    if found:
        message = (
            f"独占一行的标题{share(len(found), len(alone))}没有大纲级别{first_here(len(found))}；"
            "Word 的导航窗格和目录里看不到它，惯例是用“标题 1”一类的样式"
        )
        related = tuple((each.span, each.role.label) for each in found[1:SHOWN_PLACES])
        yield Hit(found[0].span, message, related=related)


def _is_alone(part: FormattedSpan, formatted: FormattedDocument) -> bool:
    """True if the heading has its own paragraph. A run-in heading cannot have an outline level."""
    rest = formatted.text[part.span.end : part.paragraph.span.end]
    return part.is_first and not rest.strip()
