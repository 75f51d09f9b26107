"""Nests headings and paragraphs into sections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from duizhao.document.nodes import Heading, Paragraph, Section
from duizhao.text import Span


@dataclass(slots=True)
class Part:
    """A heading with its own paragraphs, before nesting."""

    heading: Heading
    paragraphs: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def closed(self) -> Section:
        """The section, ending where the last thing in it ends."""
        end = self.heading.span.end
        if self.sections:
            end = self.sections[-1].span.end
        elif self.paragraphs:
            end = self.paragraphs[-1].span.end
        return Section(
            Span(self.heading.span.start, end),
            self.heading,
            tuple(self.paragraphs),
            tuple(self.sections),
        )


def nest(parts: Iterable[Part]) -> tuple[Section, ...]:
    """Put each part under the nearest one before it with a higher level."""
    top: list[Section] = []
    opened: list[Part] = []

    def close() -> None:
        section = opened.pop().closed()
        (opened[-1].sections if opened else top).append(section)

    for part in parts:
        while opened and opened[-1].heading.level >= part.heading.level:
            close()
        opened.append(part)
    while opened:
        close()
    return tuple(top)
