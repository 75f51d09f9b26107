"""What the stories of a document share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from duizhao.errors import UnreadableDocument
from duizhao.read.numbering import Numbering
from duizhao.read.styles import Styles

ELSEWHERE = {
    "altChunk": "正文嵌有另一个文件（altChunk），无法读到其中的文字；请用 Word 打开后另存为 .docx",
    "subDoc": "正文有一部分在另外的文件里（子文档），这里读不到；请用 Word 展开子文档并取消链接后另存为 .docx",
}
"""Elements that stand for words in another file, and why they cannot be read."""


@dataclass(slots=True)
class StoryContext:
    """The things that the stories of a document share. `reads_looks`: may the look of a run hide its
    text, or show other signs in place of it?"""

    part: str
    refuse: Callable[[str], UnreadableDocument]
    styles: Styles = field(default_factory=Styles)
    numbering: Numbering = field(default_factory=Numbering)
    reads_looks: bool = True
