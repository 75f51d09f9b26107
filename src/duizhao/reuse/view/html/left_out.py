"""What is not compared, folded: the excluded spans of the checked text, and the files that could not be read."""

from __future__ import annotations

from duizhao.page import escaped
from duizhao.reuse.view.shown import ShownCheck, ShownJoin
from duizhao.reuse.view.words import beginning, count_covered, left_out_lines, place
from duizhao.text import Source

MAX_LISTED_SPANS = 300


def left_out_html(shown: ShownCheck) -> str:
    found = shown.screened.excluded
    if not found:
        return ""
    source = Source(shown.text)
    sums = "".join(f"<li>{escaped(line)}</li>" for line in left_out_lines(found, shown.text))
    rows = "".join(
        f"<tr><td>{place(shown.name, source, each.span)}</td><td>{escaped(beginning(each.span.of(shown.text)))}</td>"
        f"<td>{escaped(each.reason)}</td><td>{escaped(each.source)}</td></tr>"
        for each in found[:MAX_LISTED_SPANS]
    )
    more = len(found) - MAX_LISTED_SPANS
    return (
        f"<details><summary>不计入的文字 {count_covered((each.span for each in found), shown.text)} 字</summary>"
        f"<ul>{sums}</ul><table><thead><tr><th>位置</th><th>文字</th><th>原因</th><th>来源</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>{f'<p>还有 {more} 处，见表格或 JSON</p>' if more > 0 else ''}</details>"
    )


def unread_html(shown: ShownJoin) -> str:
    if not shown.unread:
        return ""
    rows = "".join(
        f"<tr><td>{escaped(each.name)}</td><td>{escaped(each.reason)}</td></tr>"
        for each in shown.unread
    )
    return (
        f"<details><summary>没有比的 {len(shown.unread)} 份</summary>"
        "<table><thead><tr><th>文件</th><th>原因</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></details>"
    )
