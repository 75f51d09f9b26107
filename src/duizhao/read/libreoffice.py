"""Older formats → Word files, by LibreOffice."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from duizhao.operating_system import office_programs
from duizhao.read.conversion_call import OUT, call_program
from duizhao.read.limits import OFFICE_SECONDS

# The import filter is named: if LibreOffice chooses, it takes a broken file for plain text. The first bytes decide, not
# the suffix: WPS Office writes .wps in Word's binary format, and many .doc files are RTF or web pages.
FILTERS = {
    "ole": (".doc", "MS Word 97"),
    "rtf": (".rtf", "Rich Text Format"),
    "odt": (".odt", "writer8"),
    "html": (".html", "HTML (StarWriter)"),
    "wordml": (".xml", "MS Word 2003 XML"),
}
# No macros, no links out of the document, and a proxy that leads nowhere: a conversion makes no network call.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings">
<prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""


def soffice() -> str | None:
    """The LibreOffice program, or None if it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in office_programs() if Path(place).is_file()), None)


def convert_call(
    files: Sequence[bytes], kind: str, seconds: float = OFFICE_SECONDS
) -> tuple[list[bytes | None], bool]:
    """What one call of LibreOffice makes of files of one kind, and whether it ended well.

    A file that it cannot open has None. Each file may take `seconds`. A call that did not end well was stopped by the
    first file without a copy.
    """
    suffix, import_filter = FILTERS[kind]
    return call_program(partial(_command, import_filter), files, suffix, seconds)


def _command(import_filter: str, folder: Path, originals: Sequence[Path]) -> list[str]:
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    return [
        *(str(soffice()), f"--infilter={import_filter}"),
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
        *("--convert-to", "docx", "--outdir", str(folder / OUT), *map(str, originals)),
    ]
