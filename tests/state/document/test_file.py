from __future__ import annotations

import json
import os
import pickle
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from desklit.state.document.file import DocumentError, read_document, write_document
from desklit.state.document.packed import pack
from desklit.state.document.snapshot import Held, Snapshot, mark_of
from desklit.state.document.values import Blob, Codec


class Picture:
    def __init__(self, data):
        self.data = data


class Bomb:
    """Leaves a trace when it is read."""

    def __reduce__(self):
        return (os.mkdir, (str(Path(os.environ["TRACE"])),))


@pytest.fixture
def key_file(tmp_path):
    return tmp_path / "mine" / "key"


@pytest.fixture
def document(tmp_path):
    return tmp_path / "prices.desklit"


SNAPSHOT = Snapshot(
    script=Path("/apps/prices.py"),
    title="Prices",
    held=(
        Held([1, 2], "own"),
        Held(("é", 1.5), "slider", "mark", "slider"),
        Held({1j}, None, "other mark"),
        Held({"when": complex}, "pickled"),
    ),
    page="orders",
    query=(("tag", ("a", "b")),),
    digest="of the script",
    document="/documents/prices.desklit",
)


def test_what_was_written_is_read(document, key_file):
    assert write_document(document, SNAPSHOT, key_file, picture=b"a picture", version="0.1") == ()
    opened = read_document(document, key_file)
    assert replace(opened.snapshot, held=SNAPSHOT.held) == SNAPSHOT
    assert opened.values() == (SNAPSHOT.held, ())
    assert opened.own
    assert opened.picture == b"a picture"


def test_the_manifest_can_be_read_by_a_person(document, key_file):
    write_document(document, SNAPSHOT, key_file)
    with zipfile.ZipFile(document) as packed:
        manifest = json.loads(packed.read("manifest.json"))
    assert manifest["app"] == {"script": "/apps/prices.py", "title": "Prices", "digest": "of the script"}
    assert manifest["values"][0] == {"key": "own", "widget": "", "value": [1, 2]}
    assert manifest["values"][1]["kind"] == "slider"


def test_a_value_that_can_not_be_saved_is_said_and_the_rest_is_saved(document, key_file):
    def generator():
        yield 1

    held = (Held(generator(), "busy"), Held(1, "fine"))
    (line,) = write_document(document, Snapshot(Path("/a.py"), held=held), key_file)
    assert line.startswith("busy: a generator can't be saved")
    assert read_document(document, key_file).values() == ((Held(1, "fine"),), ())


def test_a_document_from_elsewhere_opens_without_its_pickles(document, key_file, tmp_path, monkeypatch):
    monkeypatch.setenv("TRACE", str(tmp_path / "trace"))
    write_document(document, Snapshot(Path("/a.py"), held=(Held(Bomb(), "evil"), Held(1, "fine"))), key_file)
    opened = read_document(document, tmp_path / "other" / "key")
    assert not opened.own
    assert opened.values() == (
        (Held(1, "fine"),),
        ("evil: it is a pickle that this user's desklit did not write",),
    )
    assert not (tmp_path / "trace").exists()


def rewritten(document, change):
    """The document with some of its parts exchanged."""
    with zipfile.ZipFile(document) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    with zipfile.ZipFile(document, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)


def test_a_document_whose_pickle_was_exchanged_is_refused(document, key_file, tmp_path, monkeypatch):
    monkeypatch.setenv("TRACE", str(tmp_path / "trace"))
    write_document(document, SNAPSHOT, key_file)
    rewritten(document, lambda parts: parts.update({"pickles/0": pickle.dumps(Bomb())}))
    with pytest.raises(DocumentError, match="has been changed since it was saved"):
        read_document(document, key_file)
    assert not (tmp_path / "trace").exists()


def test_a_document_whose_manifest_was_changed_is_refused(document, key_file):
    write_document(document, SNAPSHOT, key_file)

    def forge(parts):
        parts["manifest.json"] = parts["manifest.json"].replace(b"/apps/prices.py", b"/tmp/evil.py")

    rewritten(document, forge)
    with pytest.raises(DocumentError, match="has been changed since it was saved"):
        read_document(document, key_file)


def test_one_that_claims_to_come_from_elsewhere_gets_none_of_ones_own_pickles(document, key_file):
    write_document(document, SNAPSHOT, key_file)

    def forge(parts):
        manifest = json.loads(parts["manifest.json"])
        manifest["user"] = "somebody else"
        parts["manifest.json"] = json.dumps(manifest).encode()

    rewritten(document, forge)
    opened = read_document(document, key_file)
    assert not opened.own
    assert opened.values()[1] == ("pickled: it is a pickle that this user's desklit did not write",)


def test_a_file_that_was_exchanged_is_left_out(document, key_file):
    codec = Codec("picture", f"{__name__}.Picture", lambda picture: Blob(picture.data), Picture)
    held = (Held(Picture(b"old"), "picture"), Held(1, "fine"))
    write_document(document, Snapshot(Path("/a.py"), held=held), key_file, codecs=[codec])
    picture, _ = read_document(document, key_file).values([codec])[0]
    assert picture.value.data == b"old"
    rewritten(document, lambda parts: parts.update({"files/0": b"new"}))
    found, left_out = read_document(document, key_file).values([codec])
    assert found == (Held(1, "fine"),)
    assert left_out == ("picture: its file is not the one that was saved",)


def test_secrets_are_never_written(document, key_file):
    word = "s3cret-word"
    held = (
        Held(word, "plain"),
        Held({"deep": [word]}, "nested"),
        Held(Picture(word), "pickled"),
        Held(1, "fine"),
    )
    left_out = write_document(document, Snapshot(Path("/a.py"), held=held), key_file, secrets=[word])
    assert [line.partition(":")[0] for line in left_out] == ["plain", "nested", "pickled"]
    with zipfile.ZipFile(document) as packed:
        assert not any(word.encode() in packed.read(name) for name in packed.namelist())


def test_equal_sessions_have_equal_fingerprints_in_whichever_order():
    held = (Held(1, "a"), Held(b"".join, "b"), Held({1: len}, "c"))
    one = pack(Snapshot(Path("/a.py"), held=held))
    other = pack(Snapshot(Path("/a.py"), held=held[::-1]))
    assert len(one.pickles) == 2
    assert one.fingerprint() == other.fingerprint()
    assert one.fingerprint() != pack(Snapshot(Path("/a.py"), held=held[1:])).fingerprint()
    exchanged = (Held(1, "a"), Held(b"-".join, "b"), Held({1: len}, "c"))
    assert one.fingerprint() != pack(Snapshot(Path("/a.py"), held=exchanged)).fingerprint()


@pytest.mark.parametrize("kept", [0, 1, 30, 0.5, 0.9, -1])
def test_a_document_that_was_cut_short_is_refused(document, key_file, kept):
    write_document(document, SNAPSHOT, key_file)
    whole = document.read_bytes()
    document.write_bytes(whole[: int(kept * len(whole)) if isinstance(kept, float) else kept])
    with pytest.raises(DocumentError, match=r"cut short|damaged"):
        read_document(document, key_file)


def test_any_single_damaged_byte_is_noticed_or_harmless(document, key_file):
    write_document(document, SNAPSHOT, key_file)
    whole = document.read_bytes()
    for place in range(0, len(whole), 7):
        document.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            opened = read_document(document, key_file)
        except DocumentError:
            continue
        told = {held.key: held.value for held in opened.values()[0]}
        assert all(held.value == told[held.key] for held in SNAPSHOT.held if held.key in told)


@pytest.mark.parametrize(
    ("manifest", "why"),
    [
        (b"{}", "no session"),
        (b"\xff", "no session"),
        (b'{"format": "desklit session", "version": 99, "desklit": "9.9"}', "newer desklit"),
        (b'{"format": "desklit session", "version": 1}', "damaged"),
    ],
)
def test_what_is_no_document_is_refused_with_a_reason(document, key_file, manifest, why):
    write_document(document, SNAPSHOT, key_file)
    rewritten(document, lambda parts: parts.update({"manifest.json": manifest}))
    with pytest.raises(DocumentError, match=why):
        read_document(document, key_file)


def test_a_missing_document_is_said(tmp_path, key_file):
    with pytest.raises(DocumentError, match="No such file"):
        read_document(tmp_path / "gone.desklit", key_file)


def test_a_full_disk_leaves_the_old_document(document, key_file, monkeypatch):
    write_document(document, SNAPSHOT, key_file)
    before = document.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(DocumentError, match="No space left on device"):
        write_document(document, Snapshot(Path("/b.py")), key_file)
    assert document.read_bytes() == before


def test_widgets_are_known_by_what_tells_them_apart():
    assert mark_of(("slider", "a", 0, 10)) == mark_of(("slider", "a", 0, 10))
    assert mark_of(("slider", "a", 0, 10)) != mark_of(("slider", "a", 0, 11))
