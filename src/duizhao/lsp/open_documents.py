"""The documents that an editor has open: their texts, what was found in each, and when to check again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from duizhao.lsp.checked_document import CheckedDocument
from duizhao.lsp.checker_cache import CheckerCache
from duizhao.lsp.editor_document import EditorDocument

SHORTEST_PAUSE, LONGEST_PAUSE = 0.05, 1.5
"""Seconds without a change before a document is checked."""

PATIENCE = 2.0
"""The pause as a multiple of the time that the last check took: a third of a core at most while someone types."""

T = TypeVar("T")
Warn = Callable[[str, str], None]
"""Called with a document's name and what is wrong with its configuration in one line; an empty line if nothing is."""


class OpenDocuments:
    """Keeps the open documents. Everything except the check itself happens on the event loop."""

    def __init__(self, warn: Warn) -> None:
        self.by_uri: dict[str, EditorDocument] = {}
        self._warn = warn
        self._checkers = CheckerCache()
        self._checked: dict[str, CheckedDocument] = {}
        self._scheduled: dict[str, asyncio.Task[None]] = {}
        # One thread: more would only share the interpreter.
        self._worker = ThreadPoolExecutor(1)

    def open(self, document: EditorDocument) -> None:
        """Keep a document, in place of an earlier version of it."""
        self.by_uri[document.uri] = document

    def close(self, uri: str) -> EditorDocument | None:
        """Drop a document and what is scheduled for it. Returns it if it was open."""
        self._cancel(uri)
        self._checked.pop(uri, None)
        return self.by_uri.pop(uri, None)

    def forget_results(self) -> None:
        """Drop all results and configurations, because a configuration may have changed."""
        self._checkers.forget()
        self._checked.clear()

    async def check(self, uri: str) -> CheckedDocument | None:
        """The current version of a document with its findings; None if it is not open. Raises UnreadableDocument."""
        document = self.by_uri.get(uri)
        if document is None:
            return None
        known = self._checked.get(uri)
        if known and known.document is document:
            return known
        checked, fault = await self.run_in_thread(self._check, document)
        self._warn(document.source.name, fault)
        if self.by_uri.get(uri) is document:
            self._checked[uri] = checked
        return checked

    def _check(self, document: EditorDocument) -> tuple[CheckedDocument, str]:
        path = document.source.path
        checker, fault = self._checkers.get(path.parent if path else None)
        return CheckedDocument.from_check(document, checker), fault

    async def run_in_thread(self, work: Callable[..., T], *arguments: Any) -> T:
        """Run something that takes a while, while the event loop goes on."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._worker, partial(work, *arguments))

    def schedule(
        self, uri: str, action: Callable[[str], Awaitable[None]], *, at_once: bool = False
    ) -> None:
        """Run an action on a document after a pause without changes. It replaces what was scheduled before."""
        self._cancel(uri)
        pause = 0.0 if at_once else self._pause(uri)
        self._scheduled[uri] = asyncio.create_task(_after(pause, action, uri))

    def _pause(self, uri: str) -> float:
        known = self._checked.get(uri)
        wanted = PATIENCE * known.seconds if known else 0.0
        return min(max(wanted, SHORTEST_PAUSE), LONGEST_PAUSE)

    def _cancel(self, uri: str) -> None:
        if scheduled := self._scheduled.pop(uri, None):
            scheduled.cancel()


async def _after(pause: float, action: Callable[[str], Awaitable[None]], uri: str) -> None:
    await asyncio.sleep(pause)
    await action(uri)
