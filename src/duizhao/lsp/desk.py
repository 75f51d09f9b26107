"""The drafts on the table: which are open, what was found in each, and when to look again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from duizhao.lsp.checkers import Checkers
from duizhao.lsp.draft import Draft
from duizhao.lsp.examined import Examined

SHORTEST_PAUSE, LONGEST_PAUSE = 0.05, 1.5
"""Seconds of quiet to wait for before a changed draft is looked at."""

PATIENCE = 5.0
"""A draft that takes a while to check is left alone for so many times as long."""

T = TypeVar("T")
Warn = Callable[[str, str], None]
"""Told what is wrong with a draft's configuration: the draft's name, and one line; an empty one where all is well."""


class Desk:
    """Keeps the open drafts. All but the checking itself happens on the event loop."""

    def __init__(self, warn: Warn) -> None:
        self.drafts: dict[str, Draft] = {}
        self._warn = warn
        self._checkers = Checkers()
        self._examined: dict[str, Examined] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        # One at a time: more would only share the interpreter.
        self._worker = ThreadPoolExecutor(1)

    def put(self, draft: Draft) -> None:
        self.drafts[draft.uri] = draft

    def take(self, uri: str) -> Draft | None:
        """Clear a draft away."""
        self._stop(uri)
        self._examined.pop(uri, None)
        return self.drafts.pop(uri, None)

    def forget(self) -> None:
        """Whatever was found was found under a configuration that may hold no longer."""
        self._checkers.forget()
        self._examined.clear()

    async def examined(self, uri: str) -> Examined | None:
        """A draft as it stands now, checked; None for one that is not here. Raises UnreadableDocument."""
        draft = self.drafts.get(uri)
        if draft is None:
            return None
        known = self._examined.get(uri)
        if known and known.draft is draft:
            return known
        found, fault = await self.aside(self._examine, draft)
        self._warn(draft.source.name, fault)
        if self.drafts.get(uri) is draft:
            self._examined[uri] = found
        return found

    def _examine(self, draft: Draft) -> tuple[Examined, str]:
        path = draft.source.path
        checker, fault = self._checkers.of(path.parent if path else None)
        return Examined.of(draft, checker), fault

    async def aside(self, work: Callable[..., T], *given: Any) -> T:
        """Do something that takes a while, and let the editor go on meanwhile."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, partial(work, *given))

    def later(
        self, uri: str, then: Callable[[str], Awaitable[None]], at_once: bool = False
    ) -> None:
        """Do something with a draft when nothing has happened to it for a while. What was waiting waits no more."""
        self._stop(uri)
        pause = 0.0 if at_once else self._pause(uri)
        self._waiting[uri] = asyncio.create_task(_after(pause, then, uri))

    def _pause(self, uri: str) -> float:
        known = self._examined.get(uri)
        wanted = PATIENCE * known.seconds if known else 0.0
        return min(max(wanted, SHORTEST_PAUSE), LONGEST_PAUSE)

    def _stop(self, uri: str) -> None:
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()


async def _after(pause: float, then: Callable[[str], Awaitable[None]], uri: str) -> None:
    await asyncio.sleep(pause)
    await then(uri)
