"""Files of older formats of one run share a start of LibreOffice, and a bad one does not stop the others."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from duizhao import api, read
from duizhao.read import libreoffice
from duizhao.read.conversion_batch import converted_together

from . import made

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell's")

RTF = b"{\\rtf1 "
HTML = b"<html>"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[int]]:
    """A stand-in for soffice: a Word file for each file, none for `bad`, a crash at `crash`, no end at `hang`.

    Returns how many files each call was given.
    """
    program, log = tmp_path / "soffice", tmp_path / "log"
    copy = tmp_path / "copy.docx"
    copy.write_bytes(made.docx(made.p(made.r("在"))))
    program.write_text(
        f"""#!{sys.executable}
import pathlib, shutil, sys, time
at = sys.argv.index("--outdir")
out, files = pathlib.Path(sys.argv[at + 1]), sys.argv[at + 2:]
with open({str(log)!r}, "a") as log:
    log.write(f"{{len(files)}}\\n")
out.mkdir()
for name in files:
    data = pathlib.Path(name).read_bytes()
    if b"hang" in data:
        time.sleep(60)
    if b"crash" in data:
        sys.exit(1)
    if b"bad" not in data:
        shutil.copy({str(copy)!r}, out / (pathlib.Path(name).stem + ".docx"))
""",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "soffice", lambda: str(program))
    return lambda: [int(line) for line in log.read_text().split()]


def results(folder: Path, *contents: bytes) -> list[str]:
    """What reading each of these files gives in one run: the text, or the reason why not."""
    folder.mkdir(exist_ok=True)
    for number, content in enumerate(contents):
        (folder / f"{number:02}.rtf").write_bytes(content)
    outcomes = api.for_each([folder], _text, api.Checker(), 1)
    return [each.reason if isinstance(each, api.Failure) else each for each in outcomes]


def _text(source: api.Source, checker: api.Checker) -> str:
    return source.text


def test_one_call_for_all_files_of_a_kind(office: Callable[[], list[int]], tmp_path: Path) -> None:
    contents = [RTF + bytes([65 + at]) for at in range(5)]
    assert results(tmp_path / "a", *contents, HTML + b"1", HTML + b"2") == ["在"] * 7
    assert sorted(office()) == [2, 5]


def test_file_that_cannot_be_opened_is_asked_for_once(
    office: Callable[[], list[int]], tmp_path: Path
) -> None:
    found = results(tmp_path / "a", RTF + b"1", RTF + b"bad", RTF + b"3")
    assert [found[0], found[2]] == ["在", "在"]
    assert found[1].startswith("LibreOffice 打不开")
    assert office() == [3]


def test_crash_costs_the_others_nothing_but_time(
    office: Callable[[], list[int]], tmp_path: Path
) -> None:
    found = results(tmp_path / "a", RTF + b"1", RTF + b"crash", RTF + b"3", RTF + b"4")
    assert [found[0], *found[2:]] == ["在"] * 3
    assert found[1].startswith("LibreOffice 中途出错")
    assert office() == [4, 2, 1]


def test_file_without_end_costs_the_others_nothing_but_time(
    office: Callable[[], list[int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    convert = libreoffice.convert_call
    monkeypatch.setattr(libreoffice, "convert_call", lambda data, kind, _: convert(data, kind, 1.0))
    found = results(tmp_path / "a", RTF + b"1", RTF + b"2", RTF + b"hang", RTF + b"4")
    assert [*found[:2], found[3]] == ["在"] * 3
    assert "没有读完" in found[2]


def test_single_file_is_converted_where_it_is_read(
    office: Callable[[], list[int]], tmp_path: Path
) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(RTF)
    with converted_together([path, tmp_path / "b.txt"]) as converted:
        assert converted is None
    assert read.read(path).text == "在"
    assert office() == [1]
