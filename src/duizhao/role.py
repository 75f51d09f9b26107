"""What a paragraph is on paper: `document` finds it, `layout` keys its table by it."""

from __future__ import annotations

from enum import Enum


class Role(Enum):
    """The role of a paragraph in a document. The value is its key in a layout file."""

    TITLE = "title"
    ROLE_LINE = "role-line"
    DATE_LINE = "date-line"
    SALUTATION = "salutation"
    HEADING_1 = "heading-1"
    HEADING_2 = "heading-2"
    HEADING_3 = "heading-3"
    HEADING_4 = "heading-4"
    BODY = "body"
    ATTACHMENT_NOTE = "attachment-note"
    SIGNATURE = "signature"
    DATE = "date"
    ATTACHMENT_LABEL = "attachment-label"
    ATTACHMENT_TITLE = "attachment-title"

    @property
    def label(self) -> str:
        """Its Chinese name."""
        return _LABELS[self]

    @property
    def level(self) -> int:
        """The level of a heading, from 1; 0 for any other role."""
        return int(self.value[-1]) if self.value.startswith("heading-") else 0


_LABELS = dict(
    zip(
        Role,
        ("标题", "署名行", "日期行", "称谓", "一级标题", "二级标题", "三级标题", "四级标题", "正文", "附件说明",
         "落款", "成文日期", "附件标识", "附件标题"),
        strict=True,
    )
)  # fmt: skip
