"""Files of a folder that are not read: what an office calls them, why they are not read, and what to do.

This is the one place that decides what a run mentions and what it keeps silent about.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from duizhao.text import value
from duizhao.text.pattern import LazyPattern
from duizhao.text.visible import names_decoded, printable

SILENT_NAMES = frozenset(("thumbs.db", "desktop.ini", "icon\r"))
SILENT_STARTS = (".", "~$", "~wrl")
"""Hidden files, and Word's lock files of open documents."""
SILENT_SUFFIXES = frozenset((
    ".tmp", ".temp", ".part", ".crdownload", ".lock", ".log", ".db", ".ini", ".asd", ".wbk", ".toml", ".json", ".sarif",
))  # fmt: skip
BACKUP = LazyPattern(r"\.(?:bak|old|orig)\d*")
SILENT_FOLDERS = frozenset(("__macosx", "$recycle.bin", "system volume information"))
OTHER = "其他"


class UnreadKind(NamedTuple):
    """What an office calls a kind of file that is not read, why it is not, and what to do."""

    label: str
    reason: str
    cure: str


WORD_INSTEAD = "请用原来的 Word 文件"
KINDS = {
    UnreadKind("图片", "这是图片，里面的字读不出来", WORD_INSTEAD): (
        ".jpg .jpeg .png .gif .bmp .tif .tiff .webp .heic .heif .svg .wmf .emf .psd"
    ),
    UnreadKind("压缩包", "这是压缩包", "请先解压"): (
        ".zip .rar .7z .tar .gz .tgz .bz2 .xz .cab .iso"
    ),
    UnreadKind("表格", "这是表格", "里面如有材料，请另存为 .docx"): (
        ".xls .xlsx .xlsm .xlsb .et .ett .ods .csv .numbers"
    ),
    UnreadKind("演示文稿", "这是演示文稿", "里面如有材料，请另存为 .docx"): (
        ".ppt .pptx .pps .ppsx .pptm .dps .odp .key"
    ),
    UnreadKind("版式文件", "这是版式文件，里面的字读不出来", WORD_INSTEAD): ".ofd .ceb .cebx .xps .caj .djvu",
    UnreadKind("别种文档", "这种文档读不了", "请另存为 .docx"): (
        ".docm .dot .dotx .dotm .wpt .pages .fodt .uot .xml .tex .epub .one .eio .wpsx"
    ),
    UnreadKind("网页", "这是网页", "里面如有材料，请另存为 .docx"): ".htm .html .mht .mhtml .url .webloc",
    UnreadKind("邮件", "这是邮件", "请先取出附件"): ".eml .msg .mbox .pst",
    UnreadKind("录音录像", "这是录音或录像", "请用整理好的文字稿"): (
        ".mp3 .wav .m4a .amr .wma .aac .mp4 .mov .avi .wmv .mkv .flv"
    ),
    UnreadKind("快捷方式", "这是快捷方式", "请给出它指向的文件"): ".lnk",
}  # fmt: skip
BY_SUFFIX: Mapping[str, UnreadKind] = {
    suffix: kind for kind, suffixes in KINDS.items() for suffix in suffixes.split()
}
PRINT = UnreadKind("PDF", "旁边有同名的原件，用的是原件", "不用处理")
PDF_WITHOUT_READER = UnreadKind("PDF", "这里没有装读 PDF 的部分", WORD_INSTEAD)
LINKED_FOLDER = UnreadKind(
    "快捷方式", "这是另一个文件夹的链接，没有跟进去", "请直接给出它指向的文件夹"
)
WITHOUT_SUFFIX = UnreadKind(
    OTHER, "没有后缀，不知道是什么文件", "如果是材料，请另存为 .docx 或 .txt"
)


@value
class PassedOver:
    """A file of a folder that was not read: its kind as an office calls it, why, and what to do.

    `is_ours` marks what this program wrote itself.
    """

    path: Path
    kind: str
    reason: str
    cure: str = ""
    is_ours: bool = False

    @property
    def name(self) -> str:
        """The path as it is shown."""
        return printable(names_decoded(str(self.path)))

    @classmethod
    def ours(cls, path: Path, kind: str) -> PassedOver:
        """What this program wrote itself."""
        cure = "要查它，请直接写它的文件名" if path.suffix.lower() == ".docx" else ""
        return cls(path, kind, f"这是 duizhao 写的{kind}", cure, is_ours=True)

    @classmethod
    def of_kind(cls, path: Path, kind: UnreadKind) -> PassedOver:
        return cls(path, *kind)


def is_silent(name: str) -> bool:
    """Is it a name that nobody asks about: of a hidden file, a backup, or what a program keeps for itself?"""
    low = name.lower()
    if low.startswith(SILENT_STARTS) or low in SILENT_NAMES or low in SILENT_FOLDERS:
        return True
    suffix = Path(low).suffix
    return suffix in SILENT_SUFFIXES or bool(BACKUP.fullmatch(suffix))


def unread_kind(suffix: str) -> UnreadKind:
    """The kind of a file by its suffix in lower case."""
    if not suffix:
        return WITHOUT_SUFFIX
    other = UnreadKind(
        OTHER, f"不认识 {printable(suffix)} 格式", "如果是材料，请另存为 .docx 或 .txt"
    )
    return BY_SUFFIX.get(suffix, other)
