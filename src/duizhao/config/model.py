"""The configuration. Each field is a key of duizhao.toml, with its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, field
from pathlib import Path
from typing import Any

from duizhao.config.key import Shape, key, keys_of
from duizhao.config.ledger import LedgerSettings
from duizhao.config.screening import Screening
from duizhao.lint import FindingOrder, Listing, Matter, Severity
from duizhao.text.value import value


@value
class Config:
    """The settings of a run. Globs count from `folder`, other paths from the working directory."""

    select: tuple[str, ...] = key(
        (),
        Shape.WORDS,
        "只用这些规则：编号、类（`DZ3`）或规则名；不写则全用",
        'select = ["DZ3", "DZ6"]',
    )
    ignore: tuple[str, ...] = key(
        (), Shape.WORDS, "不用这些规则，写法同 `select`", 'ignore = ["DZ406", "stock-phrase"]'
    )
    exclude: tuple[str, ...] = key(
        (), Shape.WORDS, "走文件夹时跳过的文件，写文件样式", 'exclude = ["归档/*", "*副本*"]'
    )
    profile: str | None = key(
        None,
        Shape.WORD,
        "按哪个活动模板检查（见 `duizhao profiles`）；不写则从文中认出",
        'profile = "2023"',
    )
    profiles: Path | None = key(
        None,
        Shape.PATH,
        "自备活动模板所在的文件夹，相对本文件；duizhao profiles new 照通知写一个",
        'profiles = "模板"',
    )
    as_statement: tuple[str, ...] = key(
        (),
        Shape.WORDS,
        "这些文件一定当作对照检查材料来查，不看像不像，写文件样式",
        'as-statement = ["写给支部的话*", "班子/*"]',
    )
    fonts: Path | None = key(
        None,
        Shape.PATH,
        "自备字体所在的文件夹，相对本文件，排 PDF 时与系统字体一起用",
        'fonts = "字体"',
    )
    layout: Path | None = key(
        None,
        Shape.PATH,
        "本单位的版式文件，只写与 GB/T 9704 不同的数值（各项见 docs/layout.md），相对本文件；"
        "检查 Word 文件的版式、排版、找字体时都以它为准",
        'layout = "版式.toml"',
    )
    author: str | None = key(
        None,
        Shape.WORD,
        "审阅稿里批注和修订的作者；不写则是 `duizhao`",
        'author = "督导组"',
    )
    baseline: Path | None = key(
        None, Shape.PATH, "基线文件：其中记下的旧发现不再报", 'baseline = "baseline.json"'
    )
    fail_on: Severity = key(
        Severity.WARNING, Shape.SEVERITY, "有这一级或更重的发现时，退出码为 1", 'fail-on = "必改"'
    )
    level: Severity = key(
        Severity.HINT,
        Shape.SEVERITY,
        "只列这一级和更重的发现，其余的只说有几处；退出码也只按列出的算",
        'level = "应改"',
    )
    only: Matter | None = key(
        None, Shape.MATTER, "只列内容或者只列版式，另一半只说有几处", 'only = "内容"'
    )
    order: FindingOrder = key(
        FindingOrder.URGENCY,
        Shape.ORDER,
        "发现的排列：按轻重，或者按在文中的位置",
        'order = "位置"',
    )
    units: tuple[str, ...] = key(
        (), Shape.WORDS, "本单位的名称，交给每条有 `units` 选项的规则", 'units = ["江州市水务局"]'
    )
    terms: tuple[str, ...] = key(
        (),
        Shape.WORDS,
        "本单位认可的词语，交给每条有 `terms` 选项的规则",
        'terms = ["河长制办公室"]',
    )
    per_file: Mapping[str, tuple[str, ...]] = key(
        dict, Shape.LISTS, "只对某些文件不用某些规则", '[per-file]\n"初稿/*" = ["DZ1"]'
    )
    rule: Mapping[str, Mapping[str, Any]] = key(
        dict,
        Shape.TABLES,
        "规则自己的选项，用规则名或编号",
        "[rule.endless-sentence]\nlimit = 150",
    )
    screen: Screening = key(
        Screening(),
        Shape.TABLE,
        "查重：给出索引，DZ8 各条规则才有可比的材料",
        '[screen]\nindex = "查重索引"',
    )
    ledger: LedgerSettings = key(
        LedgerSettings(),
        Shape.TABLE,
        "新台账的样子：哪些列显示、打印哪些列、几天算临近",
        "[ledger]\nnear-days = [20, 10]",
    )
    folder: Path = field(default=Path())

    @property
    def listing(self) -> Listing:
        """What a report lists."""
        return Listing(self.level, self.only, self.order)


def keys() -> dict[str, Field[Any]]:
    """The fields by their keys as users write them (`fail-on`)."""
    return keys_of(Config)
