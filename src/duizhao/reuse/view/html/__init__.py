"""Screening as one self-contained web page: texts side by side, shared passages in one colour.

Only the first pair of texts is open: a folded text costs the browser no layout.
"""

from __future__ import annotations

from pathlib import Path

from duizhao.page import asset, escaped, page
from duizhao.reuse.view.html.bar import bar_html
from duizhao.reuse.view.html.facing import facing_html
from duizhao.reuse.view.html.index import index_html
from duizhao.reuse.view.html.left_out import left_out_html, unread_html
from duizhao.reuse.view.html.summary import (
    fitting,
    foot_html,
    listed_pairs,
    summary_html,
    unshown,
)
from duizhao.reuse.view.shown import ShownCheck, ShownResult

HERE = Path(__file__).parent


def render(shown: ShownResult) -> str:
    """The page, as text to be written in UTF-8."""
    facings = listed_pairs(shown)
    open_ = sum(1 for _ in fitting(facings))
    texts = "".join(
        facing_html(number, each, shown, is_open=number == 1)
        for number, each in enumerate(facings[:open_], 1)
    )
    out = left_out_html(shown) if isinstance(shown, ShownCheck) else unread_html(shown)
    rest = "".join(f"<p>{each}</p>" for each in unshown(shown, len(facings), open_))
    index = f"{summary_html(shown, facings)}{index_html(shown, facings, open_)}"
    body = (
        f'{bar_html(shown)}<main><nav id="files" aria-label="目录">{index}'
        f"{rest}{out}</nav>{texts}</main><footer>{foot_html(shown)}</footer>"
    )
    return page(_title(shown), asset("page.css", HERE), body, asset("page.js", HERE))


def _title(shown: ShownResult) -> str:
    return f"{escaped(shown.name)} · 相同段落" if isinstance(shown, ShownCheck) else "相同段落"
