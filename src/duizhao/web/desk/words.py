"""Words of the desk that are put together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from duizhao import api

USUAL_REASONS = ("已经核实，没有错", "引用的原文", "固定说法，就该这样写")
"""Why somebody puts a finding aside, offered on its card."""
NO_REASON = "不是问题"
MAX_NAMED = 20
"""Files that are named in a row."""

SETTINGS_OVERTAKEN = "这一页打开之后，设置又改过了。请看看上面的内容，再保存一次。"


def batch_name(at: datetime) -> str:
    """The name of a batch that nobody has named: when it was put in."""
    return f"{at.year}年{at.month}月{at.day}日 {at:%H:%M} 放入"


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


SETTINGS_OVERTAKEN = "这一页打开之后，设置又改过了。请看看上面的内容，再保存一次。"


def changes_in_words(source: api.Source, edits: Sequence[api.Edit]) -> str:
    """What was changed, for the list of versions: the first place, and how many there are."""
    first = api.edit_words(source, edits[0])
    return f"{first}等 {len(edits)} 处" if len(edits) > 1 else first
