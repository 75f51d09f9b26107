"""What the calls of an editor work with: a desk with drafts, and a person who is told what goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer

from duizhao import __version__, api
from duizhao.lsp.desk import Desk
from duizhao.lsp.diagnostics import NAME, diagnostics
from duizhao.lsp.draft import Draft
from duizhao.lsp.protocol import Protocol


class Server(LanguageServer):
    """One editor's server. A fault of ours, or of a configuration, becomes a message there; the server goes on."""

    def __init__(self) -> None:
        super().__init__(NAME, __version__, protocol_cls=Protocol)
        self.desk = Desk(self.warn)
        self._warned: dict[str, str] = {}

    async def show(self, uri: str) -> None:
        """Show what was found in a draft, unless it has changed meanwhile."""
        draft = self.desk.drafts.get(uri)
        found: list[types.Diagnostic] = []
        with self.answering(uri):
            if examined := await self.desk.examined(uri):
                found = diagnostics(examined, self._takes_related)
        if draft and self.desk.drafts.get(uri) is draft:
            self.publish(draft, found)

    def publish(self, draft: Draft, found: list[types.Diagnostic]) -> None:
        """Underline these in a draft, and nothing else."""
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(draft.uri, found, draft.version)
        )

    def tell(self, message: str) -> None:
        """A line for the person before the editor."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    def warn(self, name: str, fault: str) -> None:
        """Tell of a lasting fault once, and again only after it has changed."""
        if fault and self._warned.get(name) != fault:
            self.tell(fault)
        self._warned[name] = fault

    @contextmanager
    def answering(self, uri: str = "") -> Iterator[None]:
        """Whatever goes wrong inside is said to the person, and ends nothing."""
        try:
            yield
        except api.DuizhaoError as fault:
            self.warn(uri, str(fault))
        except Exception as fault:
            self.warn(uri, _own_fault(fault))
        else:
            self._warned.pop(uri, None)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """What pygls itself could not do; a call that waits for an answer gets it there."""
        if source is not FeatureRequestError:
            self.tell(_own_fault(error))

    @property
    def _takes_related(self) -> bool:
        """Whether the editor can show other places that belong to a finding."""
        document = self.client_capabilities.text_document
        published = document and document.publish_diagnostics
        return bool(published and published.related_information)

    @property
    def takes_markdown(self) -> bool:
        document = self.client_capabilities.text_document
        formats = document and document.hover and document.hover.content_format
        return not formats or types.MarkupKind.Markdown in formats

    @property
    def takes_versions(self) -> bool:
        """Whether the editor takes edits that name the version of the text they are for."""
        workspace = self.client_capabilities.workspace
        edits = workspace and workspace.workspace_edit
        return bool(edits and edits.document_changes)

    @property
    def takes_watchers(self) -> bool:
        """Whether the editor can be asked to tell of changed files."""
        workspace = self.client_capabilities.workspace
        watched = workspace and workspace.did_change_watched_files
        return bool(watched and watched.dynamic_registration)


def _own_fault(fault: Exception) -> str:
    return f"对照检查服务出错：{type(fault).__name__}：{fault}"
