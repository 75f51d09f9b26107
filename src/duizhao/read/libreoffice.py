"""Older formats → Source, with LibreOffice if it is installed."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from duizhao.errors import MissingTool, UnreadableDocument
from duizhao.operating_system import end_with_children, office_programs, start_apart
from duizhao.read.converted_folder import converted_already
from duizhao.read.docx import read_docx
from duizhao.read.limits import MAX_OFFICE_BYTES, OFFICE_SECONDS
from duizhao.text import Source

# The import filter is named: if LibreOffice chooses, it takes a broken file for plain text. The first bytes decide, not
# the suffix: WPS Office writes .wps in Word's binary format, and many .doc files are RTF or web pages.
FILTERS = {
    "ole": (".doc", "MS Word 97"),
    "rtf": (".rtf", "Rich Text Format"),
    "odt": (".odt", "writer8"),
    "html": (".html", "HTML (StarWriter)"),
    "wordml": (".xml", "MS Word 2003 XML"),
}
LOOK_SECONDS = 0.2
"""How often to look whether a copy has come."""
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


def read_office(file: BinaryIO, name: str, kind: str, seconds: float = OFFICE_SECONDS) -> Source:
    """Convert and read a file of a kind in `FILTERS`. No origins, no typography: they would be those of a copy."""
    copy = io.BytesIO(convert(file, name, kind, seconds))
    return replace(read_docx(copy, name), origins=(), typography=None)


def convert(file: BinaryIO, name: str, kind: str, seconds: float = OFFICE_SECONDS) -> bytes:
    """The .docx that LibreOffice makes of a file of a kind in `FILTERS`. Raises MissingTool, UnreadableDocument."""
    if soffice() is None:
        raise MissingTool(
            f"{name}：读取旧格式文件需要 LibreOffice；请安装它，或用 Word、WPS 另存为 .docx"
        )
    size = file.seek(0, 2)
    if size > MAX_OFFICE_BYTES:
        raise UnreadableDocument(name, f"文件有 {size / 1e6:.0f} MB，过大；请另存为 .docx 后再试")
    file.seek(0)
    data = file.read()
    converted = converted_already(data)
    if converted is None:
        (converted,), is_whole = convert_call([data], kind, seconds)
        if not is_whole and converted is None:
            raise UnreadableDocument(
                name,
                f"LibreOffice 中途出错，或超过 {seconds:g} 秒没有读完；请用 Word、WPS 另存为 .docx",
            )
    if not converted:
        raise UnreadableDocument(
            name, "LibreOffice 打不开，文件可能已加密或损坏；请用 Word、WPS 另存为 .docx"
        )
    return converted


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
    with tempfile.TemporaryDirectory(prefix="duizhao-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        originals = [folder / f"{number:03}{suffix}" for number in range(len(files))]
        for original, data in zip(originals, files, strict=True):
            original.write_bytes(data)
        copies = [folder / "out" / f"{original.stem}.docx" for original in originals]
        command = _command(folder, import_filter, originals)
        with _running(command, folder) as process:
            is_whole = _waited(process, copies, seconds)
        # The last copy of a call that was stopped may be half written.
        made = [copy.read_bytes() if zipfile.is_zipfile(copy) else None for copy in copies]
    return made, is_whole


def _command(folder: Path, import_filter: str, originals: Sequence[Path]) -> list[str]:
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    return [
        *(str(soffice()), f"--infilter={import_filter}"),
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
        *("--convert-to", "docx", "--outdir", str(folder / "out"), *map(str, originals)),
    ]


def _waited(process: subprocess.Popen[bytes], copies: Sequence[Path], seconds: float) -> bool:
    """Wait for the end as long as each new copy takes no more than `seconds`; False for a crash or too long a wait."""
    done = 0
    while True:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with suppress(subprocess.TimeoutExpired):
                # It returns 0 even for files that it cannot open, and not for a crash.
                return process.wait(min(seconds, LOOK_SECONDS)) == 0
            if len(copies) > 1 and sum(map(Path.exists, copies)) > done:
                break
        else:
            return False
        done = sum(map(Path.exists, copies))


@contextmanager
def _running(command: list[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process, ended with its whole group: soffice starts a second process that does the work."""
    quiet = subprocess.DEVNULL
    environment = os.environ | {"HOME": str(folder), "TMPDIR": str(folder)}
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        **start_apart(),
    )
    try:
        yield process
    finally:
        end_with_children(process)
