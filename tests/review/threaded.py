"""A reviewed copy as Word saves it after people have answered: paragraph ids, replies, comments marked as done."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from copy import deepcopy

from lxml import etree
from reviewing import W, part, with_part

from read.made import PACKAGE

MICROSOFT = "http://schemas.microsoft.com/office/"
W14 = f"{{{MICROSOFT}word/2010/wordml}}"
W15 = f"{{{MICROSOFT}word/2012/wordml}}"
CID = f"{{{MICROSOFT}word/2016/wordml/cid}}"
CEX = f"{{{MICROSOFT}word/2018/wordml/cex}}"
NAMES = {"w14": W14[1:-1], "w15": W15[1:-1], "w16cid": CID[1:-1], "w16cex": CEX[1:-1]}
ANSWERING = "李某"
PARTS = {
    "commentsExtended": (f"{MICROSOFT}2011/relationships/commentsExtended", W15 + "commentsEx"),
    "commentsIds": (f"{MICROSOFT}2016/09/relationships/commentsIds", CID + "commentsIds"),
    "commentsExtensible": (
        f"{MICROSOFT}2018/08/relationships/commentsExtensible",
        CEX + "commentsExtensible",
    ),
}
"""The parts in which newer Words keep what belongs to comments: the kind of relation, the outermost element."""
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def answered(data: bytes, replies: Mapping[str, str], done: frozenset[str] = frozenset()) -> bytes:
    """The copy with a reply of 李某 to each comment named in `replies`, and the comments in `done` marked so."""
    comments, body = etree.fromstring(part(data, "word/comments.xml")), etree.fromstring(part(data))
    beside = {name: etree.Element(outermost, nsmap=NAMES) for name, (_, outermost) in PARTS.items()}
    marks = {}
    for comment in comments:
        key = comment.get(W + "id")
        marks[key] = _numbered(comment, len(marks))
        _row(beside, marks[key], done="1" if key in done else "0")
    for at, (key, words) in enumerate(replies.items()):
        reply = etree.SubElement(
            comments, W + "comment", {W + "id": str(900 + at), W + "author": ANSWERING}
        )
        run = etree.SubElement(etree.SubElement(reply, W + "p"), W + "r")
        etree.SubElement(run, W + "t").text = words
        _row(beside, _numbered(reply, 900 + at), done="0", paraIdParent=marks[key])
        _beside(body, key, str(900 + at))
    data = with_part(data, etree.tostring(comments), "word/comments.xml")
    return _with_parts(with_part(data, etree.tostring(body)), beside)


def _numbered(comment: etree._Element, at: int) -> str:
    """Give each paragraph an id; the last one's is what the thread goes by."""
    mark = ""
    for count, paragraph in enumerate(comment.iter(W + "p")):
        mark = f"{0x10000000 + at * 64 + count:08X}"
        paragraph.set(W14 + "paraId", mark)
    return mark


def _row(beside: Mapping[str, etree._Element], mark: str, **said: str) -> None:
    """What a comment has in each of the parts."""
    durable = f"2{mark[1:]}"
    attributes = {W15 + name: value for name, value in said.items()}
    extended, ids, extensible = (beside[name] for name in PARTS)
    etree.SubElement(extended, W15 + "commentEx", {W15 + "paraId": mark, **attributes})
    etree.SubElement(ids, CID + "commentId", {CID + "paraId": mark, CID + "durableId": durable})
    date = {CEX + "durableId": durable, CEX + "dateUtc": "2026-01-02T03:04:05Z"}
    etree.SubElement(extensible, CEX + "commentExtensible", date)


def _beside(body: etree._Element, key: str, new: str) -> None:
    """Word hangs a reply on the characters that the comment hangs on."""
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        (found,) = (each for each in body.iter(W + name) if each.get(W + "id") == key)
        if name == "commentReference":
            found = found.getparent()
        twin = deepcopy(found)
        found.addnext(twin)
        (twin if name != "commentReference" else twin[-1]).set(W + "id", new)


def _with_parts(data: bytes, beside: Mapping[str, etree._Element]) -> bytes:
    relations = etree.fromstring(part(data, "word/_rels/document.xml.rels"))
    types = etree.fromstring(part(data, "[Content_Types].xml"))
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name, content in beside.items():
            kind = {"Id": name, "Type": PARTS[name][0], "Target": f"{name}.xml"}
            etree.SubElement(relations, f"{{{PACKAGE}}}Relationship", kind)
            said = {"PartName": f"/word/{name}.xml", "ContentType": f"{TYPE}{name}+xml"}
            etree.SubElement(types, types.tag.replace("Types", "Override"), said)
            new.writestr(f"word/{name}.xml", etree.tostring(content))
        changed = {"word/_rels/document.xml.rels": relations, "[Content_Types].xml": types}
        for entry in old.namelist():
            new.writestr(
                entry, etree.tostring(changed[entry]) if entry in changed else old.read(entry)
            )
    return made.getvalue()


def rows(data: bytes) -> dict[str, tuple[str | None, str | None]]:
    """The rows of `commentsExtended`: each mark with its parent and whether it is done."""
    return {
        row.get(W15 + "paraId"): (row.get(W15 + "paraIdParent"), row.get(W15 + "done"))
        for row in etree.fromstring(part(data, "word/commentsExtended.xml"))
    }


def assert_whole(data: bytes) -> None:
    """Nothing points nowhere: comments and their marks in the text, rows and paragraphs, replies and parents."""
    comments, body = etree.fromstring(part(data, "word/comments.xml")), etree.fromstring(part(data))
    keys = [comment.get(W + "id") for comment in comments]
    assert len(keys) == len(set(keys))
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(each.get(W + "id") for each in body.iter(W + name)) == sorted(keys)
    marks = {each.get(W14 + "paraId") for each in comments.iter(W + "p")} - {None}
    assert set(rows(data)) <= marks
    assert {parent for parent, _ in rows(data).values()} - {None} <= set(rows(data))
    ids = etree.fromstring(part(data, "word/commentsIds.xml"))
    assert {row.get(CID + "paraId") for row in ids} == set(rows(data))
    extensible = etree.fromstring(part(data, "word/commentsExtensible.xml"))
    durable = {row.get(CEX + "durableId") for row in extensible}
    assert durable == {row.get(CID + "durableId") for row in ids}
