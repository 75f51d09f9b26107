"""Reports made file by file: the same whichever process rendered the parts, and whichever file was read by whom."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from duizhao import api

TEXT = "个人对照检查材料\n一、存在的问题\n（一）推进xx工作不力，于部职工意见大。\n二、整改措施\n每月学习一次。\n"
# What stands for a file's number until it is known, as a text might hold it.
LIKE_A_PLACE = f'{TEXT}"index": "\\u0000" "index": "\0" d\0 ××\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("材料")
    for number in range(40):
        (folder / f"{number:03}.txt").write_text(TEXT, encoding="utf-8")
    (folder / "007.txt").unlink()
    (folder / "007.docx").write_bytes(b"PK\x03\x04 cut off")
    return folder


@pytest.fixture(scope="module")
def checker() -> api.Checker:
    return api.Checker()


def content(report: str | bytes) -> object:
    """All of a report but the time at which it was made."""
    if isinstance(report, str):
        return report
    with ZipFile(BytesIO(report)) as book:
        return {name: book.read(name) for name in book.namelist() if name != "docProps/core.xml"}


@pytest.mark.parametrize("form", api.FORMATS.values(), ids=lambda form: form.name)
def test_parts_of_any_process_make_the_report_of_the_whole(
    folder: Path, checker: api.Checker, form: api.Format
) -> None:
    outcomes = list(api.check_paths([folder], checker))
    expected = content(form.render(api.make_report(outcomes, checker.rules)))
    writer = api.ReportWriter(form)
    for jobs in (1, 2):
        parts = api.for_each([folder], writer.render_text, checker, jobs)
        assert content(writer.assemble(parts, checker)) == expected


def made(checker: api.Checker, form: str) -> str:
    """A report of three texts, the second of which is full of what may be taken for a place."""
    writer = api.ReportWriter(api.FORMATS[form])
    sources = (
        api.Source(text, name=f"{number}.txt")
        for number, text in enumerate((TEXT, LIKE_A_PLACE, TEXT))
    )
    whole = writer.assemble(writer.render_parts(map(checker.check, sources), checker), checker)
    assert isinstance(whole, str)
    return whole


def test_results_of_sarif_name_their_own_file(checker: api.Checker) -> None:
    (run,) = json.loads(made(checker, "sarif"))["runs"]
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    assert uris == ["0.txt", "1.txt", "2.txt"]
    for result in run["results"]:
        at = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert uris[at["index"]] == at["uri"]


def test_words_like_a_place_stay_words_on_a_page(checker: api.Checker) -> None:
    page = made(checker, "html")
    assert [page.count(f'<article id="d{number}">') for number in (1, 2, 3)] == [1, 1, 1]
    assert 'd<span class="unseen">U+0000</span>' in page
    assert "\0" not in page


UNREAD = ("duizhao.report.xlsx", "duizhao.office.workbook")


def test_a_missing_tool_is_missed_before_the_first_file_is_read(
    checker: api.Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name in UNREAD]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    def files() -> Iterator[api.Failure]:
        raise AssertionError("asked for a file")
        yield

    with pytest.raises(api.DuizhaoError, match=r"尚未安装；请.+\[xlsx\]"):
        api.ReportWriter(api.FORMATS["xlsx"]).assemble(files(), checker)
