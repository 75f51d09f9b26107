"""Typography: the pages, paragraphs and runs of a document with the format in which Word shows them.

Lengths are twips (1/20 point), as in the file; sizes are half points. All spans are places in `Source.text`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from duizhao.text import Source, Span
from duizhao.text.value import value

TWIPS_A_MILLIMETRE = 1440 / 25.4
BLACK = frozenset(("auto", "000000"))


@value
class RunFormat:
    """The look of characters. `face` is for Chinese characters, `western` for letters; None if the file names none.

    `themed`: the Chinese face is not named, it comes from the theme. `hinted`: marks that both scripts share, such
    as “ ”, are set in the Chinese face. `colour` is RRGGBB or auto; `spacing` is added to each character, in twips.
    """

    face: str | None = None
    western: str | None = None
    themed: bool = False
    hinted: bool = False
    size: int = 20
    bold: bool = False
    colour: str = "auto"
    spacing: int = 0

    @property
    def points(self) -> float:
        return self.size / 2

    @property
    def is_black(self) -> bool:
        return self.colour in BLACK


@value
class ParagraphFormat:
    """The alignment, indents and spacing of a paragraph.

    `…_chars` and `…_lines` are hundredths; unless 0, they win over the twips.

    A `first_line` below 0 hangs. `line_rule` is auto (`line` counts 240ths of a line), exact or atLeast (twips).
    `outline` is the level from 0, None for text. `style` is the name of the style.
    """

    alignment: str = "left"
    first_line: int = 0
    first_line_chars: int = 0
    left: int = 0
    left_chars: int = 0
    right: int = 0
    right_chars: int = 0
    line: int = 240
    line_rule: str = "auto"
    before: int = 0
    before_lines: int = 0
    after: int = 0
    after_lines: int = 0
    outline: int | None = None
    style: str = ""
    breaks_page: bool = False
    on_grid: bool = True

    def first_line_at(self, size: int) -> float:
        """The indent of the first line, in characters of `size` half points."""
        return _characters(self.first_line_chars, self.first_line, size)

    def left_at(self, size: int) -> float:
        """The indent of all lines from the left, in characters of `size` half points."""
        return _characters(self.left_chars, self.left, size)

    def right_at(self, size: int) -> float:
        """The indent from the right, in characters of `size` half points."""
        return _characters(self.right_chars, self.right, size)


def _characters(hundredths: int, twips: int, size: int) -> float:
    return hundredths / 100 if hundredths else twips / (10 * max(size, 1))


@value
class PageNumberFormat:
    """A page number in a header or footer. `kind` is default, even or first; `text` has # for the number.

    `alignment` is left, center or right on the page, `inset` the indent on that side in twips.
    """

    kind: str
    text: str
    alignment: str
    inset: int
    format: RunFormat
    in_header: bool = False


@value
class PageFormat:
    """The page set-up of one section, and the text of the section. `grid` is "", lines, linesAndChars or snapToChars.

    `line_pitch` is the pitch of the grid in twips; `char_space` is added to each character, in 4096ths of a point.
    """

    span: Span
    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    header: int = 720
    footer: int = 720
    columns: int = 1
    landscape: bool = False
    grid: str = ""
    line_pitch: int = 0
    char_space: int = 0
    has_first: bool = False
    numbers: tuple[PageNumberFormat, ...] = ()

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        return self.height - self.top - self.bottom


@value
class FormattedRun:
    """Consecutive characters of one format."""

    span: Span
    format: RunFormat


@value
class FormattedParagraph:
    """A paragraph of the text with its format. `place` is body, table or box.

    `starts_page`: a page or section break precedes its words, or Word last showed it at the head of a page.
    """

    span: Span
    format: ParagraphFormat
    runs: tuple[FormattedRun, ...] = ()
    place: str = "body"
    starts_page: bool = False

    def within(self, span: Span) -> Iterator[FormattedRun]:
        """The runs inside `span`, cut to it."""
        for run in self.runs:
            start, end = run.span
            if span.start <= start and end <= span.end:
                yield run
            elif start < span.end and span.start < end:
                yield FormattedRun(Span(max(start, span.start), min(end, span.end)), run.format)


@value
class Typography:
    """The typography of a whole document, its paragraphs in text order.

    `odd_even`: even pages have headers and footers of their own.
    """

    pages: tuple[PageFormat, ...] = ()
    paragraphs: tuple[FormattedParagraph, ...] = ()
    odd_even: bool = False

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]

    @cached_property
    def _page_ends(self) -> list[int]:
        return [page.span.end for page in self.pages]

    def at(self, offset: int) -> FormattedParagraph | None:
        """The paragraph that the character at `offset` stands in."""
        place = bisect_right(self._starts, offset) - 1
        return self.paragraphs[place] if place >= 0 else None

    def after(self, paragraph: FormattedParagraph) -> FormattedParagraph | None:
        """The paragraph that follows one in the text."""
        place = bisect_right(self._starts, paragraph.span.start)
        return self.paragraphs[place] if place < len(self.paragraphs) else None

    def before(self, paragraph: FormattedParagraph) -> FormattedParagraph | None:
        """The paragraph that stands before one in the text."""
        place = bisect_left(self._starts, paragraph.span.start) - 1
        return self.paragraphs[place] if place >= 0 else None

    def page_at(self, offset: int) -> PageFormat | None:
        """The page set-up that holds at `offset`."""
        place = bisect_left(self._page_ends, offset)
        return self.pages[place] if place < len(self.pages) else None


def typography_of(source: Source) -> Typography | None:
    """The typography of a source, read when first asked for; None for plain text and for converted files."""
    found = None if source.typography is None else source.typography.get()
    return found if isinstance(found, Typography) else None
