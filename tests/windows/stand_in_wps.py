"""WPS as far as it is asked over COM, for wine: registered, found and called as a real one. Its copies are of one file.

Run as a program, it registers itself (with the file to copy) or takes that back.
"""

import shutil
import sys
import winreg
from pathlib import Path

from win32com.server.exception import COMException
from win32com.server.util import wrap

CLASS, PROGRAM = "{6E1C2D6B-2B1F-4B0E-8E0A-0B9B2B8D1234}", "KWPS.Application"
SETTINGS = r"Software\duizhao-stand-in"
MACROS_OFF = 3
E_FAIL = -2147467259


class Document:
    _public_methods_ = ("SaveAs", "Close")

    def __init__(self, documents):
        self._documents = documents

    def SaveAs(self, path, form):  # noqa: N802
        shutil.copy(winreg.QueryValue(winreg.HKEY_CURRENT_USER, SETTINGS), path)

    def Close(self, changes):  # noqa: N802
        self._documents.Count -= 1


class Documents:
    _public_methods_ = ("Open",)
    _public_attrs_ = ("Count",)

    def __init__(self, application):
        self._application, self.Count = application, 0

    def Open(self, path, *options):  # noqa: N802
        if (
            self._application.AutomationSecurity != MACROS_OFF
            or b"broken" in Path(path).read_bytes()
        ):
            raise COMException("refused", E_FAIL)
        self.Count += 1
        return wrap(Document(self))


class Application:
    _public_methods_ = ("Quit",)
    _public_attrs_ = ("Documents", "Visible", "DisplayAlerts", "AutomationSecurity")

    def __init__(self):
        self.Documents = wrap(Documents(self))
        self.Visible, self.DisplayAlerts, self.AutomationSecurity = False, -1, 1

    def Quit(self, changes):  # noqa: N802
        pass


def main(*copy):
    keys = {
        PROGRAM + r"\CLSID": CLASS,
        rf"CLSID\{CLASS}\InprocServer32": str(Path(sys.executable).with_name("pythoncom311.dll")),
        rf"CLSID\{CLASS}\PythonCOM": f"{Path(__file__).stem}.Application",
    }
    if not copy:
        for name in (*keys, PROGRAM, rf"CLSID\{CLASS}"):
            winreg.DeleteKey(winreg.HKEY_CLASSES_ROOT, name)
        return
    for name, value in keys.items():
        winreg.SetValue(winreg.HKEY_CLASSES_ROOT, name, winreg.REG_SZ, value)
    winreg.SetValue(winreg.HKEY_CURRENT_USER, SETTINGS, winreg.REG_SZ, copy[0])


if __name__ == "__main__":
    main(*sys.argv[1:])
