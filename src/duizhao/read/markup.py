"""XML of a package part → elements, or a refusal: no document type, no entities, no network, bounded size."""

from __future__ import annotations

from functools import cache

from lxml import etree

from duizhao.read.limits import MAX_MARKUP

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"

UTF_16 = (("utf-16-le", (b"\xff\xfe", b"<\0")), ("utf-16-be", (b"\xfe\xff", b"\0<")))
TOO_DEEP = "元素嵌套过深，不是正常的文档"


@cache
def word(name: str) -> tuple[str, str]:
    """The tag `name` as Word writes it and as Strict Open XML does."""
    return WORD + name, STRICT + name


def value(element: etree._Element, name: str = "val") -> str | None:
    """The w: attribute `name`, whichever of the two namespaces it stands in."""
    found = element.get(WORD + name)
    return element.get(STRICT + name) if found is None else found


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first direct w: child called `name`."""
    return None if element is None else next(element.iterchildren(*word(name)), None)


def is_on(element: etree._Element | None) -> bool | None:
    """A toggle such as w:vanish: on, off, or None where it is not given (ISO 29500-1 17.17.4)."""
    if element is None:
        return None
    return value(element) not in {"0", "false", "off"}


def number(text: str | None, default: int = 0) -> int:
    """A whole number as attributes hold it; `default` where it is missing or none."""
    try:
        return int(text or "")
    except ValueError:
        return default


def list_of(numbered: etree._Element | None) -> tuple[str | None, int | None]:
    """The list and level that a w:numPr names."""
    if numbered is None:
        return None, None
    listed, level = child(numbered, "numId"), child(numbered, "ilvl")
    return None if listed is None else value(listed), None if level is None else number(
        value(level)
    )


class Malformed(ValueError):
    """XML that we refuse; the message goes on after the name of the part."""


def parse(data: bytes, most: int = MAX_MARKUP) -> etree._Element:
    """The root element of a part with at most so many tags. Raises Malformed with the cause and place."""
    utf8 = _as_utf8(data)
    if b"<!DOCTYPE" in utf8:
        raise Malformed("含有文档类型声明（DOCTYPE），可能藏有恶意实体，已拒绝读取")
    if utf8.count(b"<") > most or utf8.count(b"=") > most:
        raise Malformed(f"的标记超过 {most:,} 个，不是正常的文档；请拆分后再试")
    try:
        return etree.fromstring(utf8, _parser())
    except etree.XMLSyntaxError as fault:
        raise Malformed(_cause(fault)) from None


@cache
def _parser() -> etree.XMLParser:
    # The encoding is ours and not the declaration's: nothing can hide from the search for a document type.
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def _as_utf8(data: bytes) -> bytes:
    for encoding, starts in UTF_16:
        if data.startswith(starts):
            try:
                return data.decode(encoding).removeprefix("\ufeff").encode()
            except UnicodeDecodeError as fault:
                raise Malformed(
                    f"第 {fault.start + 1} 个字节不是合法的 UTF-16，文件已损坏；请重新取得原件"
                ) from None
    return data


def _cause(fault: etree.XMLSyntaxError) -> str:
    message = str(fault)
    if "depth" in message:
        return TOO_DEEP
    if "huge text" in message or "too long" in message or "limit" in message:
        return "有过长的一段文字，不是正常的文档；请拆分后再试"
    line, column = fault.position
    return f"第 {line} 行第 {column} 列不是合法的 XML，文件已损坏；请用写它的程序打开后另存一份再试"
