"""The configuration of screening. Each field is a key of the table [screen], with its meaning."""

from __future__ import annotations

from pathlib import Path

from duizhao.config.key import Shape, key
from duizhao.text import value


@value
class Screening:
    """The index that a check screens against, and the unit's own wording, which does not count."""

    index: Path | None = key(
        None,
        Shape.PATH,
        "索引所在的文件夹，由 `duizhao screen add` 建成，检查只读不写；不写则不查重",
        'index = "查重索引"',
    )
    phrases: tuple[Path, ...] = key(
        (),
        Shape.PATHS,
        "本单位的固定提法：文本文件，一行一句，# 开头的行是注；其中的话不算相同",
        'phrases = ["本单位提法.txt"]',
    )
    documents: tuple[Path, ...] = key(
        (),
        Shape.PATHS,
        "人人要照着写的文件（通知、方案、讲话），能读的格式都可以；其中的句子原样写进材料不算相同",
        'documents = ["关于开好民主生活会的通知.docx"]',
    )
    common_share: float | None = key(
        None,
        Shape.SHARE,
        "索引里超过这个比例的材料都有的话算常见说法，不算相同；不写为 0.05，至少 64 份",
        "common-share = 0.1",
    )
