"""A part made known to its package: its content type, and the relation that leads to it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from urllib.parse import quote

from duizhao.review.cuts import Splice, spliced
from duizhao.review.tags import attribute, children, escaped, local, root

TYPES = "[Content_Types].xml"
RELATIONS = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
KINDS = {
    False: "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    True: "http://purl.oclc.org/ooxml/officeDocument/relationships/",
}
"""By whether the document is Strict Open XML."""


def relations_of(part: str) -> str:
    """The name of the part that holds the relations of `part`."""
    folder, _, leaf = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{leaf}.rels")


def beside(part: str, leaf: str, taken: Iterable[str]) -> str:
    """A name for a new part in the folder of `part` that is not taken: `comments.xml`, `comments2.xml` …"""
    folder, _, _ = part.rpartition("/")
    stem, suffix = posixpath.splitext(leaf)
    lower = {name.lower() for name in taken}
    names = (posixpath.join(folder, f"{stem}{at or ''}{suffix}") for at in (0, *range(2, 10_000)))
    return next(name for name in names if name.lower() not in lower)


def with_type(xml: str, part: str, kind: str) -> str:
    """[Content_Types].xml with the type of a new part."""
    prefix = _prefix(root(xml).name)
    return _appended(
        xml, f'<{prefix}Override PartName="/{escaped(quote(part))}" ContentType="{kind}"/>'
    )


def with_relation(xml: str, kind: str, target: str) -> str:
    """The relations of a part with one more, to a part in the same folder."""
    top = root(xml)
    keys = {
        attribute(xml[each.start : each.inner], "Id")
        for each in children(xml, top.inner, top.outer)
        if local(each.name) == "Relationship"
    }
    key = next(key for count in range(1, len(keys) + 2) if (key := f"rId{count}") not in keys)
    prefix = _prefix(top.name)
    row = f'<{prefix}Relationship Id="{key}" Type="{kind}" Target="{escaped(quote(target))}"/>'
    return _appended(xml, row)


def _prefix(name: str) -> str:
    prefix, colon, _ = name.rpartition(":")
    return prefix + colon


def _appended(xml: str, row: str) -> str:
    """A row at the end of the outermost element."""
    top = root(xml)
    if top.is_one_tag:
        slash = xml.rindex("/", 0, top.end)
        return f"{xml[:slash]}>{row}</{top.name}>{xml[top.end :]}"
    return spliced(xml, [Splice(top.outer, top.outer, row)])
