"""What the stories of a document share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from duizhao.errors import UnreadableDocument
from duizhao.read.numbering import Numbering
from duizhao.read.styles import Styles


@dataclass(slots=True)
class StoryContext:
    """The things that the stories of a document share. `reads_looks`: may the look of a run hide its
    text, or show other signs in place of it?"""

    part: str
    refuse: Callable[[str], UnreadableDocument]
    styles: Styles = field(default_factory=Styles)
    numbering: Numbering = field(default_factory=Numbering)
    reads_looks: bool = True
