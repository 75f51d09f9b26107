"""PDF files made by the test: text at places, with a table that says which characters they are."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

WIDTH, HEIGHT = 595, 842
LEFT, SIZE, PITCH = 80, 16, 29
PER_LINE = 27
"""Characters of a full line, of which the right edge is at 80 + 27 × 16 = 512."""

TO_UNICODE = b"""/CIDInit /ProcSet findresource begin begincmap
/CMapName /Identity def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end"""

Placed = tuple[float, float, str]
"""The left edge and the base line of some text, in points from the lower left corner."""


def stream(data: bytes, more: str = "") -> bytes:
    return f"<</Length {len(data)}{more}>>stream\n".encode() + data + b"\nendstream"


def package(objects: Sequence[bytes]) -> bytes:
    """The file of some objects, numbered from 1; the first is the catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, len(out))
    )


def pdf(*pages: Sequence[Placed], told: bool = True, pictures: int = 0) -> bytes:
    """A file with text at these places; with `told` false, nothing says which characters they are."""
    contents = [
        "".join(
            f"BT /F {SIZE} Tf 1 0 0 1 {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n"
            for x, y, text in page
        )
        + "q 300 0 0 300 80 200 cm /I Do Q\n" * pictures
        for page in pages
    ]
    return drawn([content.encode() for content in contents], told=told)


def drawn(contents: Sequence[bytes], more: str = "", *, told: bool = True) -> bytes:
    """A file of one page for each stream of drawing."""
    first = 8
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(contents)))
    table = "/ToUnicode 5 0 R" if told else ""
    image = "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}>>".encode(),
        f"<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H{table}"
        "/DescendantFonts[4 0 R]>>".encode(),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/DW 1000/FontDescriptor 6 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        stream(TO_UNICODE),
        b"<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -120 1000 880]/Ascent 880"
        b"/Descent -120/CapHeight 700/StemV 80/ItalicAngle 0>>",
        stream(b"\x80", image),
    ]
    for at, content in enumerate(contents):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {first + 2 * at + 1}"
            " 0 R/Resources<</Font<</F 3 0 R>>/XObject<</I 7 0 R>>>>>>".encode()
        )
        objects.append(stream(zlib.compress(content), "/Filter/FlateDecode" + more))
    return package(objects)


def typed(*paragraphs: str, left: float = LEFT, top: float = 720) -> list[Placed]:
    """Paragraphs set in by two characters and broken at the width of the page, from `top` downwards."""
    placed: list[Placed] = []
    y = top
    for paragraph in paragraphs:
        text = "\0\0" + paragraph
        for at in range(0, len(text), PER_LINE):
            line = text[at : at + PER_LINE]
            shown = line.lstrip("\0")
            placed.append((left + SIZE * (len(line) - len(shown)), y, shown))
            y -= PITCH
    return placed
