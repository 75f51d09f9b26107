"""XML as the characters it is written in: tags and their places, so that what is not edited stays letter for letter.

Only for parts that `office.xml.parse` has accepted: well-formed, no document type, UTF-8 or UTF-16.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from functools import cache
from operator import itemgetter
from typing import NamedTuple

# A value in quotes may hold “>”, so a tag ends at the first “>” outside of quotes.
ATTRIBUTES = r"""[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*"""
# Comments, CDATA and instructions may hold what looks like a tag: they match first and have no group.
NO_TAG = r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>"
TAG = re.compile(rf"{NO_TAG}|<(/?)([^\s/>!?]+)({ATTRIBUTES})>", re.DOTALL)
DECLARED = re.compile(r"""\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')""")
LIKE_DECLARED = re.compile(r"\sxmlns[:=\s]")
DECLARED_OR_VALUE = re.compile(rf"""{DECLARED.pattern}|"[^"]*"|'[^']*'""")
BYTE_ORDER_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
REFERENCE = re.compile("&([^;]*);")
NAMED_REFERENCES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
# XML 1.0, production [2] Char
END_OF_XML = re.compile(r"</([^\s>]+)\s*>()\s*\Z")
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class XmlText(NamedTuple):
    """The characters of a part, and the encoding to write them back in."""

    text: str
    encoding: str = "utf-8"

    @classmethod
    def from_bytes(cls, data: bytes) -> XmlText:
        encoding = next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)
        if encoding is None:
            # UTF-16 without a byte order mark: one of the first two bytes is 0, the other is “<”.
            starts = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
            encoding = starts.get(data[:2], "utf-8")
        return cls(data.decode(encoding), encoding)

    def to_bytes(self) -> bytes:
        return self.text.encode(self.encoding)


class XmlElement(NamedTuple):
    """The places of an element: its start tag from `start` to `inner`, its end tag from `outer` to `end`.

    An element of one tag (`<w:p/>`) has `inner` and `outer` at its end.
    """

    name: str
    start: int
    inner: int
    outer: int
    end: int

    @property
    def is_one_tag(self) -> bool:
        return self.inner == self.end


class Splice(NamedTuple):
    """Put `text` in place of `xml[start:end]`."""

    start: int
    end: int
    text: str


class TagWriter(NamedTuple):
    """Writes elements of one namespace: its prefix in a part, and the declaration of the prefix if it needs one."""

    prefix: str
    declaration: str = ""

    @classmethod
    def from_xml(cls, xml: str, namespace: str) -> TagWriter:
        """A writer of elements of `namespace` that may stand anywhere in the part `xml`."""
        for prefix, double, single in DECLARED.findall(first_tag(xml)[3]):
            if prefix and (double or single) == namespace:
                return TagWriter(prefix)
        return TagWriter("dzw", f' xmlns:dzw="{namespace}"')

    def start(self, name: str, **attributes: object) -> str:
        """A start tag without its `>`; the attributes are of the same namespace."""
        return f"<{self.prefix}:{name}{self.declaration}{self.attributes(**attributes)}"

    def attributes(self, **attributes: object) -> str:
        """Attributes as a start tag holds them, each behind a blank."""
        return "".join(
            [f' {self.prefix}:{key}="{escaped(str(value))}"' for key, value in attributes.items()]
        )

    def empty(self, name: str, **attributes: object) -> str:
        """An element with nothing in it."""
        return self.start(name, **attributes) + "/>"

    def around(self, inner: str, name: str, **attributes: object) -> str:
        """An element around `inner`. Only the outermost element declares the prefix."""
        return f"{self.start(name, **attributes)}>{inner}</{self.prefix}:{name}>"

    @property
    def inside(self) -> TagWriter:
        """A writer for elements inside of one that declares the prefix."""
        return TagWriter(self.prefix)


def spliced(xml: str, splices: Iterable[Splice]) -> str:
    """`xml` with all splices made. Several at one place come in the order in which they are given."""
    pieces: list[str] = []
    done = 0
    for start, end, text in sorted(splices, key=itemgetter(0, 1)):
        pieces += (xml[done:start], text)
        # A splice may lie inside one that was made already.
        done = max(done, end)
    pieces.append(xml[done:])
    return "".join(pieces)


def appended(xml: str, inner: str) -> str:
    """`xml` with `inner` at the end of its outermost element."""
    top = root_element(xml)
    if top.is_one_tag:
        # <Types/> becomes <Types>…</Types>.
        slash = xml.rindex("/", 0, top.end)
        return f"{xml[:slash]}>{inner}</{top.name}>{xml[top.end :]}"
    return spliced(xml, [Splice(top.outer, top.outer, inner)])


def prefixes_of(xml: str, namespaces: frozenset[str]) -> frozenset[str] | None:
    """The prefixes that stand for one of `namespaces` ("" is no prefix); None if one stands for another too."""
    bound: dict[str, bool] = {}
    for prefix, namespace in _declarations(xml):
        is_meant = namespace in namespaces
        if bound.setdefault(prefix, is_meant) != is_meant:
            return None
    return frozenset(prefix for prefix, is_meant in bound.items() if is_meant)


def _declarations(xml: str) -> Iterator[tuple[str, str]]:
    """The prefixes and namespaces that tags declare. Words, or the value of an attribute, may look like it."""
    done = 0
    for found in LIKE_DECLARED.finditer(xml):
        at = xml.rfind("<", done, found.start())
        tag = TAG.match(xml, at) if at >= 0 else None
        if tag is None or tag.end() <= found.start():
            done = max(done, found.start())
            continue
        done = tag.end()
        if tag[2] is not None:
            for prefix, double, single in DECLARED_OR_VALUE.findall(tag[3]):
                if double or single:
                    yield prefix, double or single


def children(xml: str, start: int, end: int) -> Iterator[XmlElement]:
    """The elements directly within `xml[start:end]`."""
    depth = 0
    opened = None
    for tag in TAG.finditer(xml, start, end):
        slash, name, attributes = tag.groups()
        if name is None:
            continue
        if slash:
            depth -= 1
            if depth == 0 and opened is not None:
                yield XmlElement(opened[2], opened.start(), opened.end(), tag.start(), tag.end())
        elif not attributes.endswith("/"):
            if depth == 0:
                opened = tag
            depth += 1
        elif depth == 0:
            yield XmlElement(name, tag.start(), tag.end(), tag.end(), tag.end())


def first_tag(xml: str) -> re.Match[str]:
    """The start tag of the outermost element."""
    return next(tag for tag in TAG.finditer(xml) if tag[2])


def root_element(xml: str) -> XmlElement:
    """The outermost element. Looks at every tag of the part if its end tag is not the last thing in it."""
    opened, last = first_tag(xml), xml.rfind("</")
    # At the very end it can stand in no comment and no instruction.
    closed = END_OF_XML.match(xml, last) if last >= 0 else None
    if closed and closed[1] == opened[2]:
        return XmlElement(opened[2], *opened.span(), closed.start(), closed.end(2))
    return next(children(xml, 0, len(xml)))


def local_name(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def attribute(tag: str, name: str) -> str | None:
    """The value of the attribute `name`, with any prefix, in a start tag."""
    found = _attribute(name).search(tag)
    return None if found is None else unescaped(found[1] if found[2] is None else found[2])


@cache
def _attribute(name: str) -> re.Pattern[str]:
    return re.compile(rf"""\s(?:[^\s=:]+:)?{name}\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def storable(text: str) -> str:
    """`text` with each character that XML cannot hold replaced: form feeds by a line break, others by U+FFFD."""
    if text.isprintable():
        # Most lines, of which a copy may have fifty thousand.
        return text
    return ILLEGAL.sub(lambda found: "\n" if found[0] in "\x0b\x0c" else "\ufffd", text)


def escaped(text: str) -> str:
    """`text` as it is written in an element or an attribute."""
    if text.isalnum():
        # Most words and numbers, of which a copy may have a hundred thousand: nothing to replace.
        return text
    text = storable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # Written as it is, a carriage return would be read back as a line feed (XML 1.0 2.11).
    return text.replace('"', "&quot;").replace("\r", "&#13;")


def unescaped(text: str) -> str:
    """The characters that the references in `text` stand for."""
    return REFERENCE.sub(_character, text) if "&" in text else text


def _character(found: re.Match[str]) -> str:
    name = found[1]
    if name.startswith("#"):
        digits, base = (name[2:], 16) if name[1] == "x" else (name[1:], 10)
        return chr(int(digits, base))
    return NAMED_REFERENCES.get(name, found[0])
