"""Our mark in a .docx or .xlsx: a custom property, which Word, Excel, WPS and LibreOffice keep on saving.

The digest is made of the names, sizes and checksums in the directory of the zip, without the properties of the file:
every program writes the other parts anew on saving, so that the digest shows any change by a person, and no part
needs to be read to compare it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path

from duizhao.errors import UnreadableDocument
from duizhao.office.new_package import XML_HEAD
from duizhao.office.package import Package
from duizhao.office.package_edit import CONTENT_TYPES, PackageEdit
from duizhao.office.xml_text import (
    Splice,
    XmlText,
    appended,
    attribute,
    children,
    local_name,
    root_element,
    spliced,
    unescaped,
)
from duizhao.output_mark import OutputKind, OutputMark, digest_of, mark_words

PROPERTIES_PART = "docProps/custom.xml"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
# The type of the relationship, in Transitional and in Strict Open XML.
RELATIONS = ("custom-properties", "customProperties")
NAMESPACES = (
    "http://schemas.openxmlformats.org/officeDocument/2006",
    "http://purl.oclc.org/ooxml/officeDocument",
)
PROPERTY = "duizhao"
# ISO/IEC 29500-1 22.3.2.1: the set of properties that users define, and the first number in it.
USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
FIRST_NUMBER = 2
TAGS = re.compile("<[^>]*>")
ROOT_RELATIONS = "_rels/.rels"


class _TablesOnly(Package):
    """A package of which only properties and tables are read, which are small in every file of an office program."""

    part_bytes = 1_000_000


def with_mark(data: bytes, kind: OutputKind) -> bytes:
    """A package with our mark in place of an earlier one; every other property stays.

    A package with a table of types or properties that cannot be read comes back as it is: it counts as no file of ours.
    """
    with suppress(UnreadableDocument):
        package = _TablesOnly(BytesIO(data), "")
        edit, part = PackageEdit(package), _properties_part(package)
        is_strict = b"purl.oclc.org/ooxml" in (package.read(ROOT_RELATIONS) or b"")
        words = mark_words(kind, _digest(package, part))
        if part is None:
            part = edit.free_name(PROPERTIES_PART)
            edit.relate("", RELATIONS[is_strict], part, is_strict=is_strict)
        edit.declare(part, PROPERTIES_TYPE)
        space = f"{NAMESPACES[is_strict]}/{RELATIONS[is_strict]}"
        old = package.text(part) or XmlText(f'{XML_HEAD}<Properties xmlns="{space}"/>')
        text = _with_property(old.text, words, f"{NAMESPACES[is_strict]}/docPropsVTypes")
        edit.put(part, XmlText(text, old.encoding).to_bytes())
        return edit.to_bytes()
    return data


def read_mark(path: Path) -> OutputMark | None:
    """Our mark in a file, read in well under a millisecond; None for a file without one, or that is no package."""
    # Opening a pipe may wait for ever.
    if not path.is_file():
        return None
    with suppress(UnreadableDocument, OSError), path.open("rb") as file:
        return _mark(_TablesOnly(file, str(path)))
    return None


def _mark(package: Package) -> OutputMark | None:
    if not any("custom" in name for name in package.names):
        return None
    part = _properties_part(package)
    properties = package.text(part) if part else None
    if properties is None:
        return None
    ours = [inner for name, inner, _ in _properties(properties.text) if name == PROPERTY]
    return OutputMark.from_words(ours[0], _digest(package, part)) if ours else None


def _properties_part(package: Package) -> str | None:
    """The part that holds the custom properties of a package."""
    links = package.relationships("")
    return next((each.target for each in links if each.kind in RELATIONS and each.target), None)


def _digest(package: Package, properties: str | None) -> str:
    """The digest of what the package holds, without the properties and the tables that list them."""
    apart = {CONTENT_TYPES.lower(), ROOT_RELATIONS, (properties or PROPERTIES_PART).lower()}
    rows = sorted(
        f"{name} {checksum} {size}\n"
        for name, checksum, size in package.checksums()
        if name not in apart and not name.startswith("docprops/")
    )
    return digest_of("".join(rows).encode("utf-8", "surrogateescape"))


def _properties(xml: str) -> Iterator[tuple[str, str, Splice]]:
    """The name and the value of each property, and the splice that removes it."""
    top = root_element(xml)
    for element in children(xml, top.inner, top.outer):
        name = unescaped(attribute(xml[element.start : element.inner], "name") or "")
        value = unescaped(TAGS.sub("", xml[element.inner : element.outer]))
        yield name, value, Splice(element.start, element.end, "")


def _with_property(xml: str, words: str, types: str) -> str:
    """The part of custom properties with ours behind the others."""
    kept = spliced(xml, [splice for name, _, splice in _properties(xml) if name == PROPERTY])
    top = root_element(kept)
    numbers = (
        attribute(kept[each.start : each.inner], "pid") or ""
        for each in children(kept, top.inner, top.outer)
    )
    last = max((int(each) for each in numbers if each.isdecimal()), default=FIRST_NUMBER - 1)
    prefix = top.name.removesuffix(local_name(top.name))
    return appended(
        kept,
        f'<{prefix}property fmtid="{USER_DEFINED}" pid="{last + 1}" name="{PROPERTY}">'
        f'<vt:lpwstr xmlns:vt="{types}">{words}</vt:lpwstr></{prefix}property>',
    )
