from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import AsideKind, Source
from duizhao.text.own_author import is_ours

SHOWN_CHARACTERS = 20


@rule(
    "DZ319",
    on=Source,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def leftover_comment(source: Source, reading: Reading) -> Iterator[Hit]:
    """批注未清"""
    for aside in source.asides:
        if aside.kind == AsideKind.COMMENT and not is_ours(aside.author):
            who = f"{aside.author}的" if aside.author else ""
            yield Hit(
                aside.span,
                f"文件里还留着{who}批注“{aside.text[:SHOWN_CHARACTERS]}”",
                asks="批注里说的处理了吗？",
                advice="处理完请删去批注再上交",
            )
