"""An announcement as a paper."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock

from duizhao import api
from duizhao.process import chinese_day
from duizhao.role import Role
from duizhao.web.announcements.announced_rows import HEADS
from duizhao.web.announcements.models import Announcement
from duizhao.web.desk import checking

FORMS = ("docx", "pdf")
WIDTHS = (11, 40, 44, 22, 39)
"""Of the columns, in mm: 156 together."""
ROW_HEIGHT = 10.0
_SETTING = Lock()


def paper_of(announcement: Announcement, form: str) -> tuple[str, bytes]:
    """The name and the bytes of the paper. Raises DuizhaoError."""
    paper = written(announcement)
    # One at a time: the typesetter for PDF serves one caller.
    with _SETTING:
        return f"{announcement.title}.{form}", _setter(form, checking.stamp()).set(paper)


def written(announcement: Announcement) -> api.WrittenPaper:
    """The title, the words before the rows, and a table of them: what the page shows, and nothing else."""
    words = [line.strip() for line in announcement.foreword.splitlines() if line.strip()]
    day = announcement.published_on or announcement.starts_on
    heads = ("序号", HEADS["problem"], HEADS["measures"], "责任单位、时限", HEADS["result"])
    rows = [api.FormRow(tuple(api.FormCell(each, is_label=True) for each in heads), ROW_HEIGHT)]
    for number, each in enumerate(announcement.rows, 1):
        owned = "\n".join(filter(None, (each["department"], each["deadline"])))
        done = "\n".join(filter(None, (each["state"], each["result"])))
        texts = (each["problem"], each["measures"], owned, done)
        cells = (api.FormCell(str(number), is_label=True), *map(api.FormCell, texts))
        rows.append(api.FormRow(cells, ROW_HEIGHT))
    parts: tuple[api.PaperLine | api.FormTable, ...] = (
        api.PaperLine(announcement.title, Role.TITLE),
        *(api.PaperLine(line) for line in words),
        api.FormTable(WIDTHS, tuple(rows), heads=1),
        api.PaperLine(announcement.dossier.unit.name, Role.SIGNATURE),
        api.PaperLine(chinese_day(day), Role.DATE),
    )
    return api.WrittenPaper(announcement.title, parts)


@lru_cache(maxsize=len(FORMS))
def _setter(form: str, stamp: str) -> api.PaperSetter:
    """Kept between papers, until the settings change."""
    config = checking.checker().config
    return api.PaperSetter(form, config.layout, config.fonts)
