"""The language server: editor events in, diagnostics out."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from factcheck import __version__
from factcheck.cli.lsp.checking import Checker
from factcheck.cli.lsp.diagnostics import ACCEPT, actions, diagnostics
from factcheck.errors import FactcheckError
from factcheck.model import Finding, Report
from factcheck.read import shown_path
from factcheck.tables.notices import Notice, told

PAUSE = 0.1  # seconds without a keystroke before a draft is checked again


class Server(LanguageServer):  # type: ignore[misc]  # pygls is not followed
    """Keeps the last report of each open document."""

    def __init__(self, checker: Checker) -> None:
        super().__init__("factcheck", __version__)
        self.checker = checker
        self.reports: dict[str, Report] = {}

    @property
    def language(self) -> str:
        """Return the language of what is shown."""
        return self.checker.settings.language

    def check(self, uri: str) -> None:
        """Check an open document and publish what was found; say why when it cannot be done."""
        document = self.workspace.get_text_document(uri)
        path = path_of(uri)
        try:
            report = self.checker.check(path, document.source)
        except FactcheckError as error:
            self.tell(str(error), types.MessageType.Error)
            return
        self.reports[uri] = report
        for notice in report.notices:
            text = told(notice, self.language)
            self.window_log_message(types.LogMessageParams(types.MessageType.Info, text))
        shown = diagnostics(report, shown_path(path), document.source, self.language)
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, shown, document.version)
        )

    async def check_later(self, uri: str) -> None:
        """Check a document once nobody has typed for a moment."""
        version = self.workspace.get_text_document(uri).version
        await asyncio.sleep(PAUSE)
        if self.workspace.get_text_document(uri).version == version:
            self.check(uri)

    def finding(self, identity: str) -> Finding | None:
        """Return a finding that is shown now, by its id."""
        found = (f for report in self.reports.values() for f in report.findings)
        return next((finding for finding in found if finding.id == identity), None)

    def tell(self, message: str, kind: types.MessageType = types.MessageType.Info) -> None:
        """Show one line to the user."""
        self.window_show_message(types.ShowMessageParams(kind, message))


def path_of(uri: str) -> Path:
    """Return the path of a file URI; the name of a window that has no file yet."""
    parts = urlparse(uri)
    return Path(unquote(parts.path) or uri)


def make_server(checker: Checker) -> Server:
    """Return a server with its features, not yet started."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)
    server = Server(checker)
    for event, answer in _FEATURES.items():
        server.feature(event)(answer)
    server.command(ACCEPT)(_accept)
    return server


def _opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    server.check(params.text_document.uri)


async def _changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    await server.check_later(params.text_document.uri)


def _saved(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    server.checker.refresh()
    server.check(params.text_document.uri)


def _closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    server.reports.pop(uri, None)
    server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def _actions(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    uri = params.text_document.uri
    text = server.workspace.get_text_document(uri).source
    return actions(uri, text, list(params.context.diagnostics), server.language)


def _accept(server: Server, identity: str, reason: str, by: str) -> None:
    accept_finding(server, identity, reason, by)


_FEATURES: dict[str, Any] = {
    types.TEXT_DOCUMENT_DID_OPEN: _opened,
    types.TEXT_DOCUMENT_DID_CHANGE: _changed,
    types.TEXT_DOCUMENT_DID_SAVE: _saved,
    types.TEXT_DOCUMENT_DID_CLOSE: _closed,
    types.TEXT_DOCUMENT_CODE_ACTION: _actions,
}


def accept_finding(server: Server, identity: str, reason: str, by: str) -> None:
    """Put a shown finding into the baseline; without a reason, say how to give one."""
    from factcheck.suppress import baseline

    path = server.checker.settings.baseline or Path(baseline.FILE_NAME)
    finding = server.finding(identity)
    if finding is None or not reason.strip():
        notice = Notice("give_reason", id=identity[:12])
        server.tell(told(notice, server.language), types.MessageType.Warning)
        return
    try:
        known = baseline.load(path, missing_ok=True)
        baseline.save(path, baseline.update(known, [finding], reason=reason, by=by))
    except FactcheckError as error:
        server.tell(str(error), types.MessageType.Error)
        return
    for uri in list(server.reports):
        server.check(uri)
