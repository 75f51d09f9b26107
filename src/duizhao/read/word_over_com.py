"""Older formats → Word files, by Word or WPS where one is installed on Windows.

It is asked over COM, late bound, by a process of its own: `python -m duizhao.read.word_over_com program originals…`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from duizhao.operating_system import automation_servers
from duizhao.read.conversion_call import OUT, call_program
from duizhao.read.limits import OFFICE_SECONDS

PROGRAMS = {"Word.Application": "Word", "KWPS.Application": "WPS", "WPS.Application": "WPS"}
SUFFIXES = {"ole": ".doc", "rtf": ".rtf", "wordml": ".xml"}
"""By kind. A web page is not given to it: it would ask the net for the pictures."""
NO_ALERTS, MACROS_OFF = 0, 3
"""wdAlertsNone, msoAutomationSecurityForceDisable."""
WORD_FILE, UNSAVED = 12, 0
"""wdFormatXMLDocument, wdDoNotSaveChanges."""
NO_PASSWORD = "-"
"""Without one it would ask somebody who sees no window; with a wrong one an encrypted file is refused."""
ASIDE = ("DisplayAlerts", "AutomationSecurity")


def word_program() -> str | None:
    """The ProgID of Word or WPS, or None where neither can be asked."""
    if not (found := automation_servers(tuple(PROGRAMS))) or find_spec("win32com") is None:
        return None
    return found[0]


def convert_call(
    files: Sequence[bytes], kind: str, seconds: float = OFFICE_SECONDS
) -> tuple[list[bytes | None], bool]:
    """What one call of Word or WPS makes of files of one kind, as `libreoffice.convert_call` does it."""
    return call_program(partial(_command, str(word_program())), files, SUFFIXES[kind], seconds)


def _command(program: str, folder: Path, originals: Sequence[Path]) -> list[str]:
    (folder / OUT).mkdir()
    return [sys.executable, "-m", __name__, program, *map(str, originals)]


def main(program: str, *originals: str) -> None:
    """Ask a program for a Word file of each original."""
    import pythoncom
    from win32com.client import dynamic

    # A program of its own: asked for by its name, dynamic.Dispatch would take the one in which somebody works.
    new = pythoncom.CoCreateInstance(
        program, None, pythoncom.CLSCTX_SERVER, pythoncom.IID_IDispatch
    )
    save_copies(dynamic.Dispatch(new), map(Path, originals), pythoncom.com_error)


def save_copies(application: Any, originals: Iterable[Path], fault: type[Exception]) -> None:
    """Save a copy of each original that the application can open; `fault` is what it raises for the others.

    WPS may answer with the application in which somebody works already: that is left as it was, and stays open.
    """
    is_ours = application.Documents.Count == 0 and not application.Visible
    try:
        with _set_aside(application):
            for original in originals:
                with suppress(fault):
                    _save_copy(application, original)
    finally:
        if is_ours and application.Documents.Count == 0:
            application.Quit(UNSAVED)


@contextmanager
def _set_aside(application: Any) -> Iterator[None]:
    """Without messages and macros, as long as the block runs."""
    before = [(name, getattr(application, name)) for name in ASIDE]
    application.DisplayAlerts, application.AutomationSecurity = NO_ALERTS, MACROS_OFF
    try:
        yield
    finally:
        for name, value in before:
            setattr(application, name, value)


def _save_copy(application: Any, original: Path) -> None:
    # By place: late binding knows no names. Not converted with a question, read only, not among the recent files.
    document = application.Documents.Open(str(original), False, True, False, NO_PASSWORD)
    try:
        document.SaveAs(str(original.parent / OUT / f"{original.stem}.docx"), WORD_FILE)
    finally:
        document.Close(UNSAVED)


if __name__ == "__main__":
    main(*sys.argv[1:])
