"""An editor: pygls's own client before the real server process, and a buffer that keeps its text as UTF-16."""

from __future__ import annotations

import asyncio
import sys
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

SECONDS = 120.0
"""Long enough for a machine with other work; nothing here waits unless something is wrong."""

Place = tuple[int, int]
"""Line and UTF-16 unit, both from 0."""


class Buffer:
    """A text as VS Code keeps it: 16-bit units, lines parted by \\n, \\r\\n and \\r."""

    def __init__(self, text: str) -> None:
        self.units = text.encode("utf-16-le", "surrogatepass")

    @property
    def text(self) -> str:
        return self.units.decode("utf-16-le", "surrogatepass")

    def byte(self, place: types.Position) -> int:
        """Where a position stands in `units`; written without the server's help."""
        line, at = 0, 0
        while line < place.line:
            pair, one = self.units[at : at + 4], self.units[at : at + 2]
            at += 4 if pair == b"\r\0\n\0" else 2
            line += pair == b"\r\0\n\0" or one in (b"\n\0", b"\r\0")
        return at + 2 * place.character

    def put(self, place: types.Range, text: str) -> None:
        start, end = self.byte(place.start), self.byte(place.end)
        new = text.encode("utf-16-le", "surrogatepass")
        self.units = self.units[:start] + new + self.units[end:]

    def at(self, place: types.Range) -> str:
        """The characters that an editor would underline."""
        return self.units[self.byte(place.start) : self.byte(place.end)].decode("utf-16-le")


def place(start: Place, end: Place) -> types.Range:
    return types.Range(types.Position(*start), types.Position(*end))


class Editor:
    """Opens and changes texts in front of a server, and waits for what it says to the newest version."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self.buffers: dict[str, Buffer] = {}
        self.versions: dict[str, int] = {}
        self.shown: dict[str, types.PublishDiagnosticsParams] = {}
        self.publications: dict[str, int] = defaultdict(int)
        self.messages: list[str] = []
        self.watching: list[types.RegistrationParams] = []
        self._news = asyncio.Condition()

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        async def show(params: types.PublishDiagnosticsParams) -> None:
            async with self._news:
                self.shown[params.uri] = params
                self.publications[params.uri] += 1
                self._news.notify_all()

        @client.feature(types.WINDOW_SHOW_MESSAGE)
        async def say(params: types.ShowMessageParams) -> None:
            async with self._news:
                self.messages.append(params.message)
                self._news.notify_all()

        @client.feature(types.CLIENT_REGISTER_CAPABILITY)
        async def watch(params: types.RegistrationParams) -> None:
            async with self._news:
                self.watching.append(params)
                self._news.notify_all()

    async def until(self, happened: Any) -> None:
        async with self._news:
            await asyncio.wait_for(self._news.wait_for(happened), SECONDS)

    def open(self, uri: str, text: str, language: str = "plaintext") -> None:
        self.buffers[uri], self.versions[uri] = Buffer(text), 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, uri: str, *changes: tuple[types.Range, str]) -> None:
        """Changes made one after another, each counted in the text after the one before."""
        made: list[types.TextDocumentContentChangeEvent] = []
        for where, text in changes:
            self.buffers[uri].put(where, text)
            made.append(types.TextDocumentContentChangePartial(where, text))
        self._changed(uri, made)

    def replace(self, uri: str, text: str) -> None:
        """All of the text at once."""
        self.buffers[uri] = Buffer(text)
        self._changed(uri, [types.TextDocumentContentChangeWholeDocument(text)])

    def _changed(self, uri: str, made: Sequence[types.TextDocumentContentChangeEvent]) -> None:
        self.versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, made))

    def close(self, uri: str) -> None:
        document = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    async def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        """What is shown for the text as it stands now."""
        await self.until(
            lambda: uri in self.shown and self.shown[uri].version == self.versions[uri]
        )
        return list(self.shown[uri].diagnostics)

    async def marked(self, uri: str, code: str) -> list[str]:
        """The characters underlined with this code."""
        found = await self.diagnostics(uri)
        return [self.buffers[uri].at(each.range) for each in found if each.code == code]

    async def hover(self, uri: str, at: Place) -> types.Hover | None:
        document = types.TextDocumentIdentifier(uri)
        return await self.client.text_document_hover_async(
            types.HoverParams(document, types.Position(*at))
        )

    async def actions(
        self, uri: str, where: types.Range, *only: str, automatic: bool = False
    ) -> list[types.CodeAction]:
        trigger = types.CodeActionTriggerKind.Automatic if automatic else None
        context = types.CodeActionContext([], list(only) or None, trigger)
        offered = await self.client.text_document_code_action_async(
            types.CodeActionParams(types.TextDocumentIdentifier(uri), where, context)
        )
        return [each for each in offered or [] if isinstance(each, types.CodeAction)]

    def apply(self, uri: str, action: types.CodeAction) -> None:
        """Do what an action says, as an editor does: all edits count in the text before, so the last comes first."""
        assert action.edit
        if action.edit.document_changes:
            (document,) = action.edit.document_changes
            assert isinstance(document, types.TextDocumentEdit)
            assert document.text_document.version == self.versions[uri]
            edits = document.edits
        else:
            assert action.edit.changes
            edits = action.edit.changes[uri]
        texts = [edit for edit in edits if isinstance(edit, types.TextEdit)]
        assert len(texts) == len(edits)
        places = [(edit.range.start.line, edit.range.start.character) for edit in texts]
        assert places == sorted(places)
        self.change(uri, *((edit.range, edit.new_text) for edit in reversed(texts)))


ALL = types.ClientCapabilities(
    workspace=types.WorkspaceClientCapabilities(
        workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True),
        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
            dynamic_registration=True
        ),
    ),
    text_document=types.TextDocumentClientCapabilities(
        publish_diagnostics=types.PublishDiagnosticsClientCapabilities(related_information=True),
        hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
    ),
    general=types.GeneralClientCapabilities(
        position_encodings=[types.PositionEncodingKind.Utf8, types.PositionEncodingKind.Utf16]
    ),
)


@asynccontextmanager
async def editor(
    folder: Path, capabilities: types.ClientCapabilities = ALL, code: str = ""
) -> AsyncIterator[Editor]:
    """An editor with `folder` open, and the server as its own process behind it: the program, or `code`."""
    client = LanguageClient("editor", "1")
    made = Editor(client)
    program = ("-c", code) if code else ("-m", "duizhao")
    await client.start_io(sys.executable, *program, "lsp", "--stdio", cwd=str(folder))
    answer = await client.initialize_async(
        types.InitializeParams(capabilities=capabilities, root_uri=folder.as_uri())
    )
    assert answer.capabilities.position_encoding == types.PositionEncodingKind.Utf16
    client.initialized(types.InitializedParams())
    try:
        yield made
        await client.shutdown_async(None)
    finally:
        client.exit(None)
        await asyncio.wait_for(client.stop(), SECONDS)
    assert client._server
    assert client._server.returncode == 0
