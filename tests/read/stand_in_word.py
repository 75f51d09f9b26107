"""An object that answers as Word's does over COM, as far as we ask it. No Word runs here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from . import made

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BROKEN = b"broken"


class ComError(Exception):
    """What pywin32 raises when the other program refuses."""


class StandInDocument:
    """An open document: saves a Word file whose text is that of the original."""

    def __init__(self, documents: StandInDocuments, text: str) -> None:
        self._documents, self._text = documents, text

    def SaveAs(self, path: str, form: int) -> None:  # noqa: N802
        assert form == 12
        Path(path).write_bytes(made.docx(made.p(made.r(self._text))))

    def Close(self, changes: int) -> None:  # noqa: N802
        assert changes == 0
        self._documents.Count -= 1


class StandInDocuments:
    """The documents of the program, `Count` of them open."""

    def __init__(self, word: StandInWord, count: int) -> None:
        self._word, self.Count = word, count

    def Open(self, path: str, *options: Any) -> StandInDocument:  # noqa: N802
        self._word.opened.append((Path(path).name, options))
        self._word.macros_were_off &= self._word.AutomationSecurity == 3
        data = Path(path).read_bytes()
        if BROKEN in data:
            raise ComError(-2147352567)
        self.Count += 1
        return StandInDocument(self, data.removeprefix(OLE).decode())


class StandInWord:
    """The program: `opened` lists what it was asked to open, and how."""

    def __init__(self, count: int = 0, *, visible: bool = False) -> None:
        self.Documents = StandInDocuments(self, count)
        self.Visible = visible
        self.DisplayAlerts, self.AutomationSecurity = -1, 1
        self.opened: list[tuple[str, tuple[Any, ...]]] = []
        self.macros_were_off = True
        self.has_quit = False

    def Quit(self, changes: int) -> None:  # noqa: N802
        assert changes == 0
        self.has_quit = True
