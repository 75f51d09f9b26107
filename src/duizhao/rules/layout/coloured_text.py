from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import FormattedDocument, Hit, Reading, Severity, Strength, rule
from duizhao.rules.layout._strays import Stray, stray_hits

NAMES = {"FF0000": "红色", "C00000": "深红色", "0000FF": "蓝色", "FFFFFF": "白色"}


@rule(
    "DZ710",
    on=FormattedDocument,
    severity=Severity.WARNING,
    source="GB/T 9704-2012 5.2.2",
    strength=Strength.USUALLY,
)
def coloured_text(formatted: FormattedDocument, reading: Reading) -> Iterator[Hit]:
    """文字不是黑色"""
    wanted = formatted.layout.text.colour.upper()
    runs = [run for each in formatted.parts for run in each.runs]
    strays = [
        Stray(run.span, NAMES.get(colour, f"颜色{colour}"))
        for run in runs
        if (colour := "000000" if run.format.is_black else run.format.colour.upper()) != wanted
        and run.span.of(formatted.text).strip()
    ]
    name = "黑色" if wanted == "000000" else NAMES.get(wanted, f"颜色{wanted}")
    basis = formatted.layout.bases["text.colour"]
    yield from stray_hits(strays, "文字", len(runs), name, basis)
