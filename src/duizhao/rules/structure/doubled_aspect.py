"""The same aspect twice"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Section
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import Statement


@rule(
    "DZ121", on=Statement, severity=Severity.WARNING, source="文字常识", strength=Strength.EVIDENT
)
def doubled_aspect(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """同一对照方面写了两次"""
    seen: dict[str, Section] = {}
    for aspect, section in statement.aspects:
        first = seen.setdefault(aspect.key, section)
        if first is not section:
            yield Hit(
                section.heading.title,
                f"“{aspect.name}”前面已经写过。",
                asks="是另一方面的标题忘了改，还是两段应当合并？",
                related=((first.heading.title, "前一处"),),
            )
