"""Times an editor's wait from a keystroke to the findings, against the real server as a process of its own.

python -m bench.editor.measure [--write]
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from bench import report
from bench.check import generate

KEYSTROKES = 15
LENGTHS = (3_000, 30_000)
PAUSE = 0.05
"""Seconds between the findings and the next keystroke."""


class Editor:
    """A text open in front of a server; `typed` waits for the findings to what was typed."""

    def __init__(self, client: LanguageClient, uri: str) -> None:
        self.client, self.uri, self.version = client, uri, 0
        self.shown: asyncio.Queue[int] = asyncio.Queue()

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        async def show(params: types.PublishDiagnosticsParams) -> None:
            self.shown.put_nowait(params.version or 0)

    async def open(self, text: str) -> None:
        self.version = 1
        item = types.TextDocumentItem(self.uri, "plaintext", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await self._wait()

    async def typed(self, character: str) -> float:
        """Seconds until the findings to one more character in the fourth line are there."""
        self.version += 1
        place = types.Range(types.Position(3, 2), types.Position(3, 2))
        document = types.VersionedTextDocumentIdentifier(self.version, self.uri)
        change = types.TextDocumentContentChangePartial(place, character)
        start = time.perf_counter()
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))
        await self._wait()
        return time.perf_counter() - start

    async def _wait(self) -> None:
        while await self.shown.get() != self.version:
            pass


async def waits(folder: Path, text: str) -> list[float]:
    """Seconds of each keystroke, the first left out."""
    client = LanguageClient("bench", "1")
    editor = Editor(client, (folder / "材料.txt").as_uri())
    await client.start_io(sys.executable, "-m", "duizhao", "lsp", "--stdio", cwd=str(folder))
    await client.initialize_async(
        types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=folder.as_uri())
    )
    client.initialized(types.InitializedParams())
    await editor.open(text)
    seconds = []
    for _ in range(KEYSTROKES + 1):
        seconds.append(await editor.typed("较"))
        await asyncio.sleep(PAUSE)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
    return seconds[1:]


def text_of(folder: Path, length: int) -> str:
    """One statement that is as long as `length` characters: its lines several times over."""
    generate.main(str(folder), "1")
    (file,) = folder.iterdir()
    text = file.read_text(encoding="utf-8")
    file.unlink()
    return (text * (length // len(text) + 1))[:length]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()
    rows = []
    for length in LENGTHS:
        with tempfile.TemporaryDirectory() as folder:
            seconds = asyncio.run(waits(Path(folder), text_of(Path(folder), length)))
        goal = 250 if length == max(LENGTHS) else None
        name = f"{length:,} characters: keystroke to findings"
        rows.append(report.Row(name, 1000 * statistics.median(seconds), "ms", goal))
    report.show("editor: from a keystroke to the findings", rows, write=chosen.write)


if __name__ == "__main__":
    main()
