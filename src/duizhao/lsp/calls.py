"""The calls of an editor: what it tells, and what it asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lsprotocol import types

from duizhao.lsp.actions import KINDS, actions
from duizhao.lsp.draft import Draft
from duizhao.lsp.hover import hover
from duizhao.lsp.server import Server

CONFIGURATIONS = "**/*.toml"


def server() -> Server:
    """A server that answers to the calls of this module."""
    made = Server()
    for name, answer in CALLS.items():
        made.feature(name, OPTIONS.get(name))(answer)
    return made


async def ready(server: Server, _: types.InitializedParams) -> None:
    """Ask to hear of changed configurations."""
    if not server.takes_watchers:
        return
    options = types.DidChangeWatchedFilesRegistrationOptions(
        [types.FileSystemWatcher(CONFIGURATIONS)]
    )
    wanted = types.Registration("configuration", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    with server.answering():
        await server.client_register_capability_async(types.RegistrationParams([wanted]))


def opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    with server.answering():
        if draft := Draft.of(params.text_document):
            server.desk.put(draft)
            server.desk.later(draft.uri, server.show, at_once=True)


def changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    document = params.text_document
    with server.answering():
        if draft := server.desk.drafts.get(document.uri):
            server.desk.put(draft.changed(params.content_changes, document.version))
            server.desk.later(document.uri, server.show)


def saved(server: Server, _: types.DidSaveTextDocumentParams) -> None:
    _look_again(server)


def configured(server: Server, _: types.DidChangeWatchedFilesParams) -> None:
    _look_again(server)


def _look_again(server: Server) -> None:
    """A configuration may have changed, which may hold for every draft."""
    with server.answering():
        server.desk.forget()
        for uri in server.desk.drafts:
            server.desk.later(uri, server.show, at_once=True)


def closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    with server.answering():
        if draft := server.desk.take(params.text_document.uri):
            server.publish(draft, [])


async def hovered(server: Server, params: types.HoverParams) -> types.Hover | None:
    with server.answering():
        if examined := await server.desk.examined(params.text_document.uri):
            return hover(examined, params.position, server.takes_markdown)
    return None


async def asked(
    server: Server, params: types.CodeActionParams
) -> Sequence[types.CodeAction] | None:
    with server.answering():
        if examined := await server.desk.examined(params.text_document.uri):
            wanted = params.range, params.context, server.takes_versions
            return await server.desk.aside(actions, examined, *wanted)
    return None


CALLS: dict[str, Any] = {
    types.INITIALIZED: ready,
    types.TEXT_DOCUMENT_DID_OPEN: opened,
    types.TEXT_DOCUMENT_DID_CHANGE: changed,
    types.TEXT_DOCUMENT_DID_SAVE: saved,
    types.TEXT_DOCUMENT_DID_CLOSE: closed,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: configured,
    types.TEXT_DOCUMENT_HOVER: hovered,
    types.TEXT_DOCUMENT_CODE_ACTION: asked,
}
OPTIONS = {types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions(code_action_kinds=list(KINDS))}
