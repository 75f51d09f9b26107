"""The index of an archive: a page that opens in any browser, with a link to each file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import quote

from django.template.defaultfilters import filesizeformat
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localdate

from duizhao.page import escaped, page
from duizhao.process import chinese_day
from duizhao.version import __version__
from duizhao.web.archive.package import MACHINE
from duizhao.web.meetings.models import Dossier
from duizhao.web.meetings.requirements import kind_of

STYLE = "body{max-width:56rem;margin:2rem auto;padding:0 1rem}td:last-child{white-space:nowrap}"
ABOUT_MACHINE = (
    "这个文件夹给程序用：档案.json 里是全部登记，清单.json 里是每个文件的校验码（SHA-256）。"
    "在另一处的对照里，用“档案”一页的“放入档案包”就能恢复成同样的一次会议。请不要改动包里的文件。"
)


def index_page(dossier: Dossier, files: Sequence[Mapping[str, Any]], remarks: Sequence[str]) -> str:
    """The page. The same files give the same page."""
    kind = kind_of(dossier)
    facts = [
        ("单位", dossier.unit.name),
        ("会议种类", kind.name if kind else dossier.kind),
        ("开会日期", chinese_day(dossier.held_on) if dossier.held_on else "没有记"),
        ("归档日期", chinese_day(localdate(dossier.closed_at)) if dossier.closed_at else ""),
        ("由什么做成", f"对照 {__version__}"),
    ]
    body = format_html(
        "<h1>{}</h1><table>{}</table>{}{}<h2>{}</h2><p>{}</p>",
        dossier.name,
        format_html_join("", "<tr><th>{}</th><td>{}</td></tr>", facts),
        _remarks(remarks),
        format_html_join("", "{}", ((each,) for each in _folders(files))),
        MACHINE,
        ABOUT_MACHINE,
    )
    return page(escaped(f"{dossier.name} 目录"), STYLE, body, "")


def _remarks(remarks: Sequence[str]) -> SafeString:
    if not remarks:
        return SafeString("")
    return format_html(
        "<h2>没有收进来的</h2><ul>{}</ul>",
        format_html_join("", "<li>{}</li>", ((each,) for each in remarks)),
    )


def _folders(files: Iterable[Mapping[str, Any]]) -> Iterable[SafeString]:
    shown = [each for each in files if not each["path"].startswith(f"{MACHINE}/")]
    for folder, inside in groupby(shown, key=lambda each: each["path"].partition("/")[0]):
        rows = format_html_join(
            "",
            '<tr><td><a href="{}">{}</a></td><td>{}</td></tr>',
            (
                (quote(each["path"]), each["path"].partition("/")[2], filesizeformat(each["size"]))
                for each in inside
            ),
        )
        yield format_html("<h2>{}</h2><table>{}</table>", folder, rows)
