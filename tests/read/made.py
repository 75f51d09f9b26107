"""Word files made by hand, part by part: what python-docx cannot write is written as XML."""

from __future__ import annotations

import io
import zipfile

from duizhao.read import read_bytes
from duizhao.text import Source

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": WORD,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "far": "http://example.invalid/unknown",
    }.items()
)


def p(*inner: str, properties: str = "") -> str:
    """A paragraph; words that are no markup become a run."""
    content = "".join(part if part.startswith("<") else r(part) for part in inner)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def r(words: str, properties: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{t(words)}</w:r>"


def t(words: str) -> str:
    return f'<w:t xml:space="preserve">{words}</w:t>'


def document(body: str, root: str = "document", inner: str = "body") -> str:
    content = f"<w:{inner}>{body}</w:{inner}>" if inner else body
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'


def relations(targets: dict[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}{kind}" Target="{target}"/>'
        for at, (target, kind) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def package(parts: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A package with `body` and parts by kind: styles="<w:style …>", comments="<w:comment …>" and so on."""
    roots = {"header": "hdr", "footer": "ftr"}
    others = {
        f"word/{kind}.xml": document(content, roots.get(kind, kind), inner="")
        for kind, content in parts.items()
    }
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    overrides = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{main.replace("document.main", kind)}"/>'
        for kind in parts
    )
    return package(
        {
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{main}"/>{overrides}</Types>'
            ),
            "_rels/.rels": relations({"word/document.xml": "officeDocument"}),
            "word/_rels/document.xml.rels": relations({f"{kind}.xml": kind for kind in parts}),
            "word/document.xml": document(body),
            **others,
        }
    )


def with_document(main: str) -> bytes:
    """A package with this main part, written whole."""
    return package(
        {
            "_rels/.rels": relations({"word/document.xml": "officeDocument"}),
            "word/document.xml": main,
        }
    )


def source(body: str, **parts: str) -> Source:
    return read_bytes(docx(body, **parts), "试.docx")


def text(body: str, **parts: str) -> str:
    return source(body, **parts).text


def asides(kind: str, body: str, **parts: str) -> list[tuple[str, str, str]]:
    """Words, anchored text and author of every aside of a kind."""
    made = source(body, **parts)
    return [(a.text, a.span.of(made.text), a.author) for a in made.asides if a.kind == kind]
