"""XML that expands, reaches out, nests or is none."""

from __future__ import annotations

from pathlib import Path

from hostile.archive import entry
from hostile.word import CLOSE, MAIN, OPEN, PARAGRAPH, parts, save

LAUGHS = "".join(f'<!ENTITY l{at + 1} "{f"&l{at};" * 10}">' for at in range(9))
LAUGHTER = f'<!DOCTYPE x [<!ENTITY l0 "哈">{LAUGHS}]>'
XXE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd">%p;]>'
EXTERNAL = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'
TYPED_PARTS = tuple(parts())


def with_type(folder: Path, declaration: str, part: str = MAIN, reference: str = "") -> Path:
    """A document type in front of any part, used inside it."""
    namespaced = OPEN.partition(" ")[2] if part == MAIN else ""
    content = (
        OPEN + PARAGRAPH.replace("学习", reference) + CLOSE if namespaced else f"<x>{reference}</x>"
    )
    return save(folder, entry(part, declaration + content))


def entity_bomb(folder: Path) -> Path:
    return with_type(folder, LAUGHTER, reference="&l9;")


def entity_bomb_in_an_attribute(folder: Path) -> Path:
    return save(folder, entry(MAIN, LAUGHTER + OPEN + '<w:p w:a="&l9;"/>' + CLOSE))


def external_entity(folder: Path) -> Path:
    return with_type(folder, XXE, reference="&e;")


def external_parameter_entity(folder: Path) -> Path:
    return with_type(folder, PARAMETER)


def external_document_type(folder: Path) -> Path:
    return with_type(folder, EXTERNAL)


def entity_in_utf_16(folder: Path) -> Path:
    xml = (
        '<?xml version="1.0" encoding="UTF-16"?>'
        + XXE
        + OPEN
        + PARAGRAPH.replace("学习", "&e;")
        + CLOSE
    )
    return save(folder, entry(MAIN, xml.encode("utf-16")))


def entity_in_unmarked_utf_16(folder: Path) -> Path:
    return save(
        folder,
        entry(MAIN, (XXE + OPEN + PARAGRAPH.replace("学习", "&e;") + CLOSE).encode("utf-16-be")),
    )


def entity_in_utf_7(folder: Path) -> Path:
    """An encoding in which < is not <."""
    xml = XXE + OPEN + PARAGRAPH.replace("学习", "&e;") + CLOSE
    return save(
        folder,
        entry(
            MAIN,
            b'<?xml version="1.0" encoding="UTF-7"?>' + xml.encode("utf-7").replace(b"<", b"+ADw-"),
        ),
    )


def entity_in_ebcdic(folder: Path) -> Path:
    xml = '<?xml version="1.0" encoding="cp037"?>' + XXE + OPEN + "<w:p/>" + CLOSE
    return save(folder, entry(MAIN, xml.encode("cp037")))


def entity_in_utf_32(folder: Path) -> Path:
    return save(folder, entry(MAIN, (XXE + OPEN + PARAGRAPH + CLOSE).encode("utf-32")))


def external_include(folder: Path) -> Path:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    return save(folder, body=f"<w:p>{include}</w:p>{PARAGRAPH}")


def stylesheet(folder: Path) -> Path:
    return save(
        folder,
        entry(
            MAIN, '<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>' + OPEN + PARAGRAPH + CLOSE
        ),
    )


def deep(folder: Path, depth: int = 5000, tag: str = "w:sdt") -> Path:
    return save(folder, body=f"<{tag}>" * depth + PARAGRAPH + f"</{tag}>" * depth)


def deep_below_the_parser_limit(folder: Path) -> Path:
    return deep(folder, 240)


def deep_tables(folder: Path) -> Path:
    return deep(folder, 5000, "w:tc")


def deep_styles(folder: Path) -> Path:
    return save(folder, entry("word/styles.xml", "<a>" * 5000 + "</a>" * 5000))


def lone_surrogate_reference(folder: Path) -> Path:
    return save(folder, body="<w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p>")


def lone_surrogate_bytes(folder: Path) -> Path:
    xml = (OPEN + "<w:p><w:r><w:t>\ud800</w:t></w:r></w:p>" + CLOSE).encode(
        "utf-8", "surrogatepass"
    )
    return save(folder, entry(MAIN, xml))


def lone_surrogate_in_utf_16(folder: Path) -> Path:
    xml = ("\ufeff" + OPEN + "<w:p><w:r><w:t>\ud800</w:t></w:r></w:p>" + CLOSE).encode(
        "utf-16-le", "surrogatepass"
    )
    return save(folder, entry(MAIN, xml))


def nul(folder: Path) -> Path:
    return save(folder, body="<w:p><w:r><w:t>党\0员</w:t></w:r></w:p>")


def nul_reference(folder: Path) -> Path:
    return save(folder, body="<w:p><w:r><w:t>&#0;</w:t></w:r></w:p>")


def utf_16(folder: Path) -> Path:
    xml = '<?xml version="1.0" encoding="UTF-16"?>' + OPEN + PARAGRAPH + CLOSE
    return save(folder, entry(MAIN, xml.encode("utf-16")))


def direction_and_zero_width_marks(folder: Path) -> Path:
    return save(folder, body=PARAGRAPH.replace("学习", "学\u200b习\u202e\u2066\ufeff"))


def empty_part(folder: Path) -> Path:
    return save(folder, entry(MAIN, ""))


def cut_off(folder: Path) -> Path:
    return save(folder, entry(MAIN, OPEN + PARAGRAPH))
