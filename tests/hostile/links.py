"""Old-format files that want to load something from elsewhere when they are opened."""

from __future__ import annotations

import zipfile
from pathlib import Path


def web_page(folder: Path, outside: str) -> Path:
    path = folder / "张三.doc"
    path.write_text(
        f'<html><head><meta charset="utf-8"><link rel="stylesheet" href="{outside}"></head><body><p>正文</p>'
        f'<img src="{outside}"><iframe src="{outside}"></iframe><object data="{outside}"></object></body></html>'
    )
    return path


def rich_text(folder: Path, outside: str) -> Path:
    path = folder / "张三.rtf"
    fields = "".join(
        rf'{{\field{{\*\fldinst {kind} "{outside}"}}{{\fldrslt x}}}}'
        for kind in ("INCLUDEPICTURE", "INCLUDETEXT")
    )
    path.write_text(rf"{{\rtf1\ansi {{\*\template {outside}}}\u27491?\u25991?{fields}\par}}")
    return path


def open_document(folder: Path, outside: str) -> Path:
    path = folder / "张三.odt"
    kinds = {"office": "office", "text": "text", "draw": "drawing", "svg": "svg-compatible"}
    spaces = " ".join(
        f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for p, n in kinds.items()
    )
    link = f'xlink:href="{outside}" xlink:type="simple" xlink:actuate="onLoad"'
    body = (
        '<text:p>正文<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char">'
        f'<draw:image {link}/></draw:frame></text:p><text:section text:name="s"><text:section-source {link}/>'
        "<text:p>x</text:p></text:section>"
    )
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        entries = {"/": "application/vnd.oasis.opendocument.text", "content.xml": "text/xml"}
        rows = "".join(
            f'<m:file-entry m:full-path="{k}" m:media-type="{v}"/>' for k, v in entries.items()
        )
        file.writestr(
            "META-INF/manifest.xml", f'<m:manifest xmlns:m="{manifest}">{rows}</m:manifest>'
        )
        file.writestr(
            "content.xml",
            f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
    return path
