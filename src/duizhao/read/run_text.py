"""The characters that reading finds in one run: for a writer that has to find the same ones."""

from __future__ import annotations

from duizhao.errors import UnreadableDocument


def run_text(data: bytes) -> str:
    """The text of the first run of the first paragraph in `data`, a whole part; "" if `data` is not XML."""
    # Imported here: a text file does not wait for lxml.
    from duizhao.office.xml import Malformed, parse
    from duizhao.read.story import Story
    from duizhao.read.story_context import StoryContext

    story = Story(StoryContext("", lambda reason: UnreadableDocument("", reason)))
    try:
        story.read(parse(data))
    except Malformed:
        return ""
    return "".join(
        piece.text
        for line in story.manuscript.lines
        for piece in line.pieces
        if (piece.paragraph, piece.run, piece.generated) == (0, 0, False)
    )
