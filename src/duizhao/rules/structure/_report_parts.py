"""The sections of a report that belong to one of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document import Section
from duizhao.lint import Reading


def sections_of(reading: Reading, key: str) -> Iterator[Section]:
    """The top sections with a word of this part in the heading, and no word of a part that stands behind it."""
    parts = reading.profile.parts
    own = next((each for each in parts if each.key == key), None)
    others = list(parts[parts.index(own) + 1 :]) if own else []
    for section in reading.document.sections:
        title = reading.of(section.heading.title)
        if any(word in title for each in others for word in each.words):
            continue
        if own and any(word in title for word in own.words):
            yield section
