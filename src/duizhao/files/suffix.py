"""The suffix of an output: one that a command does not write is refused, with the command that does."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from duizhao.errors import Unwritable

NEWER: Mapping[str, str] = {
    ".doc": ".docx", ".wps": ".docx", ".rtf": ".docx", ".odt": ".docx", ".dot": ".docx",
    ".xls": ".xlsx", ".et": ".xlsx", ".ods": ".xlsx", ".csv": ".xlsx",
    ".htm": ".html", ".md": ".txt", ".log": ".txt",
}  # fmt: skip
"""The suffix that we write, by one that people may mean by it."""

WRITERS: Mapping[str, str] = {
    ".docx": "写 Word 文件请用 duizhao review（审阅稿）或 duizhao typeset（排版）",
    ".pdf": "写 PDF 请用 duizhao typeset",
    ".xlsx": "写电子表格请用 duizhao check（检查结果）或 duizhao ledger（台账）",
    ".html": "写网页请用 duizhao check",
    ".txt": "写文本请用 duizhao check",
    ".json": "写 JSON 请用 duizhao check",
    ".sarif": "写 SARIF 请用 duizhao check",
    ".toml": "写活动模板请用 duizhao profiles new",
}
"""Which command writes files of a suffix."""

SPEAKING = {*NEWER, *WRITERS} - {".md", ".log"}
"""The suffixes by which people and programs know a format."""


def refuse_suffix(path: Path, own: Collection[str], option: str = "-o") -> None:
    """Raises Unwritable for a suffix that is not one of a command's `own`; `option` is what named the file."""
    suffix = path.suffix.lower()
    if suffix in own:
        return
    shown = "、".join(each for each in own if each)
    newer = NEWER.get(suffix, suffix)
    right = newer if newer in own else next(filter(None, own))
    remedy = f"请改成 {path.with_suffix(right).name}"
    if newer not in own and option == "-o":
        remedy = WRITERS.get(newer, remedy)
    wrong = f"这个命令不写 {suffix}，只写 {shown}" if suffix else f"文件名要有后缀（{shown}）"
    raise Unwritable(f"{option} {path}：{wrong}；{remedy}")
