from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import AsideKind, Source
from duizhao.text.own_author import is_ours

SHOWN_CHARACTERS = 20
ACTS = {AsideKind.INSERTED: "插入", AsideKind.DELETED: "删除"}


@rule(
    "DZ320",
    on=Source,
    severity=Severity.WARNING,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def leftover_revision(source: Source, reading: Reading) -> Iterator[Hit]:
    """修订未定稿"""
    for aside in source.asides:
        if aside.kind in ACTS and not is_ours(aside.author):
            who = f"{aside.author}的" if aside.author else ""
            change = f"{ACTS[aside.kind]}“{aside.text[:SHOWN_CHARACTERS]}”"
            yield Hit(
                aside.span,
                f"文件里还留着{who}修订（{change}）",
                asks="采纳还是不采纳？",
                advice="请逐处定下来，再上交定稿",
            )
