"""The page on layout files: every key with its meaning, its unit, the standard's figure and clause."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import Field, fields

from markdown import NOTE, table, toml

from duizhao.layout import (
    Basis,
    CharacterGrid,
    Gaps,
    Layout,
    Look,
    Margins,
    PageNumber,
    Paper,
    Role,
    SignaturePlace,
    TextColour,
    standard_layout,
)
from duizhao.layout.load import STANDARD

TABLES = {
    "paper": ("纸张", Paper),
    "margins": ("页边距", Margins),
    "grid": ("版心里的行与字", CharacterGrid),
    "text": ("文字", TextColour),
    "gaps": ("空行", Gaps),
    "signature": ("落款", SignaturePlace),
    "page-number": ("页码", PageNumber),
}
EXAMPLE = """\
title = "云溪县水务局版式"

[margins]
top = 35
bottom = { value = 33, clause = "第四条", strength = "must", within = 2 }

[roles.heading-2]
bold = true

[roles.title]
face = "华文中宋"

[fonts]
"华文中宋" = ["华文中宋", "STZhongsong"]
"""
OPENING = f"""\
# 版式文件

本单位的排版与 GB/T 9704—2012 不同时，把不同之处写成一个 TOML 文件，其余仍按标准：

```toml
{EXAMPLE}```

- 排版：`duizhao typeset 材料.docx -o 排版.docx --layout 版式.toml`。
- 字体：`duizhao fonts --layout 版式.toml` 列出其中各种字体这台机器上有没有。
- 检查：在 `duizhao.toml` 写 `layout = "版式.toml"`，DZ7xx 各条规则就按它查，`typeset` 和 `fonts` 也按它排、按它找。

一项可以只写值，也可以写成 `{{ value = 值, clause = "条款", strength = "强度", within = 容差 }}`：

| 写法 | 意思 |
| --- | --- |
| `value` | 值。长度可带小数，行数、字数是整数 |
| `clause` | 依据哪一条；发现里写作“{{title}} {{clause}}” |
| `strength` | `must` 应当，`usually` 一般，`practice` 惯例，`derived` 推算；不写则同标准。只有 `must` 会列为必改 |
| `within` | 相差多少仍算对，单位同值；不写则同标准的这一项 |

写错的键会报错，并提示最接近的键。下面各表列出全部的键，“标准”一栏是不写时的值。

`title` 是版式的名称，发现里以它为依据；不写则用文件名。
"""
ROLES = """\
## 各种段落 `[roles.…]`

每种段落有五项，键为 `roles.段落.项`，例如 `roles.heading-2.bold`：

"""
FONTS = """\
## 字体 `[fonts]`

每种字体按顺序列出它的名称：写进 Word 文件的是第一个，排 PDF 时取机器上先找到的一个，检查时哪一个都算对。
可以添上标准没有的字体，再在 `face` 里用它；中文的键要加引号。

"""


def layout_page() -> str:
    """Every key of a layout file; the test of this page names any that is left out."""
    by = standard_layout()
    parts = [NOTE + OPENING]
    for name, (title, kind) in TABLES.items():
        rows = [_row(f"{name}.{_key(each)}", each, by) for each in fields(kind)]
        parts.append(f"## {title} `[{name}]`\n\n{table(HEAD, rows)}")
    said = [(f"`{_key(each)}`", each.metadata["meaning"], _unit(each)) for each in fields(Look)]
    parts.append(f"{ROLES}{table(('项', '意思', '单位'), said)}\n{_roles(by)}")
    rows = [(f"`fonts.{face}`", toml(names)) for face, names in by.fonts.items()]
    parts.append(f"{FONTS}{table(('键', '标准'), rows)}")
    return "\n".join(parts)


HEAD = ("键", "意思", "单位", "标准", "容差", "依据", "强度")


def _row(key: str, said: Field[object], by: Layout) -> tuple[str, ...]:
    basis = by.bases[key]
    within = f"{basis.within:g}" if basis.within else ""
    value = f"`{toml(_figures()[key])}`"
    meaning = said.metadata["meaning"]
    return (
        f"`{key}`",
        meaning,
        _unit(said),
        value,
        within,
        _clause(basis),
        basis.strength.label,
    )


def _roles(by: Layout) -> str:
    heads = [f"`{_key(each)}`" for each in fields(Look)]
    rows = [
        (
            f"`roles.{role.value}`",
            role.label,
            *(_role_cell(f"roles.{role.value}.{_key(each)}", by) for each in fields(Look)),
        )
        for role in Role
    ]
    return table(("段落", "是什么", *heads), rows)


def _role_cell(key: str, by: Layout) -> str:
    clause = _clause(by.bases[key])
    return f"`{toml(_figures()[key])}`" + (f" {clause}" if clause else "")


def _figures() -> dict[str, object]:
    """The values of the standard's own file by their keys."""
    return dict(_flat(tomllib.loads(STANDARD.read_text(encoding="utf-8")), ""))


def _flat(given: dict[str, object], above: str) -> Iterator[tuple[str, object]]:
    for key, value in given.items():
        if isinstance(value, dict) and "value" not in value:
            yield from _flat(value, f"{above}{key}.")
        else:
            yield above + key, value["value"] if isinstance(value, dict) else value


def _key(said: Field[object]) -> str:
    return said.name.replace("_", "-")


def _unit(said: Field[object]) -> str:
    return str(said.metadata["unit"])


def _clause(basis: Basis) -> str:
    return basis.source.removeprefix("GB/T 9704-2012").strip()
