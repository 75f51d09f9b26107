"""Older formats through Word or WPS on Windows, with an object that stands in for them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from duizhao import api, operating_system
from duizhao.errors import MissingTool, UnreadableDocument
from duizhao.read import libreoffice, read, word_over_com
from duizhao.read.word_over_com import OUT, save_copies

from .stand_in_word import BROKEN, OLE, ComError, StandInWord

TESTS = Path(__file__).resolve().parents[1]
PACKAGE = {
    "pythoncom.py": """
from read.stand_in_word import ComError as com_error, StandInWord

CLSCTX_SERVER, IID_IDispatch = 21, "{00020400-0000-0000-C000-000000000046}"

def CoCreateInstance(name, outer, context, interface):
    assert (name, outer, context, interface) == ("KWPS.Application", None, CLSCTX_SERVER, IID_IDispatch)
    return StandInWord()
""",
    "win32com/__init__.py": "",
    "win32com/client/__init__.py": "",
    "win32com/client/dynamic.py": "def Dispatch(new):\n    return new\n",
}
"""pywin32, as far as it is imported, with the stand-in behind it."""


@pytest.fixture
def originals(tmp_path: Path) -> list[Path]:
    (tmp_path / OUT).mkdir()
    paths = [tmp_path / f"{number:03}.doc" for number in range(3)]
    for path, data in zip(paths, ("一", BROKEN, "三"), strict=True):
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return paths


@pytest.fixture
def wps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """WPS is installed, LibreOffice is not."""
    for name, code in PACKAGE.items():
        place = tmp_path / "packages" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path / "packages")
    paths = [str(tmp_path / "packages"), str(TESTS), str(TESTS / "read")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))
    monkeypatch.setattr(word_over_com, "automation_servers", lambda _: ["KWPS.Application"])
    monkeypatch.setattr(libreoffice, "soffice", lambda: None)


def copies(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / OUT).iterdir())


def test_what_can_be_opened_is_copied_and_the_program_ends(
    originals: list[Path], tmp_path: Path
) -> None:
    word = StandInWord()
    save_copies(word, originals, ComError)
    assert copies(tmp_path) == ["000.docx", "002.docx"]
    assert read(tmp_path / OUT / "002.docx").text == "三"
    assert word.has_quit


def test_nobody_is_asked_and_no_macro_runs(originals: list[Path]) -> None:
    word = StandInWord()
    save_copies(word, originals, ComError)
    # ConfirmConversions, ReadOnly, AddToRecentFiles, PasswordDocument.
    assert {options for _, options in word.opened} == {(False, True, False, "-")}
    assert word.macros_were_off


@pytest.mark.parametrize("word", [StandInWord(count=2), StandInWord(visible=True)])
def test_program_in_which_somebody_works_stays_as_it_was(
    originals: list[Path], word: StandInWord
) -> None:
    before = word.Documents.Count
    save_copies(word, originals, ComError)
    assert not word.has_quit
    assert word.Documents.Count == before
    assert (word.DisplayAlerts, word.AutomationSecurity) == (-1, 1)


def test_program_whose_macros_cannot_be_switched_off_is_not_used(originals: list[Path]) -> None:
    class WithoutSwitch(StandInWord):
        def __setattr__(self, name: str, value: object) -> None:
            if name == "AutomationSecurity" and value == 3:
                raise AttributeError(name)
            super().__setattr__(name, value)

    word = WithoutSwitch()
    with pytest.raises(AttributeError):
        save_copies(word, originals, ComError)
    assert word.opened == []
    assert word.has_quit


def test_wps_file_is_read_by_a_process_that_asks_wps(wps: None, tmp_path: Path) -> None:
    path = tmp_path / "a.wps"
    path.write_bytes(OLE + "学习不够深入".encode())
    source = read(path)
    assert "学习不够深入" in source.text
    assert (source.format, source.origins, source.typography) == ("wps", (), None)


def test_several_files_share_a_call_and_a_bad_one_is_named(wps: None, tmp_path: Path) -> None:
    folder = tmp_path / "材料"
    folder.mkdir()
    for number, data in enumerate(("一", "二", "三")):
        (folder / f"{number}.doc").write_bytes(OLE + data.encode())
    (folder / "4.doc").write_bytes(OLE + BROKEN)
    outcomes = list(api.for_each([folder], lambda source, _: source.text[-1], api.Checker(), 1))
    assert outcomes[:3] == ["一", "二", "三"]
    assert outcomes[3].reason.startswith("WPS 打不开，文件可能已加密或损坏")


def test_what_word_cannot_open_is_tried_with_libreoffice(
    wps: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def convert(files, kind, _):
        asked.append((len(files), kind))
        return [None] * len(files), True

    monkeypatch.setattr(libreoffice, "soffice", lambda: "soffice")
    monkeypatch.setattr(libreoffice, "convert_call", convert)
    path = tmp_path / "a.doc"
    path.write_bytes(OLE + BROKEN)
    with pytest.raises(UnreadableDocument, match="WPS、LibreOffice 打不开"):
        read(path)
    assert asked == [(1, "ole")]


def test_web_page_is_not_given_to_word(wps: None, tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(b"<html><body>x</body></html>")
    with pytest.raises(MissingTool, match="需要 LibreOffice"):
        read(path)


def test_without_pywin32_word_is_not_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(word_over_com, "automation_servers", lambda _: ["Word.Application"])
    assert word_over_com.word_program() is None


def test_windows_without_any_of_them_says_where_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "soffice", lambda: None)
    monkeypatch.setattr(word_over_com, "automation_servers", lambda _: [])
    monkeypatch.setattr("duizhao.read.old_format.may_have_word", lambda: True)
    path = tmp_path / "a.doc"
    path.write_bytes(OLE)
    with pytest.raises(MissingTool, match="要用 Word、WPS 或 LibreOffice，这台电脑上没有找到"):
        read(path)


@pytest.mark.skipif(sys.platform == "win32", reason="asks the registry there")
def test_elsewhere_no_program_can_be_asked() -> None:
    assert operating_system.automation_servers(["Word.Application"]) == []
    assert not operating_system.may_have_word()
