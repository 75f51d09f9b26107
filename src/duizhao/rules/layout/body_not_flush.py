from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._strays import Stray, stray_hits

ALIGNMENTS = {"center": "居中", "right": "居右", "distribute": "分散对齐"}


@rule(
    "DZ716",
    on=FormattedDocument,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 7.3.3",
    strength=Strength.USUALLY,
)
def body_not_flush(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """正文或层次标题居中、居右"""
    parts = formatted.in_roles("body", "heading")
    strays = [
        Stray(each.span, ALIGNMENTS[actual.alignment])
        for each in parts
        if (actual := each.paragraph.format).alignment in ALIGNMENTS
        and actual.alignment != each.look.align
    ]
    basis = formatted.layout.bases["roles.body.align"]
    yield from stray_hits(strays, "正文和层次标题", len(parts), "左空二字起排", basis)
