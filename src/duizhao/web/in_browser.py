"""Opens the desk in a browser, or the reason why it did not start: after a double click there may be no terminal."""

from __future__ import annotations

import sys
import tempfile
from html import escape
from pathlib import Path

from duizhao.operating_system import launcher_shows_faults, open_page
from duizhao.web.data_folder import DataFolder, write_private

LEADING = '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url={}">'
FAULT = """\
<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>对照没有打开</title>
<style>
body {{ max-width: 40em; margin: 3em auto; padding: 0 1em; font: 1.05em/1.8 sans-serif; overflow-wrap: anywhere; }}
</style></head>
<body><h1>对照没有打开</h1><p>{}</p></body></html>
"""


def lead(folder: DataFolder, link: str) -> bool:
    """Lead a browser to the link: by a page that only this user may read, for all users see what is started."""
    return _show(folder.opening, LEADING.format(link))


def show_fault(folder: DataFolder, message: str) -> None:
    """Show in a browser why there is no desk, where no terminal shows it."""
    if launcher_shows_faults() or (sys.stderr is not None and sys.stderr.isatty()):
        return
    page = FAULT.format(escape(message))
    try:
        _show(folder.fault, page)
    except OSError:
        # The data folder itself may be what cannot be written.
        _show(Path(tempfile.mkdtemp(prefix="duizhao-")) / folder.fault.name, page)


def _show(path: Path, page: str) -> bool:
    write_private(path, page)
    return open_page(path)
