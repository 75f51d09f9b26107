"""Changes to a package: parts replaced, added with their content type and relationship, or dropped with both."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import count
from urllib.parse import quote, unquote

from duizhao.office.new_package import (
    RELATIONSHIP_TYPES,
    STRICT_RELATIONSHIP_TYPES,
    relationships,
)
from duizhao.office.package import Package, relationships_part
from duizhao.office.splice import with_parts
from duizhao.office.xml_text import (
    Splice,
    XmlText,
    appended,
    attribute,
    children,
    escaped,
    local_name,
    root_element,
    spliced,
)

CONTENT_TYPES = "[Content_Types].xml"


class PackageEdit:
    """Changes to the parts of a package. Part names are compared without regard to case, as packages do."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._parts: dict[str, bytes] = {}
        self._dropped: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._parts or self._dropped)

    def __contains__(self, part: str) -> bool:
        """Is `part` replaced or added?"""
        return part in self._parts

    def get(self, part: str) -> bytes | None:
        """The bytes that replace or add `part`, if any do."""
        return self._parts.get(part)

    def put(self, part: str, data: bytes) -> None:
        """Replace `part`, or add it: one that is new needs `declare` and `relate` too."""
        self._parts[part] = data

    def free_name(self, wanted: str) -> str:
        """A name for a new part: `wanted` (word/comments.xml), or with a number from 2 on before its suffix."""
        stem, suffix = posixpath.splitext(wanted)
        taken = self._package.names | {name.lower() for name in self._parts}
        names = (f"{stem}{number if number > 1 else ''}{suffix}" for number in count(1))
        return next(name for name in names if name.lower() not in taken)

    def declare(self, part: str, content_type: str) -> None:
        """Give a new part its content type, if it has none. Raises UnreadableDocument if there is no table of them."""
        types = self._types()
        if f'"/{part}"'.lower() in types.text.lower():
            return
        prefix = _prefix(root_element(types.text).name)
        row = f'<{prefix}Override PartName="/{escaped(quote(part))}" ContentType="{content_type}"/>'
        self._put_text(CONTENT_TYPES, types, appended(types.text, row))

    def relate(self, source: str, kind: str, part: str, *, is_strict: bool = False) -> str:
        """Add a relationship from `source` to `part` and return its id. `is_strict`: is it Strict Open XML?"""
        place = relationships_part(source)
        rows = self._text(place) or XmlText(relationships())
        top = root_element(rows.text)
        keys = {attribute(tag, "Id") for tag, _ in _rows(rows.text)}
        key = next(key for number in count(1) if (key := f"rId{number}") not in keys)
        folder = posixpath.dirname(source)
        target = part.removeprefix(f"{folder}/") if folder else part
        kinds = STRICT_RELATIONSHIP_TYPES if is_strict else RELATIONSHIP_TYPES
        row = (
            f'<{_prefix(top.name)}Relationship Id="{key}" Type="{kinds}/{kind}"'
            f' Target="{escaped(quote(target))}"/>'
        )
        self._put_text(place, rows, appended(rows.text, row))
        return key

    def drop(self, source: str, part: str) -> None:
        """Take out `part` with its content type and the relationships from `source` to it."""
        links = self._package.relationships(source)
        keys = {link.key for link in links if link.target.lower() == part.lower()}
        place = relationships_part(source)
        rows = self._text(place)
        if rows is not None:
            gone = [splice for tag, splice in _rows(rows.text) if attribute(tag, "Id") in keys]
            self._put_text(place, rows, spliced(rows.text, gone))
        types = self._types()
        name = f"/{part}".lower()
        gone = [
            splice
            for tag, splice in _rows(types.text)
            if unquote(attribute(tag, "PartName") or "").lower() == name
        ]
        self._put_text(CONTENT_TYPES, types, spliced(types.text, gone))
        self._dropped.add(part.lower())

    def to_bytes(self) -> bytes:
        """The package with all changes made."""
        return with_parts(self._package.data, self._parts, self._dropped)

    def _types(self) -> XmlText:
        types = self._text(CONTENT_TYPES)
        if types is None:
            raise self._package.refuse(f"缺少内容类型表，文件不完整；{self._package.remedy}")
        return types

    def _text(self, part: str) -> XmlText | None:
        """The part as it is now."""
        if part in self._parts:
            return XmlText.from_bytes(self._parts[part])
        return self._package.text(part)

    def _put_text(self, part: str, before: XmlText, text: str) -> None:
        self._parts[part] = XmlText(text, before.encoding).to_bytes()


def _rows(xml: str) -> Iterator[tuple[str, Splice]]:
    """The start tag of each element directly within the outermost one, and the splice that removes the element."""
    top = root_element(xml)
    for element in children(xml, top.inner, top.outer):
        yield xml[element.start : element.inner], Splice(element.start, element.end, "")


def _prefix(name: str) -> str:
    return name.removesuffix(local_name(name))
