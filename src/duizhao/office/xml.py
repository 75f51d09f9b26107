"""The XML of a package part → elements, or a refusal: no document type, no entities, no network, bounded size."""

from __future__ import annotations

from functools import cache

from lxml import etree

from duizhao.office.limits import MAX_MARKUP

UTF_16 = (("utf-16-le", (b"\xff\xfe", b"<\0")), ("utf-16-be", (b"\xfe\xff", b"\0<")))
TOO_DEEP = "元素嵌套过深，不是正常的文档"


def whole_number(text: str | None, default: int = 0) -> int:
    """The value of an attribute as a whole number; `default` if it is missing or no number."""
    try:
        return int(text or "")
    except ValueError:
        return default


class Malformed(ValueError):
    """XML that we refuse. The message continues a sentence that begins with the name of the part."""


def parse(data: bytes, max_tags: int = MAX_MARKUP) -> etree._Element:
    """The root element of a part that has at most `max_tags` tags. Raises Malformed with the cause and the place."""
    utf8 = _as_utf8(data)
    if b"<!DOCTYPE" in utf8:
        raise Malformed("含有文档类型声明（DOCTYPE），可能藏有恶意实体，已拒绝读取")
    # Most parts have fewer bytes than they may have tags: nothing need be counted then.
    if len(utf8) > max_tags and max(utf8.count(b"<"), utf8.count(b"=")) > max_tags:
        raise Malformed(f"的标记超过 {max_tags:,} 个，不是正常的文档；请拆分后再试")
    try:
        return etree.fromstring(utf8, _parser())
    except etree.XMLSyntaxError as fault:
        raise Malformed(_cause(fault)) from None


@cache
def _parser() -> etree.XMLParser:
    # We set the encoding and ignore the one declared: otherwise a declaration of UTF-7 or EBCDIC could hide a document
    # type from the search for its bytes.
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
