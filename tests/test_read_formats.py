"""HTML, DOCX, PDF, JSON Lines and feeds: what is an article's text, and what harms nobody."""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Sequence
from datetime import date, datetime

import pytest

from factcheck.model import Document
from factcheck.read import Buffer, ReadResult, read_paths
from factcheck.read.pdf import without_running_heads
from factcheck.split import split
from factcheck.tables.input_formats import input_formats

docx = pytest.importorskip("docx")
pytest.importorskip("trafilatura")
pytest.importorskip("pypdf")
pytest.importorskip("feedparser")

PROSE = "Das Werk in Kassel streicht 300 der 4.000 Stellen, wie die Firma am Montag mitteilte."
PAGE = """<!doctype html><html lang="de"><head><meta charset="utf-8">
<title>Werk baut 300 Stellen ab - Beispielblatt</title>
<meta property="og:site_name" content="Beispielblatt">
<meta property="article:published_time" content="2025-03-03T08:00:00+01:00">
<link rel="canonical" href="https://blatt.example/a/1"><script>var x = "34 Milliarden";</script>
</head><body><nav><ul><li><a href="/">Start</a></li></ul></nav>
<article><h1>Werk baut 300 Stellen ab</h1><p>{prose}</p>{more}
<p>Die Gewerkschaft will sich damit nicht abfinden und kündigte Streiks in drei Werken an.</p>
</article><footer>© 2025 Beispielblatt. Alle Rechte vorbehalten.</footer></body></html>"""


def _read(name: str, data: bytes | str) -> ReadResult:
    return read_paths([Buffer(name, data.encode() if isinstance(data, str) else data)])


def _article(name: str, data: bytes | str) -> Document:
    result = _read(name, data)
    assert result.skipped == []
    (document,) = result.documents
    return document


def _problem(name: str, data: bytes | str) -> str:
    result = _read(name, data)
    assert result.documents == []
    return result.skipped[0].reason


def _texts(document: Document) -> list[str]:
    return [sentence.text for sentence in split(document)]


def _page(more: str = "") -> str:
    return PAGE.replace("{prose}", PROSE).replace("{more}", more)


def test_html() -> None:
    document = _article("a.html", _page())
    assert document.title == "Werk baut 300 Stellen ab"
    assert document.source == "Beispielblatt"
    assert (document.published, document.published_inferred) == (date(2025, 3, 3), False)
    assert document.id == document.url == "https://blatt.example/a/1"
    assert document.language == "de"
    assert _texts(document)[:2] == ["Werk baut 300 Stellen ab", PROSE]
    assert len(_texts(document)) == 3


def test_html_list_items_outside_a_list_are_rescued() -> None:
    more = "<div><li>Umsatz: 75 Millionen Euro</li><li>Gewinn: 3 Millionen Euro</li></div>"
    texts = _texts(_article("a.html", _page(more)))
    assert "Umsatz: 75 Millionen Euro" in texts
    assert "Gewinn: 3 Millionen Euro" in texts


def test_html_directives_stay_where_they_stand() -> None:
    more = (
        "<p>Der Umsatz sank um 4 Prozent. <!-- factcheck: ignore[FC101] geprüft -->Mehr nicht.</p>"
        "<!-- factcheck: ignore[FC102] auch --><p>Der Gewinn stieg um 3 Prozent auf ein Hoch.</p>"
        "<p>Ein Satz <!-- nur so -->geht weiter.</p>"
    )
    document = _article("a.html", _page(more))
    assert "um 4 Prozent. <!-- factcheck: ignore[FC101] geprüft --> Mehr nicht." in document.text
    assert "<!-- factcheck: ignore[FC102] auch --> Der Gewinn stieg" in document.text
    assert "nur so" not in document.text
    assert "Der Umsatz sank um 4 Prozent." in _texts(document)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16", "iso-8859-15"])
def test_html_encodings(encoding: str) -> None:
    page = _page("<p>Die Löhne steigen für alle um 3 Prozent.</p>")
    page = page.replace('charset="utf-8"', f'charset="{encoding}"')
    assert "Löhne" in _article("a.html", page.encode(encoding)).text


def test_html_without_an_article_gives_its_visible_text() -> None:
    document = _article("a.html", "<p>Der Umsatz sank.</p><ul><li>3 Euro</li></ul>")
    assert "Der Umsatz sank." in document.text


def _docx(paragraphs: Sequence[tuple[str, str]], **properties: object) -> bytes:
    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    for name, value in properties.items():
        setattr(document.core_properties, name, value)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


WORD = (
    ("Werk baut 300 Stellen ab", "Title"),
    (PROSE, "Normal"),
    ("", "Normal"),
    ("Umsatz: 75 Millionen Euro", "List Bullet"),
)


def test_docx() -> None:
    document = _article("a.docx", _docx(WORD, created=datetime(2025, 3, 3, 8, 0)))
    assert document.title == "Werk baut 300 Stellen ab"
    assert document.published == date(2025, 3, 3)
    assert document.text.split("\n") == [
        "Werk baut 300 Stellen ab",
        PROSE,
        "",
        "• Umsatz: 75 Millionen Euro",
    ]
    kinds = [sentence.kind.value for sentence in split(document)]
    assert kinds == ["title", "body", "bullet"]


def test_docx_template_date_is_no_date() -> None:
    data = _docx(WORD, created=datetime(2013, 12, 23, 23, 15), modified=datetime(2013, 12, 23))
    assert _article("a.docx", data).published is None


def test_docx_tracked_changes() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Das Werk streicht ")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for xml in (
        f"<w:del {space}><w:r><w:delText>400</w:delText></w:r></w:del>",
        f"<w:ins {space}><w:r><w:t>300</w:t></w:r></w:ins>",
    ):
        paragraph._p.append(docx.oxml.parse_xml(xml))
    paragraph.add_run(" Stellen.")
    buffer = io.BytesIO()
    document.save(buffer)
    assert _article("a.docx", buffer.getvalue()).text == "Das Werk streicht 300 Stellen."


def test_docx_tables_are_read() -> None:
    document = docx.Document()
    document.add_paragraph(PROSE)
    document.add_table(1, 2).rows[0].cells[1].text = "Umsatz 75 Millionen Euro"
    buffer = io.BytesIO()
    document.save(buffer)
    assert "Umsatz 75 Millionen Euro" in _article("a.docx", buffer.getvalue()).text


def _pdf(pages: Sequence[Sequence[str]], info: str = "") -> bytes:
    """Return a PDF of lines in Helvetica."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", f"<< {info} >>"]
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids = []
    for lines in pages:
        text = "".join(f"({line}) Tj T*\n" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 780 Td\n{text}ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        content = len(objects)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 4 0 R >> >> /Contents {content} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    start = len(out)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 3 0 R >>"
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n".encode()


PDF_LINES = (
    "Werk baut 300 Stellen ab",
    "",
    "Das Werk in Kassel streicht nach eigenen Angaben 300 der 4.000 Stel-",
    "len in der Montage, wie die Firma am Montag vor der versammelten Be-",
    "legschaft mitteilte. Der Umsatz lag zuletzt bei 75 Millionen Euro im",
    "Jahr und damit deutlich unter dem Plan.",
)


def test_pdf() -> None:
    info = "/Title (Werk baut 300 Stellen ab) /CreationDate (D:20250303080000+01'00')"
    document = _article("a.pdf", _pdf([PDF_LINES], info))
    assert document.title == "Werk baut 300 Stellen ab"
    assert document.published == date(2025, 3, 3)
    text = " ".join(" ".join(_texts(document)).split())
    assert "300 der 4.000 Stellen in der Montage" in text
    assert "bei 75 Millionen Euro im Jahr" in text


@pytest.mark.parametrize("title", ["entwurf_3.docx", "Microsoft Word - entwurf", "Untitled", ""])
def test_pdf_title_of_a_program_is_no_title(title: str) -> None:
    document = _article("a.pdf", _pdf([PDF_LINES], f"/Title ({title})"))
    assert document.title == "Werk baut 300 Stellen ab"


def test_pdf_running_heads() -> None:
    pages = [
        f"Das Blatt\nText {name}.\nMehr\nEnde {name}\nSeite {n}" for n, name in enumerate("abc")
    ]
    assert without_running_heads(pages) == [f"Text {name}.\nMehr\nEnde {name}" for name in "abc"]


def test_jsonl() -> None:
    rows = [
        {"id": "x", "title": "Werk spart", "published": "2025-03-03", "text": PROSE},
        {"title": "Werk wächst", "source": "Blatt", "body": PROSE, "trusted": True},
        "no object",
        {"title": "leer"},
        {"text": "x", "published": "2025-02-30"},
        {"text": "Lone \ud800 surrogate."},
    ]
    lines = [json.dumps(row) for row in rows]
    result = _read("a.jsonl", "\n".join([*lines, "{", "[" * 100_000, ""]))
    assert [d.id for d in result.documents] == ["x", "blatt/werk-wachst", "a.jsonl#6"] or [
        d.id for d in result.documents
    ] == ["x", "blatt/werk-wächst", "a.jsonl#6"]
    assert result.documents[0].text == f"Werk spart\n\n{PROSE}"
    assert result.documents[1].trusted
    reasons = [skip.reason.partition(":")[0] for skip in result.skipped]
    assert reasons == ["line 3", "line 4", "line 5", "line 7", "line 8"]
    assert "�" in result.documents[2].text


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Beispielblatt</title>
<language>de</language>
<item><title>Werk baut ab</title><link>https://e.example/1</link><guid>g1</guid>
<pubDate>Mon, 03 Mar 2025 08:00:00 +0100</pubDate>
<description>&lt;p&gt;Das Werk streicht 300 Stellen.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;3 Euro&lt;/li&gt;
&lt;/ul&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description></item>
<item><title></title></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Blatt</title>
<entry><title>Plant cuts jobs</title><id>urn:1</id><updated>2025-03-03T08:00:00Z</updated>
<content type="html">&lt;p&gt;The plant will cut 300 jobs.&lt;/p&gt;</content></entry></feed>"""


def test_rss() -> None:
    result = _read("a.rss", RSS)
    (document,) = result.documents
    assert (document.id, document.url, document.source) == (
        "g1",
        "https://e.example/1",
        "Beispielblatt",
    )
    assert document.published == date(2025, 3, 3)
    assert document.text == "Werk baut ab\n\nDas Werk streicht 300 Stellen.\n\n• 3 Euro"
    assert "entry 2" in result.skipped[0].reason


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", f"\n<!DOCTYPE html>{PAGE.partition('>')[2].replace('{prose}', PROSE)}"),
        ("a.docx", _docx(WORD)),
        ("a.pdf", _pdf([PDF_LINES])),
        ("a.jsonl", json.dumps({"text": PROSE})),
        ("a.xml", ATOM),
        ("a.txt", f"<b>{PROSE}"),
        ("a.txt", f"---\ntitle: Werk\n---\n{PROSE}"),
    ],
)
def test_standard_input_is_known_by_how_it_begins(name: str, data: bytes | str) -> None:
    assert _article("-", data).text == _article(name, data).text


def test_atom() -> None:
    document = _article("a.xml", ATOM)
    assert (document.id, document.published, document.language) == ("urn:1", date(2025, 3, 3), "en")


def _bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"\0" * 300_000_000)
    return buffer.getvalue()


def _many() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for number in range(5_100):
            packed.writestr(str(number), b"")
    return buffer.getvalue()


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
HOSTILE = {
    "zip-bomb.docx": (_bomb(), "unpacks to more than"),
    "many-files.docx": (_many(), "packed files"),
    "no-zip.docx": (b"PK\x03\x04 broken", "cannot be unpacked"),
    "other-zip.docx": (zipfile.ZipFile, "is not a Word document"),
    "old.docx": (b"\xd0\xcf\x11\xe0" + b"x" * 600, "old or locked Word file"),
    "broken.pdf": (b"%PDF-1.7\nnothing", "is not a PDF"),
    "text.pdf": (b"Nur Text.", "is not a PDF"),
    "empty.pdf": (_pdf([[]]), "holds no text"),
    "laughs.xml": (RSS.replace("<rss", LAUGHS + "<rss", 1), "declares XML entities"),
    "laughs16.xml": (
        RSS.replace("<rss", LAUGHS + "<rss", 1).encode("utf-16"),
        "declares XML entities",
    ),
    "external.rss": (RSS.replace("<rss", EXTERNAL + "<rss", 1), "declares XML entities"),
    "other.xml": ("<a><b>Text</b></a>", "no RSS or Atom feed"),
    "deep.xml": ("<a>" * 1_000_000, "nested more than"),
    "deep.html": ("<div>" * 200_000 + "Text", ""),
    "wide.html": ("<p>" + "Text <b>" * 100_000, ""),
    "nul.html": ("<p>Das Werk\x00 streicht.</p>", "NUL"),
    "empty.html": ("<html></html>", "holds no text"),
    "binary.html": (bytes(range(256)), "NUL"),
    "no.jsonl": ("nothing", "line 1: is not JSON"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_named_or_read_in_bounded_time(name: str) -> None:
    data, message = HOSTILE[name]
    if data is zipfile.ZipFile:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as packed:
            packed.writestr("a.txt", "Text")
        data = buffer.getvalue()
    start = time.perf_counter()
    result = _read(name, data)
    assert time.perf_counter() - start < 10
    if message:
        assert message in result.skipped[0].reason


@pytest.mark.parametrize("suffix", sorted(input_formats()))
@pytest.mark.parametrize("data", [b"", b"\n", bytes(range(256)) * 9, "Wörter".encode("utf-16")])
def test_no_format_raises(suffix: str, data: bytes) -> None:
    result = _read(f"a{suffix}", data)
    assert len(result.documents) + len(result.skipped) == 1


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert "install newsroom-factcheck[formats]" in _problem("a.pdf", b"%PDF-1.7")
