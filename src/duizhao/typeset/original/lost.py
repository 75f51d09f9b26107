"""What stands in a Word file and does not come along, by kind."""

from __future__ import annotations

from enum import Enum


class Lost(Enum):
    """A kind of object, or of picture, that a typeset copy cannot keep. The value is the message for `{}` of them."""

    CHART = "有 {} 个图表没有带过来，请在 Word 里复制、选择性粘贴为图片后再排"
    DIAGRAM = "有 {} 个 SmartArt 图形没有带过来，请在 Word 里存成图片后再排"
    EMBEDDED = "有 {} 个嵌入对象（如 Excel 表）没有带过来，请在 Word 里存成图片或表格后再排"
    TEXT_BOX = "有 {} 个文本框没有带框过来，其中的文字已排成段落，请核对位置"
    DRAWN = "有 {} 个手绘图形（线条、形状、组合）没有带过来"
    FORMULA = "有 {} 处公式只带来了文字，式样请核对"
    LINKED = "有 {} 张图片只是链接，文件里没有这张图，没有带过来；请在 Word 里改为嵌入"
    MISSING = "有 {} 张图片在文件里找不到或已损坏，没有带过来"
    UNKNOWN = "有 {} 张图片的格式认不出来，没有带过来；请在 Word 里换成 PNG 或 JPG"
    TOO_LARGE = "有 {} 张图片过大，没有带过来；请压缩图片后再排"
    TOO_MANY = "图片过多，有 {} 张没有带过来；请拆分后再排"
    UNPRINTABLE = (
        "有 {} 张图片（EMF、WMF、BMP、TIFF）排不进 PDF，没有带过来；请换成 PNG，或排成 .docx"
    )
    TOO_MANY_PIXELS = "有 {} 张图片像素过多，没有放进 PDF；请压缩图片后再排，或排成 .docx"
    IN_HEADER = "页眉、页脚里有 {} 张图片（如徽标、水印）没有带过来"
    WIDE_TABLE = "有 {} 个表格超过 63 列，其中的文字已逐格排成段落"
    DEEP_TABLE = "有 {} 个表格嵌套过深，其中的文字已逐格排成段落"

    def note(self, count: int) -> str:
        """The line for users."""
        return self.value.format(count)
