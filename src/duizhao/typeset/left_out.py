"""Notes on what a typeset copy leaves out of its source."""

from __future__ import annotations

from collections import Counter

from duizhao.text import Source

COUNTED = {
    "comment": "批注 {} 处",
    "footnote": "脚注 {} 处",
    "picture": "图片 {} 处",
    "header": "页眉 {} 种",
    "footer": "页脚 {} 种",
    "hidden": "隐藏文字 {} 处",
    "deleted": "修订中已删的文字 {} 处",
}


def left_out_notes(source: Source, marks: int) -> tuple[str, ...]:
    """Lines for users: what is left out, and what is set in another form."""
    found = Counter(aside.kind for aside in source.asides)
    lost = [note.format(found[kind]) for kind, note in COUNTED.items() if found[kind]]
    if marks:
        lost.append(f"Markdown 或压下标记 {marks} 处")
    lines = [f"没有带入新文件：{'、'.join(lost)}"] if lost else []
    if found["table"]:
        lines.append(f"表格 {found['table']} 个，其中的文字已逐格排成段落，请核对")
    if found["inserted"]:
        lines.append(f"修订中新增的文字 {found['inserted']} 处已按接受排入")
    return tuple(lines)
