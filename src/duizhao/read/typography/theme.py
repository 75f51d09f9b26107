"""The faces of a theme, for which names such as +中文正文 stand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from lxml import etree

from duizhao.office.wordml import child, value
from duizhao.read.typography.parts import TypographyParts

DRAWING = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}",
    "{http://purl.oclc.org/ooxml/drawingml/main}",
)
SCRIPTS = {"zh-cn": "Hans", "zh-sg": "Hans", "zh-tw": "Hant", "zh-hk": "Hant", "zh-mo": "Hant"}


class ThemeFaces:
    """The faces of a theme, parsed when the first one is asked for: most files name the faces of their runs."""

    def __init__(self, parts: TypographyParts) -> None:
        self._parts = parts

    def face(self, name: str) -> str | None:
        """The face for which a name in w:eastAsiaTheme or a similar attribute stands."""
        return self._faces.get(name)

    @cached_property
    def _faces(self) -> Mapping[str, str]:
        parts = self._parts
        language = child(parts.tree(parts.settings), "themeFontLang")
        return theme_faces(
            parts.tree(parts.theme),
            "" if language is None else value(language, "eastAsia") or "",
        )


def theme_faces(root: etree._Element | None, language: str) -> Mapping[str, str]:
    """Faces by the names in w:eastAsiaTheme and similar attributes; `language` is that of the Chinese text (zh-CN)."""
    faces: dict[str, str] = {}
    script = SCRIPTS.get(language.lower(), "Hans")
    for name in ("major", "minor"):
        fonts = _first(root, f"{name}Font")
        western, eastern = _typeface(_first(fonts, "latin")), _typeface(_first(fonts, "ea"))
        faces[f"{name}EastAsia"] = eastern or _of_script(fonts, script)
        faces[f"{name}HAnsi"] = faces[f"{name}Ascii"] = western
    return {name: face for name, face in faces.items() if face}


def _first(root: etree._Element | None, name: str) -> etree._Element | None:
    if root is None:
        return None
    return next(root.iter(*(space + name for space in DRAWING)), None)


def _typeface(element: etree._Element | None) -> str:
    return "" if element is None else (element.get("typeface") or "")[:64]


def _of_script(fonts: etree._Element | None, script: str) -> str:
    if fonts is None:
        return ""
    listed = fonts.iter(*(space + "font" for space in DRAWING))
    return next((_typeface(font) for font in listed if font.get("script") == script), "")
