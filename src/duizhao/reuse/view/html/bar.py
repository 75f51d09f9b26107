"""The bar at the top of the page: its name, the keys, and the meaning of colours."""

from __future__ import annotations

from duizhao.page import escaped
from duizhao.reuse.view.shown import ShownCheck, ShownResult

KEYS = (
    ("j", "→", "下一处相同段落"),
    ("k", "←", "上一处"),
    ("n", "", "下一份材料"),
    ("p", "", "上一份"),
    ("a", "", "全部展开或收起（打印只印展开的）"),
    ("?", "", "显示或收起本说明"),
)


def bar_html(shown: ShownResult) -> str:
    lines = "".join(
        f"<div><dt><kbd>{key}</kbd>{f' <kbd>{other}</kbd>' if other else ''}</dt><dd>{what}</dd></div>"
        for key, other, what in KEYS
    )
    name = (
        f'<span class="name">{escaped(shown.name)}</span>' if isinstance(shown, ShownCheck) else ""
    )
    return (
        f'<div class="bar"><h1>相同段落</h1>{name}<p class="keys" hidden><kbd>j</kbd> 下一处　<kbd>k</kbd> 上一处　'
        "<kbd>n</kbd> 下一份　<kbd>p</kbd> 上一份　<output></output> "
        '<button type="button" aria-expanded="false" aria-controls="help">? 说明</button></p>'
        f'<div id="help" hidden><dl>{lines}</dl><p>点一处相同段落，另一侧转到对应的地方。'
        "同一种颜色、同一个编号是同一处；"
        '<mark class="x">加深</mark>的字两侧不同，<i class="gap"></i>处对方多出几个字；'
        '<span class="out">灰字</span>没有计入共有文字，指着看为什么。</p></div></div>'
    )
