from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._figures import requirement
from duizhao.rules.layout._indents import stands_right


@rule(
    "DZ717",
    on=FormattedDocument,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 7.3.5.2",
    strength=Strength.MUST,
)
def signature_not_right(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """落款没有居右"""
    for each in formatted.in_roles("signature", "date"):
        page = formatted.typography.page_at(each.span.start)
        if each.is_first and each.look.align == "right" and not stands_right(each, page):
            basis = formatted.layout.bases["signature.right"]
            wanted = f"右空{formatted.layout.signature.right:g}字编排"
            yield Hit(each.span, f"{each.role.label}没有靠右；{requirement(wanted, basis)}")
