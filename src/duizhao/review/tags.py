"""XML as the characters it is written in: tags and where they stand, so that what is not touched stays to the letter.

Only for parts that `read` has parsed without complaint: well-formed, no document type, UTF-8 or UTF-16.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

ATTRIBUTES = r"""[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*"""
NO_TAG = r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
TAG = re.compile(rf"{NO_TAG}|<(/?)([^\s/>!?]+)({ATTRIBUTES})>", re.DOTALL)
DECLARED = re.compile(r"""\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')""")
MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# XML 1.0, production [2] Char
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Xml(NamedTuple):
    """The characters of a part, and the encoding to write them back in."""

    text: str
    encoding: str

    @classmethod
    def of(cls, data: bytes) -> Xml:
        encoding = next((name for mark, name in MARKS if data.startswith(mark)), None)
        if encoding is None:
            # Without a mark, UTF-16 shows by the zero beside the first “<”.
            starts = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
            encoding = starts.get(data[:2], "utf-8")
        return cls(data.decode(encoding), encoding)

    def bytes(self) -> bytes:
        return self.text.encode(self.encoding)


class Element(NamedTuple):
    """An element: from its start tag, which ends at `inner`, to its end tag, which begins at `outer`.

    An element written as one tag has both at its end.
    """

    name: str
    start: int
    inner: int
    outer: int
    end: int

    @property
    def is_one_tag(self) -> bool:
        return self.inner == self.end


class Words(NamedTuple):
    """How the names of a vocabulary are written in a part: their prefix, and its declaration where there is none."""

    prefix: str
    declaration: str

    def tag(self, name: str, **attributes: object) -> str:
        """A start tag without its `>`; attributes are of the same vocabulary."""
        said = "".join(
            f' {self.prefix}:{key}="{escaped(str(of))}"' for key, of in attributes.items()
        )
        return f"<{self.prefix}:{name}{self.declaration}{said}"

    def one(self, name: str, **attributes: object) -> str:
        """An element with nothing in it."""
        return self.tag(name, **attributes) + "/>"

    def around(self, inner: str, name: str, **attributes: object) -> str:
        """An element around others. Only the outermost declares the prefix."""
        return f"{self.tag(name, **attributes)}>{inner}</{self.prefix}:{name}>"


def words(xml: str, namespace: str) -> Words:
    """How to write names of `namespace` anywhere in a part."""
    for prefix, double, single in DECLARED.findall(opening(xml)[3]):
        if prefix and (double or single) == namespace:
            return Words(prefix, "")
    return Words("dzw", f' xmlns:dzw="{namespace}"')


def prefixes(xml: str, namespaces: frozenset[str]) -> frozenset[str] | None:
    """The prefixes that stand for one of `namespaces`, "" for none; None where one stands for something else too."""
    bound: dict[str, bool] = {}
    for prefix, double, single in DECLARED.findall(xml):
        meant = (double or single) in namespaces
        if bound.setdefault(prefix, meant) != meant:
            return None
    return frozenset(prefix for prefix, meant in bound.items() if meant)


def children(xml: str, start: int, end: int) -> Iterator[Element]:
    """The elements directly within `xml[start:end]`."""
    depth = 0
    opened = None
    for tag in TAG.finditer(xml, start, end):
        if tag[2] is None:
            continue
        is_one_tag = tag[3].endswith("/")
        if tag[1]:
            depth -= 1
            if depth == 0 and opened is not None:
                yield Element(opened[2], opened.start(), opened.end(), tag.start(), tag.end())
        elif depth == 0 and is_one_tag:
            yield Element(tag[2], tag.start(), tag.end(), tag.end(), tag.end())
        elif not is_one_tag:
            if depth == 0:
                opened = tag
            depth += 1


def opening(xml: str) -> re.Match[str]:
    """The first tag, that of the outermost element."""
    return next(tag for tag in TAG.finditer(xml) if tag[2])


def root(xml: str) -> Element:
    """The outermost element; takes as long as the part is."""
    return next(children(xml, 0, len(xml)))


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def attribute(tag: str, name: str) -> str | None:
    """The value of the attribute `name`, whatever its prefix, in a start tag."""
    found = re.search(rf"""\s(?:[^\s=:]+:)?{name}\s*=\s*(?:"([^"]*)"|'([^']*)')""", tag)
    return None if found is None else unescaped(found[1] if found[2] is None else found[2])


def held(text: str) -> str:
    """`text`, character by character, as XML can hold it: U+FFFD for what it cannot, a line break for form feeds."""
    return ILLEGAL.sub(lambda found: "\n" if found[0] in "\x0b\x0c" else "\ufffd", text)


def escaped(text: str) -> str:
    """Characters as they are written in a text or an attribute."""
    text = held(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("\r", "&#13;")


def unescaped(text: str) -> str:
    """The characters that `text` stands for."""
    return REFERENCE.sub(_character, text) if "&" in text else text


REFERENCE = re.compile("&([^;]*);")
NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def _character(found: re.Match[str]) -> str:
    name = found[1]
    if name.startswith("#"):
        digits, base = (name[2:], 16) if name[1] == "x" else (name[1:], 10)
        return chr(int(digits, base))
    return NAMED.get(name, found[0])
