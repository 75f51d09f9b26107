"""Notes on what a typeset copy leaves out of its source."""

from __future__ import annotations

import re
from collections import Counter

from duizhao.text import Aside, AsideKind, Source
from duizhao.typeset.original import PlacedObjects
from duizhao.typeset.original.lost import Lost

PAGE_NUMBER = re.compile(r"[-—－–·~\s\d/第页共]*")

COUNTED = {
    AsideKind.COMMENT: "批注 {} 处",
    AsideKind.FOOTNOTE: "脚注 {} 处",
    AsideKind.HEADER: "页眉 {} 种",
    AsideKind.FOOTER: "页脚 {} 种",
    AsideKind.HIDDEN: "隐藏文字 {} 处",
    AsideKind.DELETED: "修订中已删的文字 {} 处",
}


def left_out_notes(
    source: Source, marks: int, objects: PlacedObjects, lost: Counter[Lost]
) -> tuple[str, ...]:
    """Lines for users: what is kept as it was, left out, or set in another form; `lost` are more of the latter."""
    found = Counter(aside.kind for aside in source.asides if not _is_page_number(aside))
    missing = [note.format(found[kind]) for kind, note in COUNTED.items() if found[kind]]
    if marks:
        missing.append(f"Markdown 或压下标记 {marks} 处")
    lines = [f"没有带入新文件：{'、'.join(missing)}"] if missing else []
    if kept := _kept(objects, lost.total()):
        lines.append(f"{kept}留在原处")
    if floating := _floating(objects):
        lines.append(f"浮动的图片 {floating} 张改为单独占一行，居中，请核对位置")
    if not objects and (tables := found[AsideKind.TABLE]):
        lines.append(f"表格 {tables} 个，其中的文字已逐格排成段落，请核对")
    if not objects and not objects.lost and (pictures := found[AsideKind.PICTURE]):
        lines.append(f"图片 {pictures} 张没有带过来")
    lines += [kind.note(count) for kind, count in (objects.lost + lost).items()]
    if inserted := found[AsideKind.INSERTED]:
        lines.append(f"修订中新增的文字 {inserted} 处已按接受排入")
    return tuple(lines)


def _is_page_number(aside: Aside) -> bool:
    """Whether a header or footer holds nothing but a page number, which a typeset copy has too."""
    return aside.kind in (AsideKind.HEADER, AsideKind.FOOTER) and bool(
        PAGE_NUMBER.fullmatch(aside.text)
    )


def _floating(objects: PlacedObjects) -> int:
    inside = (picture for table in objects.tables for picture in table.pictures)
    return sum(picture.shape.is_floating for picture in (*objects.pictures, *inside))


def _kept(objects: PlacedObjects, unprinted: int) -> str:
    """How many tables and pictures are kept; `unprinted` pictures are not."""
    tables = len(objects.tables)
    inside = sum(len(table.pictures) for table in objects.tables)
    pictures = len(objects.pictures) + inside - unprinted
    kept = (f"表格 {tables} 个" if tables else "", f"图片 {pictures} 张" if pictures else "")
    return "、".join(filter(None, kept))
