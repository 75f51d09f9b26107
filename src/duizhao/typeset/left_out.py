"""Notes on what a typeset copy leaves out of its source."""

from __future__ import annotations

from collections import Counter

from duizhao.text import AsideKind, Source

COUNTED = {
    AsideKind.COMMENT: "批注 {} 处",
    AsideKind.FOOTNOTE: "脚注 {} 处",
    AsideKind.PICTURE: "图片 {} 处",
    AsideKind.HEADER: "页眉 {} 种",
    AsideKind.FOOTER: "页脚 {} 种",
    AsideKind.HIDDEN: "隐藏文字 {} 处",
    AsideKind.DELETED: "修订中已删的文字 {} 处",
}


def left_out_notes(source: Source, marks: int) -> tuple[str, ...]:
    """Lines for users: what is left out, and what is set in another form."""
    found = Counter(aside.kind for aside in source.asides)
    lost = [note.format(found[kind]) for kind, note in COUNTED.items() if found[kind]]
    if marks:
        lost.append(f"Markdown 或压下标记 {marks} 处")
    lines = [f"没有带入新文件：{'、'.join(lost)}"] if lost else []
    if tables := found[AsideKind.TABLE]:
        lines.append(f"表格 {tables} 个，其中的文字已逐格排成段落，请核对")
    if inserted := found[AsideKind.INSERTED]:
        lines.append(f"修订中新增的文字 {inserted} 处已按接受排入")
    return tuple(lines)
