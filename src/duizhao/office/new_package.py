"""A new package: its parts written into a zip, its table of content types and its relationships."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE_NAMESPACE = "http://schemas.openxmlformats.org/package/2006"
RELATIONSHIP_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""Where the types of relationships begin: …/styles, …/comments. Also the namespace of r:id."""

STRICT_RELATIONSHIP_TYPES = "http://purl.oclc.org/ooxml/officeDocument/relationships"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name, for every entry: the same parts give the same bytes."""


def write_package(parts: Mapping[str, str | bytes]) -> bytes:
    """A package of these parts, by name, in this order; the text of an XML part, the bytes of an image."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, held in parts.items():
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, held.encode("utf-8") if isinstance(held, str) else held)
    return file.getvalue()


def content_types(types: Iterable[tuple[str, str]]) -> str:
    """The part [Content_Types].xml for parts with these names and types."""
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types
    )
    return (
        f'{XML_HEAD}<Types xmlns="{PACKAGE_NAMESPACE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relationships(rows: Iterable[tuple[str, str, str]] = ()) -> str:
    """A part of relationships: each with its id, its kind (the last word of its type) and its target."""
    inner = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONSHIP_TYPES}/{kind}" Target="{target}"/>'
        for key, kind, target in rows
    )
    return f'{XML_HEAD}<Relationships xmlns="{PACKAGE_NAMESPACE}/relationships">{inner}</Relationships>'
