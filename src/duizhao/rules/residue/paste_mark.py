from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Document, ResidueKind
from duizhao.lint import Hit, Reading, Severity, Strength, rule


@rule(
    "DZ303",
    on=Document,
    severity=Severity.ERROR,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
    criteria=("F3",),
)
def paste_mark(document: Document, reading: Reading) -> Iterator[Hit]:
    """粘贴标记残留"""
    for residue in document.residues:
        if residue.kind is ResidueKind.MARK:
            shown = reading.of(residue.span)
            yield Hit(
                residue.span,
                f"“{shown}”是网站或软件的标记，随复制带进来；请删去，并看看前后有没有一起带进来的文字",
            )
