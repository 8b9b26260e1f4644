"""Reads articles: paths in, documents out, with every file that could not be read named."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from factcheck.errors import InputError
from factcheck.lang.base import languages
from factcheck.lang.detect import detect
from factcheck.limits import CHECKED_LENGTH, FILE_BYTES
from factcheck.model import Document, Skipped
from factcheck.read.identity import document_id, make_unique
from factcheck.read.model import Article, Reading, ReadResult
from factcheck.read.paths import Buffer, Source, find_sources, shown_path
from factcheck.read.publication import infer_all
from factcheck.tables.input_formats import InputFormat, input_formats, suffix_of
from factcheck.tables.notices import Notice

STDIN = "-"

__all__ = ["Article", "Buffer", "ReadResult", "read_paths", "shown_path"]


def read_paths(
    paths: Sequence[str | Path | Buffer],
    *,
    published: date | None = None,
    size_limit: int = FILE_BYTES,
) -> ReadResult:
    """Read every article under the paths; a file that cannot be read stops no other.

    `published` is the date of articles that neither state nor reveal one (marked as inferred).
    `size_limit` is in bytes a file. What a user can cause raises nothing: see `skipped`, `failed`.
    """
    result = ReadResult()
    articles: list[tuple[Article, str]] = []
    for source in find_sources(paths):
        try:
            reading = _read_file(source, size_limit)
        except InputError as error:
            result.skipped.append(Skipped(source.shown, error.args[0]))
            if source.named:
                result.failed.append(source.shown)
            continue
        articles += ((article, source.shown) for article in reading.articles)
        result.notices.extend(
            Notice("about", path=source.shown, what=notice) for notice in _notices(reading)
        )
        result.skipped.extend(Skipped(source.shown, reason) for reason in reading.skipped)
    documents, notices = make_unique(_documents(articles, published))
    result.documents.extend(documents)
    result.notices.extend(notices)
    return result


def _read_file(source: Source, size_limit: int) -> Reading:
    if source.problem:
        raise InputError(source.problem)
    data = source.data
    try:
        size = source.path.stat().st_size if data is None else len(data)
        if size > size_limit:
            raise InputError(Notice("too_large", size=size, most=size_limit))
        if data is None:
            data = source.path.read_bytes()
    except OSError as error:
        raise InputError(Notice("unreadable", reason=error.strerror or str(error))) from error
    suffix = suffix_of(data) if source.shown == STDIN else source.path.suffix.lower()
    return _parse(data, source.shown, suffix)


def _parse(data: bytes, shown: str, suffix: str) -> Reading:
    if not data.strip():
        raise InputError(Notice("empty_file"))
    row = input_formats().get(suffix)
    if row is None or not row.article:
        row = input_formats()[".txt"]  # a file named by its user may have any suffix
    _require(row)
    module = importlib.import_module(f"factcheck.read.{row.module}")
    reading: Reading = module.read(data, shown)
    return reading


def _notices(reading: Reading) -> Iterator[str]:
    yield from reading.notices
    if any(len(article.text) > CHECKED_LENGTH for article in reading.articles):
        yield Notice("long", most=CHECKED_LENGTH)


def _require(row: InputFormat) -> None:
    missing = [name for name in row.needs if importlib.util.find_spec(name) is None]
    if missing:
        raise InputError(Notice("needs", packages=", ".join(missing)))


def _documents(articles: Sequence[tuple[Article, str]], published: date | None) -> list[Document]:
    texts = [article.text[article.body_start :] for article, _ in articles]
    dates = infer_all(texts, [article.published for article, _ in articles])
    return [
        _document(article, path, day, published)
        for (article, path), day in zip(articles, dates, strict=True)
    ]


def _document(article: Article, path: str, day: date | None, published: date | None) -> Document:
    return Document(
        id=document_id(article, path),
        path=path,
        text=article.text[:CHECKED_LENGTH],
        title=article.title,
        source=article.source,
        published=day or published,
        published_inferred=article.published is None and (day or published) is not None,
        language=_language(article),
        origin=article.origin,
        url=article.url,
        trusted=article.trusted,
        body_start=article.body_start,
    )


def _language(article: Article) -> str:
    stated = article.language.strip().lower()[:2]
    return stated if stated in languages() else detect(article.text[article.body_start :])
