"""Nests headings and paragraphs into sections by level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from duizhao.document.nodes import Heading, Paragraph, Section
from duizhao.text import as_span


@dataclass(slots=True)
class OpenSection:
    """A heading with its paragraphs, and the sections nested under it so far."""

    heading: Heading
    paragraphs: list[Paragraph] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def section(self) -> Section:
        """The section, up to the end of its last part."""
        end = self.heading.span.end
        if self.sections:
            end = self.sections[-1].span.end
        elif self.paragraphs:
            end = self.paragraphs[-1].span.end
        return Section(
            as_span((self.heading.span.start, end)),
            self.heading,
            tuple(self.paragraphs),
            tuple(self.sections),
        )


def nest(parts: Sequence[OpenSection]) -> tuple[Section, ...]:
    """Put each part under the nearest part before it with a higher level."""
    top: list[Section] = []
    opened: list[OpenSection] = []
    for part in parts:
        level = part.heading.level
        while opened and opened[-1].heading.level >= level:
            done = opened.pop()
            (opened[-1].sections if opened else top).append(done.section())
        opened.append(part)
    while opened:
        done = opened.pop()
        (opened[-1].sections if opened else top).append(done.section())
    return tuple(top)
