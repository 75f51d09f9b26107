"""The editor checks under the same configuration as `duizhao check`, and follows it when it changes."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types

from duizhao import api
from lsp.editor import Editor, editor, place

TEXT = "个人对照检查材料\n一、存在的问题\n（一）推进xx工作不力，服务于部职工不够。\n"
BARE = types.ClientCapabilities()
SLIP, BLANK = "DZ601", "DZ301"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "初稿").mkdir()
    (tmp_path / "duizhao.toml").write_text(f'select = ["{SLIP}"]', encoding="utf-8")
    return tmp_path


def uri(folder: Path, name: str = "初稿/a.txt") -> str:
    return (folder / name).as_uri()


async def codes(here: Editor, uri: str) -> set[object]:
    return {each.code for each in await here.diagnostics(uri)}


async def told_of_change(here: Editor, folder: Path, text: str) -> None:
    """The configuration is written, and the editor says so as it was asked to."""
    (folder / "duizhao.toml").write_text(text, encoding="utf-8")
    changed = types.FileEvent(uri(folder, "duizhao.toml"), types.FileChangeType.Changed)
    here.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))


def test_configuration_is_found_upwards_and_watched(folder: Path) -> None:
    async def scene() -> None:
        async with editor(folder) as here:
            here.open(uri(folder), TEXT)
            assert await codes(here, uri(folder)) == {SLIP}
            await here.until(lambda: here.watching)
            (wanted,) = here.watching[0].registrations
            assert wanted.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            await told_of_change(here, folder, f'select = ["{BLANK}"]')
            await here.until(lambda: here.publications[uri(folder)] == 2)
            assert await codes(here, uri(folder)) == {BLANK}

    asyncio.run(scene())


def test_an_editor_that_cannot_watch_sees_the_change_when_it_saves_or_types(folder: Path) -> None:
    async def scene() -> None:
        async with editor(folder, BARE) as here:
            here.open(uri(folder), TEXT)
            assert await codes(here, uri(folder)) == {SLIP}
            (folder / "duizhao.toml").write_text(f'select = ["{BLANK}"]', encoding="utf-8")
            here.change(uri(folder), (place((0, 0), (0, 0)), "县"))
            assert await codes(here, uri(folder)) == {BLANK}
            (folder / "初稿" / "duizhao.toml").write_text("ignore = ['DZ']", encoding="utf-8")
            document = types.TextDocumentIdentifier(uri(folder))
            here.client.text_document_did_save(types.DidSaveTextDocumentParams(document))
            await here.until(lambda: not here.shown[uri(folder)].diagnostics)
            assert here.watching == []

    asyncio.run(scene())


def test_faulty_configuration_is_told_once_and_the_one_before_holds(folder: Path) -> None:
    async def scene() -> None:
        async with editor(folder) as here:
            here.open(uri(folder), TEXT)
            assert await codes(here, uri(folder)) == {SLIP}
            await told_of_change(here, folder, 'selct = ["DZ3"]')
            await here.until(lambda: here.publications[uri(folder)] == 2)
            for _ in range(3):
                here.change(uri(folder), (place((0, 0), (0, 0)), "县"))
                assert await codes(here, uri(folder)) == {SLIP}
            (message,) = here.messages
            assert "是不是“select”？" in message
            assert message.endswith("改好之前按原先的配置检查")
            await told_of_change(here, folder, f'select = ["{BLANK}"]')
            await here.until(lambda: here.publications[uri(folder)] > 5)
            assert await codes(here, uri(folder)) == {BLANK}

    asyncio.run(scene())


def test_text_is_checked_even_where_the_first_configuration_has_a_fault(folder: Path) -> None:
    (folder / "duizhao.toml").write_text("[", encoding="utf-8")

    async def scene() -> None:
        async with editor(folder) as here:
            here.open(uri(folder), TEXT)
            assert {SLIP, BLANK} <= await codes(here, uri(folder))
            (message,) = here.messages
            assert "不是合格的 TOML" in message
            assert message.endswith("改好之前按默认配置检查")

    asyncio.run(scene())


def test_known_findings_silenced_rules_and_excluded_files_are_not_shown(folder: Path) -> None:
    known = folder / "baseline.json"
    checked = api.Checker(api.Config(select=(BLANK,))).check(api.Source(TEXT))
    api.write_baseline(known, api.fingerprints([checked]))
    (folder / "duizhao.toml").write_text(
        f'select = ["{BLANK}", "{SLIP}"]\nexclude = ["归档/*"]\nbaseline = "baseline.json"\n'
        f'[per-file]\n"定稿/*" = ["{SLIP}"]\n',
        encoding="utf-8",
    )

    async def scene() -> None:
        async with editor(folder) as here:
            for name in ("初稿/a.txt", "定稿/a.txt", "归档/a.txt"):
                here.open(uri(folder, name), TEXT + "再推进xx工作。\n")
            assert sorted(str(c) for c in await codes(here, uri(folder))) == [BLANK, SLIP]
            assert await here.marked(uri(folder), BLANK) == ["xx"]
            assert await codes(here, uri(folder, "定稿/a.txt")) == {BLANK}
            assert await codes(here, uri(folder, "归档/a.txt")) == set()

    asyncio.run(scene())
