"""The figures of a layout. Lengths of the page are in mm, sizes in pt, indents in characters of body text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from typing import Any

from duizhao.role import Role
from duizhao.text.value import value

POINTS = 72 / 25.4
"""Points in a millimetre."""

MM, PT, CHARACTERS, LINES, COUNT = "毫米", "磅", "正文的字", "行", "个"
"""Units as docs/layout.md shows them."""


def _is(meaning: str, unit: str = "") -> Any:
    """A field with its meaning and unit, for docs/layout.md."""
    return field(metadata={"meaning": meaning, "unit": unit})


class FigureStrength(Enum):
    """How firmly a source asks for a figure. The value is the word for it in a layout file."""

    MUST = "must"
    USUALLY = "usually"
    PRACTICE = "practice"
    DERIVED = "derived"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return _STRENGTH_LABELS[self]


_STRENGTH_LABELS = dict(zip(FigureStrength, ("应当", "一般", "惯例", "推算"), strict=True))


@value
class Basis:
    """The source of a figure with its clause, how firmly it asks, and the tolerance `within` which it is met."""

    source: str
    strength: FigureStrength
    within: float = 0


@value
class Paper:
    """The sheet, in mm."""

    width: float = _is("纸宽", MM)
    height: float = _is("纸高", MM)


@value
class Margins:
    """天头, 地脚, 订口 (left) and 翻口 (right), in mm."""

    top: float = _is("上边距（天头）", MM)
    bottom: float = _is("下边距（地脚）", MM)
    left: float = _is("左边距（订口）", MM)
    right: float = _is("右边距（翻口）", MM)


@value
class CharacterGrid:
    """The lines of a page, the characters of a line, and the distance from one line to the next in pt.

    `keep_headings` keeps a heading on the page of what follows it.
    """

    lines: int = _is("每页行数", LINES)
    characters: int = _is("每行字数", COUNT)
    pitch: float = _is("行距：从一行到下一行", PT)
    keep_headings: bool = _is("标题是否与下一段排在同一页")


@value
class TextColour:
    """The colour of all text as RRGGBB, and the font of Latin letters and digits: empty for the Chinese font."""

    colour: str = _is("文字的颜色，六位十六进制")
    latin: str = _is("西文字母和数字的字体；空着就随汉字")


@value
class Look:
    """The look of the paragraphs of a role. `align`: left, center, right or justify; `first` indents the first line."""

    face: str = _is("字体：[fonts] 里的一种")
    size: float = _is("字号", PT)
    bold: bool = _is("是否加粗")
    align: str = _is("对齐：left、center、right、justify（两端）之一")
    first: float = _is("首行缩进", CHARACTERS)


@value
class Gaps:
    """Blank lines: below the opening; above the note of attachments, the signature, an attachment's title."""

    opening: int = _is("标题、署名、日期之下的空行", LINES)
    note: int = _is("附件说明之上的空行", LINES)
    signature: int = _is("落款之上的空行", LINES)
    attachment_title: int = _is("附件标识与附件标题之间的空行", LINES)


@value
class SignaturePlace:
    """The free characters to the right of the signature, and from its first character to that of the date."""

    right: float = _is("署名右边空", CHARACTERS)
    date_offset: float = _is("日期首字比署名首字右移", CHARACTERS)


@value
class PageNumber:
    """`{}` in `form` is the number, `below` the distance of its dashes from the type area in mm.

    `odd` and `even` are the sides on which it stands, `indent` its distance from the edge of the type area.
    """

    face: str = _is("字体：[fonts] 里的一种")
    size: float = _is("字号", PT)
    form: str = _is("页码的样子，{} 处是数字")
    below: float = _is("一字线上距版心下边缘", MM)
    odd: str = _is("单页页码的位置：left、center、right 之一")
    even: str = _is("双页页码的位置：left、center、right 之一")
    indent: float = _is("页码离版心边缘", CHARACTERS)


@value
class Layout:
    """All figures of a layout, the font names of each face, and the basis of each figure by key (`margins.top`)."""

    title: str
    paper: Paper
    margins: Margins
    grid: CharacterGrid
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
        """The distance from one character of body text to the next, in pt."""
        return self.width * POINTS / self.grid.characters

    def capacity(self, role: Role) -> int:
        """The number of characters of a role's size in a line."""
        size = self.roles[role].size
        if size == self.roles[Role.BODY].size:
            return self.grid.characters
        return int(self.width * POINTS / size)

    def font(self, face: str) -> str:
        """The font name to write for a face."""
        return self.fonts[face][0]
