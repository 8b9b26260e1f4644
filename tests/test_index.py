"""The archive: what goes in comes out, in any order of adding, and nothing foreign is touched."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claim_samples import AMAZON, CLINIC, HOSPITAL, MICROSOFT, NOW, Q2, number, relation
from factcheck import pair
from factcheck.errors import IndexDamagedError
from factcheck.index import (
    FileEntry,
    archive,
    codec,
    create_index,
    is_index,
    open_index,
    schema,
    vectors,
)
from factcheck.keys import about, canonical
from factcheck.model import (
    Document,
    Entity,
    Modality,
    NumericClaim,
    Period,
    Quantity,
    RelationalClaim,
    Resolution,
    SentenceKind,
)


class Coder:
    """A model without meaning: each text has a vector of its own, the same in every run."""

    name = "test-model"
    dimensions = 16

    def encode(self, texts):
        seeds = [int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) for text in texts]
        rows = [np.random.default_rng(seed).normal(size=self.dimensions) for seed in seeds]
        rows = np.array(rows, np.float32).reshape(len(texts), self.dimensions)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


CODER = Coder()


def entry(name: str, *claims, root: str = "news", text: str = "") -> FileEntry:
    document = Document(
        id=f"id-{name}",
        path=f"{name}.txt",
        text=text or f"Text {name} ünd 😀\r\n",
        title=f"Title {name}",
        source="dpa",
        published=date(2025, 11, 13),
    )
    own = tuple(replace(claim, document=document.id) for claim in claims)
    digest = hashlib.sha256(document.text.encode()).digest()
    return FileEntry(f"/{root}/{name}.txt", root, digest, (document,), (own,))


ENTRIES = [
    entry("a", number(34e9), relation(MICROSOFT, "partnership", AMAZON)),
    entry("b", number(35e9), number(12e9, AMAZON, "revenue", start=40)),
    entry("c", number(80e9, subject=None), relation(AMAZON, "dependence", MICROSOFT, start=30)),
    entry("d", number(80e9, HOSPITAL, "", "count", noun="person")),
    entry("e", number(90e9, CLINIC, "", "count", noun="person"), number(33e9, period=Q2)),
    entry("f", number(34e9, metric="investment", period=NOW)),
]
DRAFT = [number(31e9, document="draft"), relation(MICROSOFT, "partnership", AMAZON, "draft", 50)]


@pytest.fixture
def path(tmp_path):
    create_index(tmp_path / "index", CODER)
    return tmp_path / "index"


def fill(path, entries) -> None:
    with open_index(path, CODER, write=True) as index:
        index.add(entries)


def look_up(path, claims=tuple(DRAFT)):
    vectors = CODER.encode([canonical(claim) for claim in claims])
    with open_index(path, CODER) as index:
        found = index.candidates([about(claim) for claim in claims], vectors)
        return found, index.documents(found)


def outcome(path, claims=tuple(DRAFT)):
    """What a check would compare: documents, and pairs of claims with who proposed them."""
    found, documents = look_up(path, claims)
    everything = [*claims, *found.claims]
    vectors = np.concatenate([CODER.encode([canonical(c) for c in claims]), found.vectors])
    touching = [True] * len(claims) + [False] * len(found.claims)
    pairs = list(pair.propose(everything, vectors, touching=touching))
    return documents, [(everything[p.left], everything[p.right], p.proposed_by) for p in pairs]


# ---------------------------------------------------------------- what goes in comes out

DAYS = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
PERIODS = st.builds(Period, DAYS, DAYS, st.just("day"), st.sampled_from(Resolution), st.text())
ENTITIES = st.none() | st.builds(Entity, st.text(), st.text(), st.text())
FLOATS = st.floats(allow_nan=False)
QUANTITIES = st.builds(
    Quantity,
    low=FLOATS,
    high=FLOATS,
    unit=st.text(),
    dimension=st.text(),
    low_open=st.booleans(),
    value=st.none() | FLOATS,
    digits=st.integers(0, 20),
    noun=st.text(),
)
COMMON = {
    "document": st.text(),
    "start": st.integers(0, 10**6),
    "end": st.integers(0, 10**6),
    "quote": st.text(),
    "sentence": st.text(),
    "sentence_start": st.integers(0, 10**6),
    "subject": ENTITIES,
    "period": PERIODS,
    "kind": st.sampled_from(SentenceKind),
    "modality": st.sampled_from(Modality),
    "negated": st.booleans(),
    "confidence": st.floats(0, 1),
    "object": ENTITIES,
}
NUMERIC = st.builds(
    NumericClaim, metric=st.text(), quantity=QUANTITIES, scope=st.text(), role=st.text(), **COMMON
)
RELATIONAL = st.builds(
    RelationalClaim,
    predicate=st.text(),
    state=st.text(),
    polarity=st.sampled_from([1, -1]),
    recipient=ENTITIES,
    attributes=st.lists(st.tuples(st.text(), st.text())).map(tuple),
    **COMMON,
)


@settings(max_examples=100, deadline=None)
@given(claim=NUMERIC | RELATIONAL)
def test_claims_are_kept_without_loss(claim):
    data = codec.encode(claim)
    again = codec.decode(data, claim.document, claim.sentence, claim.sentence_start)
    assert again == claim
    assert type(again) is type(claim)
    assert codec.place(data) == (claim.start, claim.end)


def test_what_is_no_claim_has_no_place():
    packer = zlib.compressobj(wbits=-15, zdict=codec._COMMON)
    with pytest.raises(ValueError, match="not a claim"):
        codec.place(packer.compress(b"[1,2]") + packer.flush())


def test_what_pairing_asks_is_known_without_reading_the_claim(path):
    fill(path, ENTRIES)
    for row in look_up(path)[0].rows:
        assert "claim" not in vars(row)
        assert row.about == about(row.claim, numbers=row.about.numbers)


def test_a_field_of_a_later_version_is_ignored(monkeypatch):
    plain = codec._as_dict(number())
    monkeypatch.setattr(codec, "_as_dict", lambda claim: {**plain, "invented": 1})
    data = codec.encode(number())
    assert codec.decode(data, "a", number().sentence, 0) == number()


def test_documents_and_claims_come_back(path):
    fill(path, ENTRIES)
    found, documents = look_up(path)
    stored = {d.id: d for e in ENTRIES for d in e.documents}
    assert [d.id for d in documents] == ["id-a", "id-b", "id-c", "id-e", "id-f"]
    assert all(stored[d.id] == d for d in documents)
    claims = {c for e in ENTRIES for group in e.claims for c in group}
    assert set(found.claims) <= claims
    expected = CODER.encode([canonical(claim) for claim in found.claims])
    np.testing.assert_allclose(found.vectors, expected, atol=1e-6)


def test_replaced_and_removed_files_are_gone(path):
    fill(path, ENTRIES)
    fill(path, [entry("a", number(99e9), text="Neu geschrieben")])
    with open_index(path, CODER, write=True) as index:
        assert index.remove(["/news/b.txt", "/news/nowhere.txt"]) == 1
        assert index.info(verify=True).faults == ()
        assert len(index.files()) == len(ENTRIES) - 1
    found, documents = look_up(path)
    assert [d.id for d in documents] == ["id-a", "id-c", "id-e", "id-f"]
    assert {c.quantity.low for c in found.claims if c.document == "id-a"} == {99e9}


def test_one_id_in_two_files_is_told_apart_by_content(tmp_path):
    twins = [replace(ENTRIES[0], path="/x"), entry("a", number(1e9), text="Andere Fassung")]
    seen = []
    for order in (twins, twins[::-1]):
        path = tmp_path / str(len(seen))
        create_index(path, CODER)
        fill(path, order)
        seen.append([(d.id, d.text) for d in look_up(path)[1]])
    assert seen[0] == seen[1]
    assert [name for name, _ in seen[0]] == ["id-a", "id-a#2"]


# ---------------------------------------------------------------- any order


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_incremental_equals_built_at_once(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("orders")
    create_index(folder / "once", CODER)
    fill(folder / "once", ENTRIES)
    order = data.draw(st.permutations(ENTRIES))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(order)), max_size=3)))
    create_index(folder / "steps", CODER)
    fill(folder / "steps", [entry("b", number(1.0), text="old version"), entry("z", number(2.0))])
    for start, end in zip([0, *cuts], [*cuts, len(order)], strict=True):
        fill(folder / "steps", order[start:end])
    with open_index(folder / "steps", CODER, write=True) as index:
        index.remove(["/news/z.txt"])
    assert outcome(folder / "steps") == outcome(folder / "once")


def test_hot_block_gives_the_same_part_in_any_order(tmp_path):
    entries = [entry(f"n{n}", number(n % 9, period=NOW)) for n in range(150)]
    entries.append(entry("odd", number(31.5e9, period=NOW)))
    seen = []
    for order in (entries, entries[::-1]):
        path = tmp_path / str(len(seen))
        create_index(path, CODER)
        fill(path, order)
        seen.append(outcome(path, [number(31e9, period=NOW, document="draft")]))
    assert seen[0] == seen[1]
    assert len(seen[0][1]) < 100, "a hot block is read in part"
    assert any(right.document == "id-odd" for _, right, _ in seen[0][1])


def test_index_finds_what_pairing_everything_finds(path):
    """The look-up in the store against `pair.propose` over all claims in memory."""
    fill(path, ENTRIES)
    claims = [*DRAFT, *(c for e in ENTRIES for group in e.claims for c in group)]
    vectors = CODER.encode([canonical(claim) for claim in claims])
    touching = [claim.document == "draft" for claim in claims]
    pairs = list(pair.propose(claims, vectors, touching=touching))
    expected = {(claims[p.left], claims[p.right], p.proposed_by) for p in pairs}
    assert set(outcome(path)[1]) == expected


# ---------------------------------------------------------------- nothing foreign is touched


def test_new_index_takes_no_place_that_is_taken(tmp_path, path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for taken in (path, tmp_path / "folder", tmp_path / "file"):
        with pytest.raises(IndexDamagedError, match=taken.name):
            create_index(taken, CODER)
    assert (tmp_path / "file").read_text() == "mine"
    assert not list(tmp_path.glob("*.tmp"))
    (tmp_path / "empty").mkdir()
    create_index(tmp_path / "empty", CODER)
    assert is_index(tmp_path / "empty")


def damage(path, how):
    store = path / archive.STORE
    if how == "foreign":
        store.write_bytes(b"something else entirely, and long enough to look at" * 90)
    elif how == "truncated":
        store.write_bytes(store.read_bytes()[:5000])
    elif how == "empty":
        store.write_bytes(b"")
    elif how == "vectors":
        file = next(path.glob("*.faiss"))
        file.write_bytes(file.read_bytes()[:-9])
    else:
        with sqlite3.connect(store) as connection:
            connection.execute(how)


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize(
    ("how", "words"),
    [
        ("foreign", "not a database"),
        ("truncated", "malformed"),
        ("empty", "not a factcheck index"),
        ("vectors", "damaged"),
        ("PRAGMA application_id = 7", "not a factcheck index"),
        (f"PRAGMA user_version = {schema.VERSION + 1}", "newer factcheck"),
        ("UPDATE meta SET value = 'other' WHERE key = 'model'", "built with the model 'other'"),
    ],
)
def test_damage_is_one_sentence_and_nothing_is_overwritten(path, how, words, write):
    fill(path, ENTRIES)
    with sqlite3.connect(path / archive.STORE) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    damage(path, how)
    before = (path / archive.STORE).read_bytes()
    with pytest.raises(IndexDamagedError) as caught:
        if write:
            fill(path, ENTRIES[:1])
        else:
            look_up(path)
    assert words in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (path / archive.STORE).read_bytes() == before


def test_adding_nothing_reads_no_vectors(path, monkeypatch):
    fill(path, ENTRIES)
    monkeypatch.setattr(vectors, "_read", lambda *_: pytest.fail("the file was read"))
    fill(path, [])


def test_other_vectors_than_those_written_are_noticed_when_adding_nothing(path):
    fill(path, ENTRIES)
    (file,) = path.glob("vectors-*.faiss")
    file.write_bytes(file.read_bytes()[:-40])
    with pytest.raises(IndexDamagedError, match="vector"):
        fill(path, [])


def test_missing_vectors_are_built_anew(path):
    fill(path, ENTRIES)
    expected = outcome(path)
    next(path.glob("*.faiss")).unlink()
    assert outcome(path) == expected, "a reader makes them in memory"
    with open_index(path, CODER, write=True) as index:
        assert index.info(verify=True).faults == ()
    assert len(list(path.glob("*.faiss"))) == 1


def test_full_disk_keeps_the_last_state(path):
    fill(path, ENTRIES[:2])
    expected = outcome(path)
    with (
        pytest.raises(IndexDamagedError, match="full"),
        open_index(path, CODER, write=True) as index,
    ):
        pages = index.store.query("PRAGMA page_count").fetchone()[0]
        index.store.query(f"PRAGMA max_page_count = {pages}")
        index.add([entry(f"n{n}", *[number(n)] * 9) for n in range(500)])
    assert outcome(path) == expected


def test_vectors_that_cannot_be_written_leave_the_old_file(path, monkeypatch):
    fill(path, ENTRIES[:2])
    file = next(path.glob("*.faiss"))
    before = file.read_bytes()
    monkeypatch.setattr("faiss.write_index", _full)
    with pytest.raises(IndexDamagedError, match="No space left"):
        fill(path, ENTRIES)
    assert file.read_bytes() == before
    monkeypatch.undo()
    with open_index(path, CODER, write=True) as index:
        assert index.info(verify=True).faults == ()
        assert len(index.files()) == len(ENTRIES)


def _full(index, name):
    raise RuntimeError("Error in faiss::FileIOWriter: Error: No space left on device")


def test_verify_finds_what_is_wrong(path):
    fill(path, ENTRIES)
    with sqlite3.connect(path / archive.STORE) as connection:
        connection.execute("DELETE FROM keys WHERE hash = (SELECT min(hash) FROM keys)")
        connection.execute("UPDATE texts SET text = 'something else' WHERE id = 1")
    connection.close()
    with open_index(path, CODER) as index:
        faults = " ".join(index.info(verify=True).faults)
    assert "blocking keys" in faults
    assert "differ from their text" in faults


def test_older_schema_is_migrated_by_a_writer_only(path, monkeypatch):
    fill(path, ENTRIES)
    expected = outcome(path)
    steps = []
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setitem(schema.MIGRATIONS, schema.VERSION, lambda db: steps.append(db))
    with pytest.raises(IndexDamagedError, match="older schema"):
        look_up(path)
    with open_index(path, CODER, write=True):
        pass
    assert len(steps) == 1
    assert outcome(path) == expected


def test_files_of_the_first_schema_are_read_anew(path):
    fill(path, ENTRIES)
    with sqlite3.connect(path / archive.STORE) as connection:
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    with open_index(path, CODER, write=True) as index:
        assert set(index.store.rows("SELECT digest FROM files")) == {(b"",)}
    expected = outcome(path)
    fill(path, ENTRIES)
    assert outcome(path) == expected


def test_info_counts(path):
    fill(path, ENTRIES)
    with open_index(path, CODER) as index:
        info = index.info()
    assert (info.files, info.documents, info.claims) == (6, 6, 10)
    assert info.vectors == info.texts
    assert info.model == "test-model"
    assert info.bytes > 10_000
