"""The desk as Windows' Python serves it, driven by a real browser."""

from __future__ import annotations

import json
import shutil
import socket
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from bench.desk.client import DeskClient
from office_computer import OfficeComputer, Running, as_windows

from chromium import CHROMIUM, Page

pytestmark = [
    pytest.mark.wine,
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PORT = 18790
ENDS_WITHIN_SECONDS = 30
FIX = ".judge form[action$='/fix'] button"


@contextmanager
def desk(computer: OfficeComputer, *arguments: str) -> Iterator[Running]:
    command = [str(computer.python), "-m", "duizhao", "desk", "--no-browser", *arguments]
    with computer.started(*command) as running:
        yield running


def click(browser: Page, selector: str) -> None:
    """Do what leads to a new page, and wait until it is there."""
    element = f"document.querySelector({json.dumps(selector)})"
    browser.wait(f"{element} !== null")
    browser.ask(f"{element}.scrollIntoView({{block: 'center'}}); window.isOld = true")
    browser.click(selector)
    browser.wait("!window.isOld && document.readyState === 'complete'")


def packages(computer: OfficeComputer) -> dict[Path, tuple[int, int]]:
    """The size and the time of each file that the program consists of."""
    return {
        path: (path.stat().st_size, path.stat().st_mtime_ns)
        for path in (computer.program / "lib").rglob("*")
        if path.is_file()
    }


def test_two_files_are_dropped_fixed_and_taken_away(
    computer: OfficeComputer, browser: Page, tmp_path: Path
) -> None:
    names = {"faulty.docx": "张三 100%PATH% & 李四[1].docx", "good.docx": "王五（二稿）.docx"}
    for example, name in names.items():
        shutil.copy(EXAMPLES / example, tmp_path / name)
    downloads = tmp_path / "下载"
    before = packages(computer)
    with desk(computer, "--port", str(PORT)) as running:
        browser.size(1280, 900)
        browser.errors.clear()
        browser.call("Page.setDownloadBehavior", behavior="allow", downloadPath=str(downloads))
        browser.open(running.link())
        browser.wait("document.querySelector('form.put-in .progress') !== null")
        browser.drop([tmp_path / name for name in names.values()])
        browser.wait(
            "location.pathname.startsWith('/batches/') && document.querySelectorAll('#rows tr.read').length == 2"
        )
        batch = browser.ask("location.href")
        faulty = "[...document.querySelectorAll('#rows .name a')].find((a) => a.innerText.includes('张三'))"
        assert browser.ask(f"{faulty}.innerText") == names["faulty.docx"]
        browser.open(browser.ask(f"{faulty}.href"))
        browser.wait("document.querySelector('.keys:not([hidden])') !== null")
        click(browser, FIX)
        assert "已采用改法" in browser.ask("document.querySelector('.last-change').innerText")
        browser.open(batch)
        browser.settle()
        browser.ask("document.querySelector('button[name=form][value=review]').click()")
        browser.wait("document.querySelector('#made a[href$=\"/download\"]') !== null")
        browser.ask("document.querySelector('#made a[href$=\"/download\"]').click()")
        ends = time.monotonic() + ENDS_WITHIN_SECONDS
        while not (packed := list(downloads.glob("*.zip"))):
            assert time.monotonic() < ends
            time.sleep(0.05)
        with zipfile.ZipFile(packed[0]) as pack:
            stems = [Path(name).stem for name in names.values()]
            assert sorted(pack.namelist()) == sorted(f"{stem}（审阅稿）.docx" for stem in stems)
        assert not browser.errors
        # “结束” ends the program, and its worker.
        DeskClient(computer.data).post("/end")
        assert running.process.wait(ENDS_WITHIN_SECONDS) == 0, running.said()
    assert (computer.data / "duizhao.sqlite3").exists()
    assert not (computer.data / "running.json").exists()
    # Nothing is written among the program: offices put it where users may only read.
    assert packages(computer) == before


def test_killed_desk_starts_again_with_all_that_was_put_in(
    computer: OfficeComputer, browser: Page, tmp_path: Path
) -> None:
    data = as_windows(tmp_path / "数 据")
    one, other = tmp_path / "赵六.docx", tmp_path / "孙七 & 100%.docx"
    for each in (one, other):
        shutil.copy(EXAMPLES / "faulty.docx", each)
    place = ["--data", data, "--port", str(PORT + 80)]
    with desk(computer, "--data", data, "--port", str(PORT + 40), as_windows(one)) as running:
        running.link()
        # A second start hands its files to the first, and leads to the batch of them.
        second = computer.run(tmp_path, "desk", "--no-browser", *place, as_windows(other))
        assert second.code == 0, second
        assert "已经在运行" in second.err
        browser.open(second.err[second.err.index("http://") :].strip())
        browser.wait("document.querySelectorAll('#rows tr.read').length == 1")
        assert browser.ask("document.querySelector('#rows .name').innerText") == other.name
        running.process.kill()
        running.process.wait()
    with socket.create_server(("127.0.0.1", PORT + 80)), desk(computer, *place) as running:
        began = time.monotonic()
        link = running.link()
        print(f"the desk starts again in {time.monotonic() - began:.1f} s")
        assert f":{PORT + 80}/" not in link
        page = DeskClient(tmp_path / "数 据").get("/").text
        assert one.stem in page
        assert other.stem.replace("&", "&amp;") in page
