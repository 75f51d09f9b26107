"""Maps font names to typefaces: 仿宋_GB2312, FangSong and 方正仿宋简体 are one face."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from duizhao.lint import FormattedDocument

if TYPE_CHECKING:
    from duizhao.office.typography import RunFormat

# The order matters: 小标宋 and 仿宋 are no 宋体.
SIGNS = {
    "小标宋": ("小标宋", "xiaobiaosong", "fzxbs", "serifcjkscblack"),
    "仿宋": ("仿宋", "fangsong", "fangsung"),
    "楷体": ("楷", "kai"),
    "黑体": ("黑体", "heiti", "simhei", "sanscjk", "hansans"),
    "宋体": ("宋体", "书宋", "simsun", "songti", "serifcjk", "hanserif", "mingliu"),
}


@cache
def face_of(name: str) -> str | None:
    """The face of a font by its name; None if the name fits no face of the standard."""
    plain = _plain(name)
    return next(
        (face for face, signs in SIGNS.items() if any(sign in plain for sign in signs)), None
    )


def is_face(name: str | None, face: str, formatted: FormattedDocument) -> bool:
    """True if a font belongs to a face of the layout, by a name listed there or by its own name."""
    if not name:
        return False
    listed = formatted.layout.fonts.get(face, ())
    return face_of(name) == face or _plain(name) in map(_plain, listed)


def face_name(actual: RunFormat) -> str:
    """The Chinese face of a format, as messages show it."""
    if not actual.face:
        return "未指定字体"
    return f"{actual.face}（中文正文）" if actual.themed else actual.face


@cache
def _plain(name: str) -> str:
    return "".join(c for c in name.casefold() if c not in " _-")
