"""The bar at the top of the page: its name, the buttons and keys that step, and the meaning of colours."""

from __future__ import annotations

from duizhao.page import escaped
from duizhao.reuse.view.shown import ShownCheck, ShownResult

STEPS = (
    ("change", "n", "p", "处不同"),
    ("passage", "j", "k", "段相同文字"),
    ("pair", "]", "[", "对材料"),
)
"""What is stepped through, with the keys that step on and back."""

KEYS = (
    ("n", "p", "下一处、上一处不同"),
    ("j", "k", "下一段、上一段相同文字，也可用 → ←"),
    ("]", "[", "下一对、上一对材料"),
    ("a", "", "全部展开或收起（打印只印展开的）"),
    ("?", "", "显示或收起本说明"),
)


def bar_html(shown: ShownResult, *, is_one_pair: bool = False) -> str:
    """The bar; where the page has one pair alone, no button steps to another."""
    name = (
        f'<span class="name">{escaped(shown.name)}</span>' if isinstance(shown, ShownCheck) else ""
    )
    steps = "".join(_step(*each) for each in STEPS[: 2 if is_one_pair else 3])
    lines = "".join(
        f"<div><dt><kbd>{key}</kbd>{f' <kbd>{other}</kbd>' if other else ''}</dt><dd>{what}</dd></div>"
        for key, other, what in KEYS
        if not (is_one_pair and key == "a")
    )
    return (
        f'<div class="bar"><h1>相同段落</h1>{name}'
        f'<div class="keys" role="toolbar" aria-label="逐处查看" hidden>{steps}'
        '<button type="button" data-key="?" aria-expanded="false" aria-controls="help">说明</button></div>'
        f'<div id="help" hidden><dl>{lines}</dl><p>点一段相同文字，另一侧转到对应的地方。'
        "同一种颜色、同一个编号是同一段；"
        '<mark class="x">加深</mark>的字两侧不同，<i class="gap"></i>处对方多出几个字；'
        '<span class="out">灰字</span>没有计入共有文字，指着看为什么。</p></div></div>'
    )


def _step(kind: str, on: str, back: str, what: str) -> str:
    return (
        f'<span class="step" data-kind="{kind}"><button type="button" data-key="{back}" aria-label="上一{what}" '
        f'title="上一{what}（{back}）">‹</button><span class="count"><small>{what[1:]}</small> <output></output></span>'
        f'<button type="button" data-key="{on}" aria-label="下一{what}" title="下一{what}（{on}）">›</button></span>'
    )
