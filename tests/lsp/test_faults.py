"""Whatever goes wrong is one line of Chinese in the editor, and the server goes on."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

from lsprotocol import types

from duizhao.read import MAX_CHARACTERS
from lsp.editor import Editor, editor, place

LINE = "（一）推进xx工作不力，服务于部职工不够。\n"
SLIP = "DZ601"
WITHOUT_PYGLS = "import sys; sys.modules['pygls'] = None; from duizhao.cli import main; main()"
WITH_A_FAULT = """
from duizhao import api
check = api.Checker.check
def breaking(checker, source):
    if "坏" in source.text:
        raise RuntimeError("planted")
    return check(checker, source)
api.Checker.check = breaking
from duizhao.cli import main
main()
"""


def test_missing_extra_is_one_line_that_says_what_to_install() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_PYGLS, "lsp"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "编辑器服务要用 pygls，尚未安装；请" in done.stderr


def test_editor_that_goes_away_ends_the_server() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "duizhao", "lsp"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=600,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_long_text_is_refused_until_it_is_short_enough(tmp_path: Path) -> None:
    uri = (tmp_path / "a.txt").as_uri()

    async def scene() -> None:
        async with editor(tmp_path) as here:
            here.open(uri, "干" * (MAX_CHARACTERS + 1))
            assert await here.diagnostics(uri) == []
            (message,) = here.messages
            assert "超过上限" in message
            assert await here.hover(uri, (0, 0)) is None
            here.replace(uri, LINE)
            assert await here.marked(uri, SLIP) == ["于部职工"]

    asyncio.run(scene())


def test_own_fault_is_told_and_the_next_text_is_checked(tmp_path: Path) -> None:
    uri = (tmp_path / "a.txt").as_uri()

    async def scene() -> None:
        async with editor(tmp_path, code=WITH_A_FAULT) as here:
            here.open(uri, LINE)
            assert await here.marked(uri, SLIP) == ["于部职工"]
            here.change(uri, (place((0, 0), (0, 0)), "坏"))
            assert await here.diagnostics(uri) == []
            assert here.messages == ["对照检查服务出错：RuntimeError：planted"]
            assert await here.actions(uri, place((0, 0), (1, 0))) == []
            here.change(uri, (place((0, 0), (0, 1)), ""))
            assert await here.marked(uri, SLIP) == ["于部职工"]

    asyncio.run(scene())


BROKEN = [
    b"{",
    b'{"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": 1}}',
    b'{"jsonrpc": "2.0", "id": 77, "method": "textDocument/hover", "params": {}}',
    b'{"jsonrpc": "2.0", "id": 78, "method": "no/such", "params": {}}',
]


def test_messages_that_make_no_sense_stop_nobody(tmp_path: Path) -> None:
    uri = (tmp_path / "a.txt").as_uri()

    async def scene() -> None:
        async with editor(tmp_path) as here:
            for body in BROKEN:
                send(here, body)
            here.open(uri, LINE)
            assert await here.marked(uri, SLIP) == ["于部职工"]
            assert here.messages
            assert all(message.startswith("对照检查服务出错：") for message in here.messages)

    asyncio.run(scene())


def send(here: Editor, body: bytes) -> None:
    writer = here.client.protocol.writer
    assert writer
    writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))


def test_changes_of_a_text_that_is_not_open_are_passed_over(tmp_path: Path) -> None:
    uri = (tmp_path / "a.txt").as_uri()

    async def scene() -> None:
        async with editor(tmp_path) as here:
            document = types.VersionedTextDocumentIdentifier(1, "file:///no.txt")
            change = types.TextDocumentContentChangePartial(place((0, 0), (0, 0)), "x")
            here.client.text_document_did_change(
                types.DidChangeTextDocumentParams(document, [change])
            )
            here.open(uri, LINE)
            assert await here.marked(uri, SLIP) == ["于部职工"]
            assert here.messages == []

    asyncio.run(scene())


def test_typing_in_a_long_text_is_not_checked_letter_by_letter(tmp_path: Path) -> None:
    uri, letters = (tmp_path / "a.txt").as_uri(), 40

    async def scene() -> None:
        async with editor(tmp_path) as here:
            here.open(uri, LINE * 1500)
            await here.diagnostics(uri)
            for at in range(letters):
                here.change(uri, (place((0, at), (0, at)), "字"))
                await asyncio.sleep(0.005)
            assert len(await here.marked(uri, SLIP)) == 500
            assert here.publications[uri] < letters / 4

    asyncio.run(scene())
