"""Older formats go through LibreOffice: in a private profile, for a limited time, leaving nothing behind."""

from __future__ import annotations

import os
import shutil
import socketserver
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest

from duizhao.errors import MissingTool, UnreadableDocument
from duizhao.read import libreoffice, old_format, read, read_bytes
from hostile import links

needs_libreoffice = pytest.mark.skipif(
    libreoffice.soffice() is None, reason="LibreOffice is not installed"
)
TEXT = "对照检查材料\n一是理论学习不够深入。"


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One statement in every old format."""
    folder = tmp_path_factory.mktemp("old")
    written = docx.Document()
    for line in TEXT.split("\n"):
        written.add_paragraph(line)
    written.save(folder / "a.docx")
    profile = (folder / "profile").as_uri()
    for form in ("doc", "rtf", "odt"):
        command = (
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            str(folder),
            str(folder / "a.docx"),
        )
        subprocess.run(
            [str(libreoffice.soffice()), f"-env:UserInstallation={profile}", *command],
            check=True,
            timeout=600,
        )
    shutil.copy(folder / "a.doc", folder / "a.wps")
    shutil.copy(folder / "a.doc", folder / "really-a-doc.docx")
    shutil.copy(folder / "a.rtf", folder / "really-an-rtf.doc")
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT.split("\n"))
    page = f'<html><head><meta charset="gb2312"></head><body>{paragraphs}</body></html>'
    (folder / "really-html.doc").write_bytes(page.encode("gbk"))
    return folder


@pytest.mark.libreoffice
@needs_libreoffice
@pytest.mark.parametrize(
    "name", ["a.doc", "a.wps", "a.rtf", "a.odt", "really-a-doc.docx", "really-an-rtf.doc"]
)
def test_old_formats_are_read(converted: Path, name: str) -> None:
    source = read(converted / name)
    assert source.text.strip() == TEXT
    assert (source.path, source.format, source.origins) == (
        converted / name,
        name.rpartition(".")[2],
        (),
    )


def test_text_under_the_name_of_a_doc_needs_no_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(TEXT.encode("gbk"))
    assert read(path).text == TEXT


@pytest.mark.libreoffice
@needs_libreoffice
def test_broken_old_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + os.urandom(3000))
    with pytest.raises(UnreadableDocument) as raised:
        read(path)
    assert "LibreOffice 打不开" in str(raised.value)


@pytest.fixture
def server() -> Iterator[tuple[str, list[bytes]]]:
    """An address, and who called there."""
    calls: list[bytes] = []

    class Listener(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            calls.append(self.request.recv(200))

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Listener) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_address[1]}/x.html", calls
        listening.shutdown()


@pytest.mark.libreoffice
@needs_libreoffice
@pytest.mark.parametrize("case", [links.web_page, links.rich_text, links.open_document])
def test_conversion_makes_no_call(
    case: Callable[[Path, str], Path], server: tuple[str, list[bytes]], tmp_path: Path
) -> None:
    address, calls = server
    assert "正文" in read(case(tmp_path, address)).text
    assert calls == []


@pytest.mark.libreoffice
@needs_libreoffice
@pytest.mark.parametrize("case", [links.web_page, links.rich_text, links.open_document])
def test_words_of_another_file_do_not_come_into_the_text(
    case: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("<html><body><p>SECRET</p></body></html>")
    try:
        text = read(case(tmp_path, secret.as_uri())).text
    except UnreadableDocument as refusal:
        text = str(refusal)
    assert "SECRET" not in text


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A soffice that never ends and has a child of its own."""
    program = tmp_path / "soffice"
    program.write_text(
        f"#!/bin/sh\n{sys.executable} -c 'import time; time.sleep(60)' &\necho $! > {tmp_path}/pid\nwait\n"
    )
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "soffice", lambda: str(program))
    return tmp_path


def test_conversion_that_hangs_is_ended_with_its_children(
    slow: Path,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    temporary = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    with (
        (tmp_path / "a.doc").open("w+b") as file,
        pytest.raises(UnreadableDocument, match=r"超过 0\.5 秒"),
    ):
        old_format.read_office(file, "a.doc", "ole", seconds=0.5)
    child = int((slow / "pid").read_text())
    for _ in range(100):
        if _gone(child):
            break
        time.sleep(0.02)
    assert _gone(child)
    assert not any(name.startswith("duizhao-") for name in os.listdir(temporary))


def _gone(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"


def test_missing_libreoffice_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "soffice", lambda: None)
    path = tmp_path / "a.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(MissingTool, match="需要 LibreOffice；请安装它"):
        read(path)
    with pytest.raises(MissingTool):
        read_bytes(b"{\\rtf1 x}")
