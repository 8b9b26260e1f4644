"""The language server, asked by a real client over standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="pygls is not installed")

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from factcheck.cli.lsp.places import Places

FRONT = "---\nid: {}\npublished: 2025-03-0{}\n---\n"
DRAFT = FRONT.format("draft", 3) + (
    "Werk wächst 🚀\n\n🚀 Der Umsatz von Siemens lag im Jahr 2024 bei 75 Milliarden Euro.\n"
)
ARCHIVED = FRONT.format("old", 1) + (
    "Der Umsatz von Siemens lag im Jahr 2024 bei 62 Milliarden Euro.\n"
)
WAIT = 60


class Session:
    """A client with the diagnostics that it was sent."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.version = 1
        self.messages: list[str] = []
        self.published: asyncio.Queue[list[types.Diagnostic]] = asyncio.Queue()

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def take(params: types.PublishDiagnosticsParams) -> None:
            self.published.put_nowait(list(params.diagnostics))

        @client.feature(types.WINDOW_SHOW_MESSAGE)
        def hear(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)

    @property
    def uri(self) -> str:
        return (self.folder / "draft.md").as_uri()

    async def shown(self) -> list[types.Diagnostic]:
        return await asyncio.wait_for(self.published.get(), WAIT)

    async def open(self, text: str) -> list[types.Diagnostic]:
        item = types.TextDocumentItem(self.uri, "markdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.shown()

    async def change(self, text: str) -> list[types.Diagnostic]:
        self.version += 1
        document = types.VersionedTextDocumentIdentifier(self.version, self.uri)
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))
        return await self.shown()

    async def actions(self, shown: list[types.Diagnostic]) -> list[types.CodeAction]:
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(self.uri), shown[0].range, types.CodeActionContext(shown)
        )
        return list(await self.client.text_document_code_action_async(params) or ())

    async def accept(self, *arguments: Any) -> None:
        params = types.ExecuteCommandParams("factcheck.accept", list(arguments))
        await self.client.workspace_execute_command_async(params)


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One cache for all sessions: unpacking the model once is enough."""
    before = os.environ.get("FACTCHECK_CACHE_DIR")
    os.environ["FACTCHECK_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["FACTCHECK_CACHE_DIR"]
    else:
        os.environ["FACTCHECK_CACHE_DIR"] = before


def _session(tmp_path: Path, play: Callable[[Session], Awaitable[None]]) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "old.txt").write_text(ARCHIVED, encoding="utf-8")
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    environ = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parent.parent),
        "LC_ALL": "C.UTF-8",
    }

    async def run() -> None:
        client = LanguageClient("test", "1")
        session = Session(client, tmp_path)
        command = ("-m", "factcheck", "lsp", "--against", "archive")
        await client.start_io(sys.executable, *command, cwd=tmp_path, env=environ)
        params = types.InitializeParams(capabilities=types.ClientCapabilities())
        await client.initialize_async(params)
        client.initialized(types.InitializedParams())
        await play(session)
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()

    asyncio.run(asyncio.wait_for(run(), 2 * WAIT))


def test_session(tmp_path: Path) -> None:
    async def play(session: Session) -> None:
        (found,) = await session.open(DRAFT)
        assert found.code.startswith("FC1")
        assert found.severity is types.DiagnosticSeverity.Error
        line = DRAFT.splitlines()[6]
        units = line.encode("utf-16-le")
        start, end = found.range.start, found.range.end
        assert (start.line, end.line) == (6, 6)
        marked = units[2 * start.character : 2 * end.character].decode("utf-16-le")
        assert marked == "75 Milliarden Euro"
        (related,) = found.related_information
        assert related.location.uri == (tmp_path / "archive" / "old.txt").as_uri()
        assert related.location.range.start.line == 4
        assert "62 Milliarden Euro" in related.message

        comment, _ = await session.actions([found])
        (edit,) = comment.edit.changes[session.uri]
        assert edit.range.start.line == 6
        with_comment = DRAFT.rstrip("\n") + edit.new_text.replace("]  -->", "] geprüft -->") + "\n"
        assert await session.change(with_comment) == []
        assert len(await session.change(DRAFT)) == 1
        assert await session.change(DRAFT.replace("75", "62")) == []
        assert len(await session.change(DRAFT)) == 1

        identity = dict(found.data)["id"]
        await session.accept(identity, "", "")
        assert any("--reason" in message for message in session.messages)
        await session.accept(identity, "geprüft", "Kern")
        assert await session.shown() == []
        assert "geprüft" in (tmp_path / ".factcheck-baseline.json").read_text(encoding="utf-8")

    _session(tmp_path, play)


def test_what_cannot_be_read_is_shown_at_its_line(tmp_path: Path) -> None:
    async def play(session: Session) -> None:
        (found,) = await session.open("---\nid: draft\npublished: 2025-02-30\n---\nText.")
        assert found.range.start.line == 2
        assert "2025-02-30" in found.message
        assert await session.change("Der Stadtrat von Fulda tagte am Montag.\n") == []

    _session(tmp_path, play)


def test_a_change_is_checked_at_once(tmp_path: Path) -> None:
    async def play(session: Session) -> None:
        await session.open(DRAFT)
        start = time.perf_counter()
        await session.change(DRAFT.replace("75", "76"))
        assert time.perf_counter() - start < 2  # 0.1 s of it waiting for the next keystroke

    _session(tmp_path, play)


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
def test_places(breaks: str) -> None:
    text = breaks.join(["a🚀b", "", "ü"])
    places = Places(text)
    assert places.position(text.index("b")) == types.Position(0, 3)
    assert places.position(text.index("ü")) == types.Position(2, 0)
    assert places.line_end(0) == types.Position(0, 4)
    assert places.line_end(2) == types.Position(2, 1)
