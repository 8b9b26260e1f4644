"""An editor's session with the language server, every message written down."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.formats_tools import ROOT, AbsentError

FRONT = "---\nid: {}\nsource: {}\npublished: 2025-03-0{}\n---\n"
DRAFT = FRONT.format("draft", "Bote", 3) + (
    "Der Umsatz von Siemens lag im Jahr 2024 bei 75 Milliarden Euro.\n"
)
ARCHIVED = FRONT.format("old", "Blatt", 1) + (
    "Der Umsatz von Siemens lag im Jahr 2024 bei 62 Milliarden Euro.\n"
)


def session(transcript: Path) -> str:
    """Open a draft, change it, accept its finding; write the messages as Markdown."""
    if importlib.util.find_spec("pygls") is None:
        raise AbsentError("pygls is not installed")
    with TemporaryDirectory() as folder:
        place = Path(folder).resolve()
        (place / "archive").mkdir()
        (place / "archive" / "old.txt").write_text(ARCHIVED, encoding="utf-8")
        (place / "draft.md").write_text(DRAFT, encoding="utf-8")
        editor = Editor(place)
        asyncio.run(asyncio.wait_for(editor.play(), 120))
    transcript.write_text("\n".join(editor.lines), encoding="utf-8")
    return f"{len(editor.lines)} messages, a change is checked in {editor.seconds:.2f} s"


class Editor:
    """A client of its own: frames of the protocol over the server's standard streams."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.uri = (place / "draft.md").as_uri()
        self.lines = ["# A session with `factcheck lsp --against archive`", ""]
        self.seconds = 0.0
        self._number = 0

    async def play(self) -> None:
        """Play the session; AssertionError where an answer is not the expected one."""
        environ = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
        self.server = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "factcheck", "lsp", "--against", "archive"),
            cwd=self.place,
            env=environ,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        await self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        await self._tell("initialized", {})
        (found,) = await self._opened()
        assert found["relatedInformation"][0]["location"]["uri"].endswith("/archive/old.txt")
        assert await self._changed(2, DRAFT.replace("75", "62")) == []
        assert len(await self._changed(3, DRAFT)) == 1
        await self._accept(found)
        await self._ask("shutdown", None)
        await self._tell("exit", None)
        assert await self.server.wait() == 0

    async def _opened(self) -> list[dict[str, Any]]:
        item = {"uri": self.uri, "languageId": "markdown", "version": 1, "text": DRAFT}
        await self._tell("textDocument/didOpen", {"textDocument": item})
        return await self._diagnostics()

    async def _changed(self, version: int, text: str) -> list[dict[str, Any]]:
        began = time.perf_counter()
        document = {"uri": self.uri, "version": version}
        change = {"textDocument": document, "contentChanges": [{"text": text}]}
        await self._tell("textDocument/didChange", change)
        shown = await self._diagnostics()
        self.seconds = time.perf_counter() - began
        return shown

    async def _accept(self, found: dict[str, Any]) -> None:
        asked = {
            "textDocument": {"uri": self.uri},
            "range": found["range"],
            "context": {"diagnostics": [found]},
        }
        actions = await self._ask("textDocument/codeAction", asked)
        command = next(a["command"] for a in actions if "command" in a)
        reason = [command["arguments"][0], "geprüft mit der Pressestelle", "Kern"]
        call = {"command": command["command"], "arguments": reason}
        await self._send({"id": self._next(), "method": "workspace/executeCommand", "params": call})
        assert await self._diagnostics() == []
        assert "Pressestelle" in (self.place / ".factcheck-baseline.json").read_text("utf-8")

    async def _diagnostics(self) -> list[dict[str, Any]]:
        while True:
            message = await self._receive()
            if message.get("method") == "textDocument/publishDiagnostics":
                shown: list[dict[str, Any]] = message["params"]["diagnostics"]
                return shown

    async def _ask(self, method: str, params: Any) -> Any:
        number = self._next()
        await self._send({"id": number, "method": method, "params": params})
        while True:
            message = await self._receive()
            if message.get("id") == number:
                return message.get("result")

    async def _tell(self, method: str, params: Any) -> None:
        await self._send({"method": method, "params": params})

    def _next(self) -> int:
        self._number += 1
        return self._number

    async def _send(self, message: dict[str, Any]) -> None:
        self._note("editor", message)
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin is not None
        self.server.stdin.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        await self.server.stdin.drain()

    async def _receive(self) -> dict[str, Any]:
        assert self.server.stdout is not None
        head = await self.server.stdout.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split()[0])
        message: dict[str, Any] = json.loads(await self.server.stdout.readexactly(length))
        self._note("server", message)
        return message

    def _note(self, who: str, message: dict[str, Any]) -> None:
        shown = {key: value for key, value in message.items() if key != "jsonrpc"}
        text = json.dumps(shown, ensure_ascii=False).replace(self.place.as_uri(), "file:///desk")
        self.lines.append(f"- **{who}** `{text.replace('`', '')}`")
