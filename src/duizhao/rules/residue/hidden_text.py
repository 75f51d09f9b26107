from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import AsideKind, Source

SHOWN_CHARACTERS = 20


@rule(
    "DZ321",
    on=Source,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def hidden_text(source: Source, reading: Reading) -> Iterator[Hit]:
    """隐藏文字"""
    for aside in source.asides:
        if aside.kind == AsideKind.HIDDEN:
            yield Hit(
                aside.span,
                f"这里有设为隐藏的文字“{aside.text[:SHOWN_CHARACTERS]}”，打印时不见，文件里却在；要的请显示，不要的请删去",
            )
