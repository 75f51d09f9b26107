"""The features of the server: its answer to each message of an editor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lsprotocol import types

from duizhao.lsp.actions import KINDS, actions
from duizhao.lsp.editor_document import EditorDocument
from duizhao.lsp.hover import hover
from duizhao.lsp.server import EditorServer

CONFIGURATIONS = "**/*.toml"


def create_server() -> EditorServer:
    """A server with all features of this module."""
    server = EditorServer()
    for name, feature in FEATURES.items():
        server.feature(name, OPTIONS.get(name))(feature)
    return server


async def initialized(server: EditorServer, _: types.InitializedParams) -> None:
    """Ask the editor to report changed configurations."""
    if not server.takes_watchers:
        return
    options = types.DidChangeWatchedFilesRegistrationOptions(
        [types.FileSystemWatcher(CONFIGURATIONS)]
    )
    wanted = types.Registration("configuration", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    with server.showing_faults():
        await server.client_register_capability_async(types.RegistrationParams([wanted]))


def did_open(server: EditorServer, params: types.DidOpenTextDocumentParams) -> None:
    with server.showing_faults():
        if document := EditorDocument.from_item(params.text_document):
            server.documents.open(document)
            server.documents.schedule(document.uri, server.show_findings, at_once=True)


def did_change(server: EditorServer, params: types.DidChangeTextDocumentParams) -> None:
    uri, version = params.text_document.uri, params.text_document.version
    with server.showing_faults():
        if document := server.documents.by_uri.get(uri):
            server.documents.open(document.with_changes(params.content_changes, version))
            server.documents.schedule(uri, server.show_findings)


def did_save(server: EditorServer, _: types.DidSaveTextDocumentParams) -> None:
    _check_all_again(server)


def did_change_watched_files(server: EditorServer, _: types.DidChangeWatchedFilesParams) -> None:
    _check_all_again(server)


def _check_all_again(server: EditorServer) -> None:
    """A configuration may have changed, and may hold for every document."""
    with server.showing_faults():
        server.documents.forget_results()
        for uri in server.documents.by_uri:
            server.documents.schedule(uri, server.show_findings, at_once=True)


def did_close(server: EditorServer, params: types.DidCloseTextDocumentParams) -> None:
    with server.showing_faults():
        if document := server.documents.close(params.text_document.uri):
            server.publish(document, [])


async def text_document_hover(
    server: EditorServer, params: types.HoverParams
) -> types.Hover | None:
    with server.showing_faults():
        if checked := await server.documents.check(params.text_document.uri):
            return hover(checked, params.position, server.takes_markdown)
    return None


async def code_action(
    server: EditorServer, params: types.CodeActionParams
) -> Sequence[types.CodeAction] | None:
    with server.showing_faults():
        if checked := await server.documents.check(params.text_document.uri):
            wanted = params.range, params.context, server.takes_versions
            return await server.documents.run_in_thread(actions, checked, *wanted)
    return None


FEATURES: dict[str, Any] = {
    types.INITIALIZED: initialized,
    types.TEXT_DOCUMENT_DID_OPEN: did_open,
    types.TEXT_DOCUMENT_DID_CHANGE: did_change,
    types.TEXT_DOCUMENT_DID_SAVE: did_save,
    types.TEXT_DOCUMENT_DID_CLOSE: did_close,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: did_change_watched_files,
    types.TEXT_DOCUMENT_HOVER: text_document_hover,
    types.TEXT_DOCUMENT_CODE_ACTION: code_action,
}
OPTIONS = {types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions(code_action_kinds=list(KINDS))}
