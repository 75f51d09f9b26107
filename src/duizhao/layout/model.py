"""The figures of a layout. Lengths of the page are in mm, sizes in pt, indents in characters of body text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

POINTS = 72 / 25.4
"""Points in a millimetre."""


class Role(Enum):
    """What a paragraph is in a document. The value is its key in a layout file."""

    TITLE = "title"
    ROLE_LINE = "role-line"
    DATE_LINE = "date-line"
    SALUTATION = "salutation"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    BODY = "body"
    ATTACHMENT_NOTE = "attachment-note"
    SIGNATURE = "signature"
    DATE = "date"
    ATTACHMENT_LABEL = "attachment-label"
    ATTACHMENT_TITLE = "attachment-title"

    @property
    def label(self) -> str:
        """What people call it."""
        return _LABELS[self]

    @property
    def level(self) -> int:
        """The level of a heading, from 1; 0 for anything else."""
        return int(self.value[-1]) if self.value.startswith("heading-") else 0


_LABELS = dict(
    zip(
        Role,
        ("标题", "署名行", "日期行", "称谓", "一级标题", "二级标题", "三级标题", "四级标题", "正文", "附件说明",
         "落款", "成文日期", "附件标识", "附件标题"),
        strict=True,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Basis:
    """What a figure rests on: the source with its clause, how firmly it asks, and how far one may be `within` it.

    `strength` is must, usually, practice or derived.
    """

    source: str
    strength: str
    within: float = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """The sheet, in mm."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Margins:
    """天头, 地脚, 订口 (left) and 翻口 (right), in mm."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Lines on a page, characters in a line, and from one line to the next in pt.

    `keep_headings` keeps a heading on the page of what follows it.
    """

    lines: int
    characters: int
    pitch: float
    keep_headings: bool


@dataclass(frozen=True, slots=True)
class TextColour:
    """The colour of all text as RRGGBB, and the font of Latin letters and digits; empty for that of the Chinese."""

    colour: str
    latin: str


@dataclass(frozen=True, slots=True)
class Look:
    """How the paragraphs of a role look; `align` is left, center, right or justify, `first` indents the first line."""

    face: str
    size: float
    bold: bool
    align: str
    first: float


@dataclass(frozen=True, slots=True)
class Gaps:
    """Blank lines: below the opening; above the note of attachments, the signature, an attachment's title."""

    opening: int
    note: int
    signature: int
    attachment_title: int


@dataclass(frozen=True, slots=True)
class SignaturePlace:
    """Characters left free to the right of who signs, and from the signature's first character to the date's."""

    right: float
    date_offset: float


@dataclass(frozen=True, slots=True)
class PageNumber:
    """`{}` in `form` is the number, `below` the distance of its dashes from the type area in mm.

    `odd` and `even` say on which side it stands, `indent` how far from the edge of the type area.
    """

    face: str
    size: float
    form: str
    below: float
    odd: str
    even: str
    indent: float


@dataclass(frozen=True, slots=True)
class Layout:
    """All figures of a layout, the font names for each face, and for each key (`margins.top`) what it rests on."""

    title: str
    paper: Paper
    margins: Margins
    grid: Grid
    text: TextColour
    roles: Mapping[Role, Look]
    gaps: Gaps
    signature: SignaturePlace
    page_number: PageNumber
    fonts: Mapping[str, tuple[str, ...]]
    bases: Mapping[str, Basis]

    @property
    def width(self) -> float:
        """The width of the type area in mm."""
        return self.paper.width - self.margins.left - self.margins.right

    @property
    def height(self) -> float:
        """The height of the type area in mm."""
        return self.paper.height - self.margins.top - self.margins.bottom

    @property
    def advance(self) -> float:
        """From one character of body text to the next, in pt."""
        return self.width * POINTS / self.grid.characters

    def capacity(self, role: Role) -> int:
        """How many characters of a role's size a line holds."""
        size = self.roles[role].size
        if size == self.roles[Role.BODY].size:
            return self.grid.characters
        return int(self.width * POINTS / size)

    def font(self, face: str) -> str:
        """The font name that is written for a face."""
        return self.fonts[face][0]
