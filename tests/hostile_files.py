"""Files that would harm a careless reader, each with what must become of it."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass

READ, SKIPPED, EITHER = "read", "skipped", "either"
SAID = "Der Umsatz von Siemens lag im Jahr 2024 bei {} Milliarden Euro."
GOOD = {
    "good-a.txt": f"---\nid: good-a\n---\n{SAID.format(75)}\n",
    "good-b.txt": f"---\nid: good-b\n---\n{SAID.format(62)}\n",
}


@dataclass(frozen=True)
class Hostile:
    """A file's bytes, and whether it must be read, skipped, or either of the two."""

    data: bytes
    outcome: str = EITHER


def _text(text: str, outcome: str = READ) -> Hostile:
    return Hostile(text.encode("utf-8", "surrogatepass"), outcome)


def _rss(item: str, doctype: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><title>Blatt</title><item>'
        f"<title>Kurz</title><guid>g</guid><description>{item}</description></item></channel></rss>"
    )


def _laughs() -> str:
    entities = "".join(
        f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' if n else '<!ENTITY l1 "ha">' for n in range(12)
    )
    return f"<!DOCTYPE rss [{entities}]>"


def _bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", b" " * 300_000_000)
    return buffer.getvalue()


def _wrong_xref() -> bytes:
    stream = f"BT /F1 11 Tf 50 780 Td ({SAID.format(75)}) Tj ET"
    return (
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n"
        f"4 0 obj\n<< /Length {len(stream)} >>\nstream\n{stream}\nendstream\nendobj\n"
        "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
        "xref\n0 6\n" + "9999999999 00000 n \n" * 6 + "trailer\n<< /Size 6 /Root 1 0 R >>\n"
        "startxref\n123456789\n%%EOF\n"
    ).encode()


def _loop() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>\nendobj\n"
        b"trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
    )


def _lines(*rows: object) -> bytes:
    return "\n".join(json.dumps(row) for row in rows).encode()


FILES = {
    "markup.txt": _text(f"<script>alert(1)</script><img src=x onerror=alert(1)> {SAID.format(71)}"),
    "codes.txt": _text(f"\x1b[31m\x1b]8;;https://a.example\x07{SAID.format(72)}\x1b]8;;\x07\x9b2J"),
    "direction.txt": _text(f"\u202eUmsatz\u202c \u2066und\u2069 {SAID.format(73)}"),
    "zero-width.txt": _text("Der Um\u200bsatz von Sie\u2060mens lag 2024 bei 7\u200b4 Milliarden."),
    "workflow.md": _text(f"::error file=a.md,line=1::boom\n##[error]x\n{SAID.format(76)}"),
    "cdata.txt": _text(f"]]> <![CDATA[ {SAID.format(77)} ]]> &amp; &#0;"),
    "nul.txt": _text(f"{SAID.format(78)} a\0b", EITHER),
    "surrogate.txt": _text(f"{SAID.format(79)} \ud800", EITHER),
    "paragraph.txt": _text((SAID.format(75) + " ") * 75_000),
    "word.txt": _text("x" * 5_000_000),
    "digits.txt": _text(f"Der Umsatz stieg auf {'9' * 10_000} Euro und 1,{'0' * 10_000}1 Prozent."),
    "exponents.txt": _text("Es waren 1e999 Euro, 10^10000 Stück und 5E-999 Prozent."),
    "dates.txt": _text("Am 99.99.9999 und im Jahr 99999999999 stieg es um 0/0 Prozent, bis 0000."),
    "brackets.txt": _text("(" * 50_000 + "3 Euro" + ")" * 50_000),
    "dashes.md": _text("---\ntitle: " + "-" * 100_000 + "\n---\n" + "- " * 50_000 + "3 Euro"),
    "bomb.docx": Hostile(_bomb(), SKIPPED),
    "laughs.xml": _text(_rss("&l9;", _laughs()), SKIPPED),
    "external.rss": _text(
        _rss("&e;", '<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/hostname">]>'), SKIPPED
    ),
    "deep.xml": _text("<rss>" + "<a>" * 500_000, SKIPPED),
    "deep.html": _text("<div>" * 100_000 + SAID.format(75), EITHER),
    "script.html": _text(
        f"<p onclick=x>{SAID.format(75)}</p><script>fetch('//a.example')</script>"
    ),
    "include.html": _text(f'<iframe src="file:///etc/hostname"></iframe><p>{SAID.format(75)}</p>'),
    "xref.pdf": Hostile(_wrong_xref()),
    "loop.pdf": Hostile(_loop(), SKIPPED),
    "utf-8.jsonl": Hostile(b'{"text": "3 Euro \xff\xfe"}\n' + _lines({"text": "4 Euro"})),
    "nan.jsonl": Hostile(b'{"text": "3 Euro", "id": NaN, "published": Infinity}\n', EITHER),
    "digits.jsonl": Hostile(b'{"text": "3 Euro", "id": ' + b"9" * 10_000 + b"}\n"),
    "nested.jsonl": Hostile(b'{"text": ' + b"[" * 100_000 + b"\n", SKIPPED),
    "types.jsonl": Hostile(_lines({"text": {"a": 1}}, {"text": None}, [], 3, "x"), SKIPPED),
    "a<b>\"'&\n::error::\x1b[31m\u202e.txt": _text(SAID.format(70)),
    "../".replace("/", "_") + "%2e%2e.md": _text(SAID.format(69)),
}
