"""The same aspect twice"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Section
from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.profiles import Aspect
from duizhao.statement import Statement


@rule(
    "DZ121", on=Statement, severity=Severity.WARNING, source="文字常识", strength=Strength.EVIDENT
)
def doubled_aspect(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """同一对照方面写了两次"""
    seen: dict[str, Section] = {}
    for aspect, section in statement.aspects:
        first = seen.setdefault(aspect.key, section)
        if first is not section and not _are_halves(aspect, first, section, reading):
            yield Hit(
                section.heading.title,
                f"“{aspect.name}”前面已经写过。",
                asks="是另一方面的标题忘了改，还是两段应当合并？",
                related=((first.heading.title, "前一处"),),
            )


def _are_halves(aspect: Aspect, first: Section, second: Section, reading: Reading) -> bool:
    """Whether each title names other parts of the aspect: 严守政治纪律方面 and 维护党的团结统一方面."""
    named, others = (
        _parts_named(aspect, reading.of(each.heading.title)) for each in (first, second)
    )
    return bool(named and others and named.isdisjoint(others))


def _parts_named(aspect: Aspect, title: str) -> frozenset[str]:
    names = [each for each in (aspect.name, *aspect.aliases) if each in title]
    return frozenset(
        part
        for part in aspect.name.split("、")
        if part in title or any(name in part for name in names)
    )
