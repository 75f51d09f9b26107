"""Archives that are cut, doubled, locked, or point to where they should not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hostile.archive import entry
from hostile.word import MAIN, OFFICE, PARAGRAPH, document, parts, relations, save

FILLER = "".join(f"<w:p><w:r><w:t>第{at}段</w:t></w:r></w:p>" for at in range(5000))


def truncated(folder: Path) -> Path:
    path = save(folder, body=FILLER)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def truncated_in_the_directory(folder: Path) -> Path:
    path = save(folder)
    path.write_bytes(path.read_bytes()[:-30])
    return path


def middle_cut_out(folder: Path) -> Path:
    """Bytes lost in transfer: the list of entries is there, the entries are not where it says."""
    path = save(folder, body=FILLER)
    data = path.read_bytes()
    path.write_bytes(data[:2000] + data[4000:])
    return path


def stream_overwritten(folder: Path) -> Path:
    whole = parts(FILLER)[MAIN]
    broken = whole.packed[:200] + b"\xff" * 200 + whole.packed[400:]
    return save(folder, replace(whole, packed=broken))


def wrong_checksum(folder: Path) -> Path:
    return save(folder, replace(parts()[MAIN], crc=12345))


def encrypted_entries(folder: Path) -> Path:
    return save(folder, replace(parts()[MAIN], flags=0x801))


def encrypted_package(folder: Path) -> Path:
    """What Word writes for a file with a password: an OLE file with two streams."""
    path = folder / "张三.docx"
    names = "".join(("EncryptionInfo", "\0" * 18, "EncryptedPackage")).encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names + bytes(4000))
    return path


def unknown_compression(folder: Path) -> Path:
    return save(folder, replace(parts()[MAIN], method=14))


def no_relations(folder: Path) -> Path:
    return save(folder, entry("_rels/.rels", relations()))


def no_document_part(folder: Path) -> Path:
    return save(
        folder, entry("_rels/.rels", relations(targets={"word/none.xml": "officeDocument"}))
    )


def document_outside(folder: Path) -> Path:
    target = 'Target="http://127.0.0.1:9/a.xml" TargetMode="External"'
    row = f'<Relationship Id="x" Type="{OFFICE}officeDocument" {target}/>'
    return save(folder, entry("_rels/.rels", relations(row)))


def document_points_to_itself(folder: Path) -> Path:
    return save(folder, entry("_rels/.rels", relations(targets={"_rels/.rels": "officeDocument"})))


def doubled_part(folder: Path) -> Path:
    return save(folder, added=(entry(MAIN, document(PARAGRAPH.replace("深", "够"))),))


def doubled_part_by_case(folder: Path) -> Path:
    return save(folder, added=(entry("Word/Document.XML", document(PARAGRAPH)),))


def path_traversal(folder: Path) -> Path:
    """Names that climb out, and a relation that does."""
    climbing = (
        "../../../../../../etc/cron.d/x",
        "/etc/passwd",
        "..\\..\\x.exe",
        "C:/x",
        "word/../../x",
    )
    targets = {"../../../../../../../../etc/passwd": "styles", "file:///etc/passwd": "numbering"}
    return save(
        folder,
        entry("word/_rels/document.xml.rels", relations(targets=targets)),
        added=tuple(entry(name, "x") for name in climbing),
    )


def external_template(folder: Path) -> Path:
    """The template, a picture, styles and comments all live on a server."""
    kinds = ("attachedTemplate", "image", "styles", "comments", "header", "subDocument", "frame")
    rows = (
        f'<Relationship Id="e{kind}" Type="{OFFICE}{kind}" Target="http://127.0.0.1:9/{kind}" TargetMode="External"/>'
        for kind in kinds
    )
    return save(folder, entry("word/_rels/document.xml.rels", relations(*rows)))


def names_that_break_lines(folder: Path) -> Path:
    doubled = entry("a\nb\u202e\x1b[31m", "x")
    return save(folder, added=(doubled, doubled))
