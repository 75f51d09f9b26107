"""A whole year at a desk, by one clerk with files alone: from the plan to the archive, and into next year's meeting."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

import pytest
from bench.desk.client import DeskClient
from bench.desk.running import running_desk
from year import Walker

from chromium import CHROMIUM, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
ROSTER = """\
姓名\t职务\t身份
方建民\t党组书记、局长\t主要负责人
陆小荷\t党组成员、副局长\t班子成员
"""
STATEMENT = """\
{year}年度民主生活会个人对照检查材料
云溪县粮食局 {who}
会前我参加集中学习2次，收到对我本人的意见3条，现对照检查如下。
一、存在的问题
（一）调查研究不够。{year}年我下乡12次，住下来的一次也没有，石桥库潮粮的事是保管员打来3次电话才知道。
二、产生问题的原因
（一）图省事，总觉得老库不会出事，把检查当成了走路线。
三、整改措施
（一）每月到库里住一晚，潮粮一周内翻仓。责任人：{who}；完成时限：{next}年3月31日前；完成标志：翻仓记录。
{who}
{year}年12月5日
"""
OPINION = "收购季节门口排队太长"


def statement(folder: Path, who: str, year: int) -> Path:
    path = folder / f"{who}对照检查材料.txt"
    path.write_text(STATEMENT.format(who=who, year=year, next=year + 1), encoding="utf-8")
    return path


def test_year_of_a_clerk_with_files_alone(browser: Page, tmp_path: Path) -> None:
    browser.size(1280, 2400)
    browser.errors.clear()
    browser.call("Page.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    with running_desk(tmp_path / "数据") as desk:
        browser.open(DeskClient(desk.data).link("/roster/"))
        clerk = Walker(browser, desk.base)
        meeting = planned(clerk)
        asked_and_talked(clerk, meeting)
        row = held(clerk, meeting, tmp_path)
        set_right(clerk, row, tmp_path)
        replied_and_closed(clerk, meeting, tmp_path)
        into_next_year(clerk, meeting, tmp_path)
    assert not browser.errors


def planned(clerk: Walker) -> str:
    """The roster is pasted, the meeting begun with this year's aspects. Returns its path."""
    clerk.send("/roster/preview", text=ROSTER)
    clerk.send("/roster/take-in")
    assert "陆小荷" in clerk.words
    clerk.open("/meetings/")
    clerk.send("/meetings/begin", kind="democratic-life", year="2025", held_on="2025-12-20")
    assert "方建民" in clerk.words
    return clerk.path.removesuffix("plan/")


def asked_and_talked(clerk: Walker, meeting: str) -> None:
    """Opinions from paper are typed in, a talk is marked."""
    clerk.open(f"{meeting}opinions/enter")
    assert OPINION in clerk.send("", typed=OPINION)
    clerk.open(f"{meeting}talks/")
    clerk.browser.click("button.talked")
    clerk.browser.wait("document.querySelectorAll('button.talked.yes').length > 0")


def put_in(clerk: Walker, meeting: str, papers: list[Path]) -> None:
    """Statements are put in, and it is confirmed whose they are."""
    clerk.open(f"{meeting}statements/")
    clerk.browser.choose("form.put-in input[multiple]:not([webkitdirectory])", papers)
    clerk.browser.wait(f"document.querySelectorAll('.matches select').length == {len(papers)}")
    clerk.send("/statements/match")


def held(clerk: Walker, meeting: str, folder: Path) -> str:
    """Statements are put in, the ledger is taken, the meeting is held. Returns the path of a row."""
    put_in(clerk, meeting, [statement(folder, who, 2025) for who in ("方建民", "陆小荷")])
    batch = clerk.link(r"/batches/\w+/")
    clerk.open(f"{batch}ledger/")
    assert "调查研究不够" in clerk.send("/ledger/take")
    row = clerk.link(r"/rectification/rows/\w+/")
    clerk.open(f"{meeting}meeting/")
    clerk.browser.click("[aria-label='其余都到会']")
    clerk.browser.wait(
        "document.querySelector('#attendance .tally')?.innerText.includes('到会 2 人')"
    )
    clerk.send("/meeting/details", began="9:00", ended="11:30", recorder="何燕")
    return row


def set_right(clerk: Walker, row: str, folder: Path) -> None:
    """A row is begun, reported with a file, accepted by somebody else."""
    clerk.open(row)
    clerk.send("/advance", **{"start-on": "2025-12-22"})
    evidence = folder / "翻仓记录.txt"
    evidence.write_text("2026年1月到石桥库3次", encoding="utf-8")
    clerk.send(
        "/report",
        {"form[action$='/report'] [name=file]": evidence},
        happened_on="2026-03-01",
        text="到库里住了三晚，潮粮翻完",
    )
    clerk.browser.ask("document.querySelector('[value=submit]').closest('form').requestSubmit()")
    clerk.says("待验收")
    clerk.browser.ask("document.querySelector('[name=close-acceptor]').value = '何燕'")
    clerk.browser.ask("document.querySelector('[value=close]').closest('form').requestSubmit()")
    clerk.says("已销号")


def replied_and_closed(clerk: Walker, meeting: str, folder: Path) -> None:
    """The opinion is answered, the meeting closed and packed into an archive."""
    clerk.open(f"{meeting}opinions/")
    clerk.open(clerk.link(r"/opinions/\w+/"))
    clerk.send("/reply", reply="增开两个磅秤，十点以前不用排队")
    clerk.open(f"{meeting}papers/")
    clerk.open(f"{meeting}plan/")
    clerk.send("/plan/close")
    clerk.open(f"{meeting}archive/")
    clerk.send("/archive/make")
    clerk.browser.wait("document.querySelector('main a[href$=\"/download\"]') !== null", 120)
    clerk.browser.click("main a[href$='/download']")
    ends = time.monotonic() + 60
    while not (found := list(folder.glob("*.zip"))):
        assert time.monotonic() < ends, "no archive came"
        time.sleep(0.05)
    with zipfile.ZipFile(found[0]) as package:
        names = package.namelist()
    assert any("陆小荷" in name for name in names), names


def into_next_year(clerk: Walker, meeting: str, folder: Path) -> None:
    """Next year's meeting begins with these people; their statements are asked about last year's promises."""
    clerk.open(f"{meeting}plan/")
    assert "2026年度民主生活会" in clerk.send("/plan/next")
    assert "陆小荷" in clerk.words
    put_in(clerk, clerk.path.removesuffix("plan/"), [statement(folder, "陆小荷", 2026)])
    clerk.open(clerk.link(r"/statements/\w+/"))
    assert "调查研究不够" in clerk.words
    assert "上年度" in clerk.words
