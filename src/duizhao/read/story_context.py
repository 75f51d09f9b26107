"""What the stories of a document share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from duizhao.errors import UnreadableDocument
from duizhao.read.numbering import Numbering
from duizhao.read.styles import Styles


@dataclass(slots=True)
class StoryContext:
    """The things that the stories of a document share. `can_hide`: may a run, or its style, hide its text?"""

    part: str
    refuse: Callable[[str], UnreadableDocument]
    styles: Styles = field(default_factory=Styles)
    numbering: Numbering = field(default_factory=Numbering)
    can_hide: bool = True
