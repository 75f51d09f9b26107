"""What can be configured for ledgers. Each field is a key of the table [ledger], with its meaning."""

from __future__ import annotations

from duizhao.config.key import Shape, key
from duizhao.text import value


@value
class LedgerSettings:
    """How a new ledger looks, and when a deadline is near."""

    near_days: tuple[int, ...] = key(
        (),
        Shape.DAYS,
        "截止日期前几天起算临近，不写为 15；写两个数就分两档，如 20 天快到期、10 天临近",
        "near-days = [20, 10]",
    )
    show: tuple[str, ...] = key(
        (), Shape.WORDS, "平时隐藏、本单位要显示的列", 'show = ["问题类别", "配合单位"]'
    )
    hide: tuple[str, ...] = key(
        (), Shape.WORDS, "平时显示、本单位要隐藏的列；隐藏的列照常更新", 'hide = ["整改目标"]'
    )
    print: tuple[str, ...] = key(
        (),
        Shape.WORDS,
        "“打印”表有哪些列、叫什么名；列名可写台账的，也可写通行的别名，如“责任单位”“存在问题”",
        'print = ["序号", "姓名（职务）", "存在问题", "整改措施", "责任单位", "完成时限"]',
    )
