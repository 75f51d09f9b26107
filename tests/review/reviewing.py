"""Reviews of Word files made by hand, and Word's two answers to tracked changes, given at the level of the XML."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import datetime

from lxml import etree

from duizhao.lint import Finding, Severity, Strength, rule
from duizhao.read import read_bytes
from duizhao.review import ReviewedPackage, review
from duizhao.text import Edit, Source, Span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
ID = re.compile(r' w:id="\d+"')
MOMENT = datetime(2026, 1, 2, 3, 4, 5)


@rule("DZ999", on=Source, severity=Severity.HINT, source="试验", strength=Strength.EVIDENT)
def planted(source: Source, reading: object) -> Iterable[tuple[Span, str]]:
    """试验的问题"""
    return ()


RULES = {"DZ999": planted}


def finding(source: Source, words: str, message: str = "此处有误。") -> Finding:
    """A finding on the first place where `words` stand."""
    at = source.text.index(words)
    return at_span(Span(at, at + len(words)), message)


def at_span(span: Span, message: str = "此处有误。", edits: tuple[Edit, ...] = ()) -> Finding:
    return Finding("DZ999", span, message, Severity.HINT, "试验", edits, asks="是不是？")


def reviewed(
    data: bytes, findings: Iterable[Finding], edits: Iterable[Edit] = ()
) -> ReviewedPackage:
    """The copy of a package with these findings and edits."""
    source = read_bytes(data, "试.docx")
    return review(data, source, list(findings), rules=RULES, edits=edits, moment=MOMENT)


def commented(data: bytes, author: str = "duizhao") -> list[str]:
    """The words that each comment of an author hangs on, in the order of the comments."""
    source = read_bytes(data, "试.docx")
    return [
        aside.span.of(source.text)
        for aside in source.asides
        if aside.kind == "comment" and aside.author == author
    ]


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def with_part(data: bytes, content: bytes, name: str = "word/document.xml") -> bytes:
    """The package with another part of this name."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
    return made.getvalue()


def appearance(data: bytes) -> list[tuple[str, str, str]]:
    """What the text shows, piece by piece: each character or object, how it is set, and what it stands in."""
    shown = []
    for run in etree.fromstring(part(data)).iter(W + "r"):
        if run.find(W + "commentReference") is not None:
            continue
        properties = run.find(W + "rPr")
        # A recorded change that is copied gets an id of its own.
        look = "" if properties is None else ID.sub("", etree.tostring(properties).decode())
        around = "/".join(etree.QName(each).localname for each in run.iterancestors())
        for child in run:
            name = etree.QName(child).localname
            if name == "t":
                words = child.text or ""
                if child.get(SPACE) != "preserve":
                    words = words.strip(" \t\r\n")
                shown += [(character, look, around) for character in words]
            elif name != "rPr":
                shown.append((name, look, around))
    return shown


def accepted(data: bytes, author: str = "duizhao") -> bytes:
    """The package as Word leaves it when all changes of an author are accepted."""
    return _answered(data, author, taken="ins", dropped="del")


def refused(data: bytes, author: str = "duizhao") -> bytes:
    """The package as Word leaves it when all changes of an author are refused."""
    return _answered(data, author, taken="del", dropped="ins")


def _answered(data: bytes, author: str, taken: str, dropped: str) -> bytes:
    root = etree.fromstring(part(data))
    for change in list(root.iter(W + dropped)):
        if change.get(W + "author") == author:
            change.getparent().remove(change)
    for change in list(root.iter(W + taken)):
        if change.get(W + "author") == author:
            parent = change.getparent()
            at = parent.index(change)
            for child in list(change):
                parent.insert(at, child)
                at += 1
            parent.remove(change)
            for text in parent.iter(W + "delText"):
                text.tag = W + "t"
    return with_part(data, etree.tostring(root))
