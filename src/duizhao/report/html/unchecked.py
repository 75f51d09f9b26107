"""The table of the files that were not checked: what happened to each, why, and what to do."""

from __future__ import annotations

from duizhao.page import escaped
from duizhao.report.report import RunSummary
from duizhao.report.run_tally import tally_line, unchecked_rows


def unchecked_table(run: RunSummary, done: int) -> str:
    """The tally of the run and the table; empty where every file was checked. `done` counts the checked files."""
    rows = "".join(
        f"<tr><td>{escaped(row.name)}</td><td>{row.fate}</td><td>{escaped(row.reason)}</td>"
        f"<td>{escaped(row.cure)}</td></tr>"
        for row in unchecked_rows(run)
    )
    if not rows:
        return ""
    heads = "<tr><th>文件</th><th>情况</th><th>原因</th><th>怎么办</th></tr>"
    said = escaped(tally_line(done, len(run.failures), run.passed_over))
    return (
        f'<section class="unchecked" aria-label="没有查到的文件"><p class="tally">{said}</p>'
        f"<table><thead>{heads}</thead><tbody>{rows}</tbody></table></section>"
    )
