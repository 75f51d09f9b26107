"""The server: its open documents, and the messages that it sends to the editor."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer

from duizhao import __version__, api
from duizhao.lsp.diagnostics import NAME, diagnostics
from duizhao.lsp.editor_document import EditorDocument
from duizhao.lsp.open_documents import OpenDocuments
from duizhao.lsp.protocol import EditorProtocol


class EditorServer(LanguageServer):
    """The server of one editor. A fault of the program or a configuration is shown there; the server goes on."""

    def __init__(self) -> None:
        super().__init__(NAME, __version__, protocol_cls=EditorProtocol)
        self.documents = OpenDocuments(self.warn)
        self._warned: dict[str, str] = {}

    async def show_findings(self, uri: str) -> None:
        """Check a document and show its findings, unless it has changed meanwhile."""
        document = self.documents.by_uri.get(uri)
        found: list[types.Diagnostic] = []
        with self.showing_faults(uri):
            if checked := await self.documents.check(uri):
                found = diagnostics(checked, self._takes_related)
        if document and self.documents.by_uri.get(uri) is document:
            self.publish(document, found)

    def publish(self, document: EditorDocument, found: list[types.Diagnostic]) -> None:
        """Show these diagnostics in a document in place of all others."""
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(document.uri, found, document.version)
        )

    def show_message(self, message: str) -> None:
        """Show a line in the editor."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    def warn(self, name: str, fault: str) -> None:
        """Show a lasting fault once, and again only after it has changed."""
        if fault and self._warned.get(name) != fault:
            self.show_message(fault)
        self._warned[name] = fault

    @contextmanager
    def showing_faults(self, uri: str = "") -> Iterator[None]:
        """Show any fault raised inside in the editor, and go on."""
        try:
            yield
        except api.DuizhaoError as fault:
            self.warn(uri, str(fault))
        except Exception as fault:
            self.warn(uri, _own_fault(fault))
        else:
            self._warned.pop(uri, None)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Show a fault of pygls itself; a request that waits for an answer gets the fault as its answer."""
        if source is not FeatureRequestError:
            self.show_message(_own_fault(error))

    @property
    def _takes_related(self) -> bool:
        """Does the editor show other places that belong to a diagnostic?"""
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
        """Does the editor take edits for a named version of a document?"""
        workspace = self.client_capabilities.workspace
        edits = workspace and workspace.workspace_edit
        return bool(edits and edits.document_changes)

    @property
    def takes_watchers(self) -> bool:
        """Can the editor be asked to report changed files?"""
        workspace = self.client_capabilities.workspace
        watched = workspace and workspace.did_change_watched_files
        return bool(watched and watched.dynamic_registration)


def _own_fault(fault: Exception) -> str:
    return f"对照检查服务出错：{type(fault).__name__}：{fault}"
