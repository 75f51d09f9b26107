"""Every index that is opened is closed: by its `with`, by the checker that asked it, by the command that named it."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

from tests.reuse.prose import COPIED, prose

from duizhao import api
from duizhao.cli.commands import run
from duizhao.errors import DuizhaoError
from duizhao.lsp.checker_cache import CheckerCache

OPEN = Path("/proc/self/fd")
pytestmark = pytest.mark.skipif(not OPEN.is_dir(), reason="this system does not list open files")
STATEMENT = f"2023年度个人对照检查材料\n一、存在的问题\n{COPIED}\n二、整改措施\n一是多下乡。\n"


def open_in(folder: Path) -> list[str]:
    """The files in a folder that this process has open, by name; one that is open twice is there twice."""
    found = []
    for each in OPEN.iterdir():
        try:
            path = Path(os.readlink(each))
        except OSError:
            continue  # the list itself
        if path.parent == folder:
            found.append(path.name)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with api.ScreenIndex(tmp_path / "查重") as index:
        index.add(COPIED + prose(1), "甲")
        index.add(COPIED + prose(2), "乙")
    return tmp_path / "查重"


def test_index_is_closed_behind_its_with(folder: Path) -> None:
    with api.ScreenIndex(folder) as index:
        assert index.check(COPIED).matches
        assert open_in(folder)
    assert not open_in(folder)


def test_index_is_closed_when_its_with_fails(folder: Path) -> None:
    with pytest.raises(DuizhaoError), api.ScreenIndex(folder) as index:
        index.remove("没有")
    assert not open_in(folder)


def test_index_of_another_format_is_not_left_open(folder: Path) -> None:
    import sqlite3

    store = sqlite3.connect(folder / "screen.sqlite")
    store.execute("PRAGMA user_version=99")
    store.close()
    with pytest.raises(DuizhaoError, match="另一版程序"):
        api.ScreenIndex(folder)
    assert not open_in(folder)


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "新.txt"),
        ("check", "新.txt"),
        ("join",),
        ("join", "-o", "果.html"),
        ("list",),
        ("stats", "--format", "json"),
        ("remove", "甲"),
    ],
)
def test_command_closes_the_index(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(folder.parent)
    Path("新.txt").write_text(STATEMENT, encoding="utf-8")
    assert run(["screen", *arguments, "--index", "查重"]) < 2
    assert not open_in(folder)


def configured(folder: Path) -> api.Checker:
    return api.Checker(api.Config(select=("DZ8",), screen=api.Screening(index=folder)))


def test_checker_closes_what_its_threads_have_opened(folder: Path) -> None:
    found: list[int] = []
    together = threading.Barrier(3)

    def check(checker: api.Checker) -> None:
        together.wait()
        found.append(len(checker.check(api.Source(STATEMENT)).findings))

    with configured(folder) as checker:
        threads = [threading.Thread(target=check, args=(checker,)) for _ in range(3)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert found == [1, 1, 1]
        assert open_in(folder)
    assert not open_in(folder)


def test_closed_checker_opens_the_index_again(folder: Path) -> None:
    checker = configured(folder)
    before = checker.check(api.Source(STATEMENT)).findings
    checker.close()
    assert checker.check(api.Source(STATEMENT)).findings == before
    checker.close()
    assert not open_in(folder)


def test_one_thread_after_another_uses_one_index(folder: Path) -> None:
    with configured(folder) as checker:
        for _ in range(5):
            thread = threading.Thread(target=checker.check, args=(api.Source(STATEMENT),))
            thread.start()
            thread.join()
        assert open_in(folder).count("screen.sqlite") == 1


def test_checker_without_an_index_has_nothing_to_close() -> None:
    with api.Checker() as checker:
        checker.check(api.Source(STATEMENT))


def test_editor_closes_the_index_of_a_configuration_that_changed(folder: Path) -> None:
    settings = folder.parent / "duizhao.toml"
    settings.write_text(f'[screen]\nindex = "{folder.name}"\n', encoding="utf-8")
    cache = CheckerCache()
    checker, fault = cache.get(folder.parent)
    assert not fault
    checker.check(api.Source(STATEMENT))
    assert open_in(folder)
    settings.write_text("", encoding="utf-8")
    assert cache.get(folder.parent)[0] is not checker
    assert not open_in(folder)


def test_check_closes_the_configured_index(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    Path("duizhao.toml").write_text('[screen]\nindex = "查重"\n', encoding="utf-8")
    Path("新.txt").write_text(STATEMENT, encoding="utf-8")
    assert run(["check", "新.txt", "-o", "果.json"]) < 2
    assert "DZ802" in Path("果.json").read_text(encoding="utf-8")
    assert not open_in(folder)
