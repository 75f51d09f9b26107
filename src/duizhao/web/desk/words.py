"""Words of the desk that are put together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePosixPath

from django.utils import timezone

from duizhao import api
from duizhao.web.desk.models import DeskFile, Version

USUAL_REASONS = ("已经核实，没有错", "引用的原文", "固定说法，就该这样写")
"""Why somebody puts a finding aside, offered on its card."""
NO_REASON = "不是问题"
GIVEN_REASON = "是对照检查材料"
"""Why it is put aside that a file is no statement."""
MAX_NAMED = 20
"""Files that are named in a row."""

SETTINGS_OVERTAKEN = "这一页打开之后，设置又改过了。请看看上面的内容，再保存一次。"


def batch_name(at: datetime) -> str:
    """The name of a batch that nobody has named: when it was put in."""
    return f"{moment(at)} 放入"


def moment(at: datetime) -> str:
    """A day and an hour as an office writes them: 2025年1月10日 09:30."""
    return f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}"


def accepted() -> str:
    """The suffixes that a browser offers when files are chosen."""
    return ",".join(sorted(api.readable_suffixes() | {".zip"}))


def left_packed(left: Sequence[tuple[str, str]]) -> str:
    """Why files of an archive were not taken out of it; empty if all were."""
    if not left:
        return ""
    named = "；".join(f"{name}：{reason}" for name, reason in left[:MAX_NAMED])
    more = f"；还有 {len(left) - MAX_NAMED} 份" if len(left) > MAX_NAMED else ""
    return f"压缩包里有 {len(left)} 份文件没有取出。{named}{more}"


def changes_in_words(source: api.Source, made: Sequence[api.Edit], wanted: int) -> str:
    """What was changed, for the list of versions: the first place, how many there are, and how many were not made."""
    first = api.edit_words(source, made[0])
    said = f"{first}等 {len(made)} 处" if len(made) > 1 else first
    left = wanted - len(made)
    return f"{said}；另有 {left} 处改不进 Word 文件，请在 Word 里改" if left else said


def version_name(version: Version) -> str:
    """The name of a version among the others of its file."""
    at = moment(timezone.localtime(version.made_at))
    return f"第 {version.number} 稿（{at}，{version.get_origin_display()}）"


def download_name(file: DeskFile, version: Version) -> str:
    """The name under which a version is downloaded: that of the file, with the number of a later version."""
    path = PurePosixPath(file.name)
    if version.number == 1:
        return path.name
    return f"{path.stem}（第{version.number}稿）{version.suffix}"


def no_rows(extract: api.FileExtract) -> str:
    """Why a file gives no row of a ledger; empty if it may."""
    if extract.is_report:
        return "写的是已经做了的整改，没有列入台账"
    return (
        ""
        if extract.is_statement
        else "不像对照检查材料，没有列入台账；确是的，打开它点“是对照检查材料”"
    )


def words_alone(last: Version, why: str) -> str:
    """Why a version that was typed is a text, and where the file itself is."""
    return f"只留了文字（.txt）：{why}；原来的 {last.suffix} 文件照旧，是第 {last.number} 稿"


def screening_scope(batch: str, count: int, other: str, others: int) -> str:
    """What is compared: `今年 30 份，两两相比，也与 去年 30 份相比`."""
    if not others:
        return f"{batch} {count} 份，两两相比"
    together = "，两两相比，也与" if count > 1 else "，与"
    return f"{batch} {count} 份{together} {other} {others} 份相比"
