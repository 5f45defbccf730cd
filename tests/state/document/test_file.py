from __future__ import annotations

import json
import os
import pickle
import zipfile
from pathlib import Path

import pytest

from desklit.state.document.file import DocumentError, read_document, write_document
from desklit.state.document.snapshot import Held, Snapshot, mark_of


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
        Held(("é", 1.5), "slider", "mark"),
        Held({1j}, None, "other mark"),
        Held({"when": complex}, "pickled"),
    ),
    page="orders",
    query=(("tag", ("a", "b")),),
)


def test_what_was_written_is_read(document, key_file):
    assert write_document(document, SNAPSHOT, key_file, picture=b"a picture", version="0.1") == ()
    opened = read_document(document, key_file)
    assert opened.snapshot == SNAPSHOT
    assert opened.own
    assert opened.left_out == ()
    assert opened.picture == b"a picture"


def test_the_manifest_can_be_read_by_a_person(document, key_file):
    write_document(document, SNAPSHOT, key_file)
    with zipfile.ZipFile(document) as packed:
        manifest = json.loads(packed.read("manifest.json"))
    assert manifest["app"] == {"script": "/apps/prices.py", "title": "Prices"}
    assert manifest["values"][0] == {"key": "own", "widget": "", "value": [1, 2]}


def test_a_value_that_can_not_be_saved_is_said_and_the_rest_is_saved(document, key_file):
    def generator():
        yield 1

    held = (Held(generator(), "busy"), Held(1, "fine"))
    (line,) = write_document(document, Snapshot(Path("/a.py"), held=held), key_file)
    assert line.startswith("busy: a generator can't be saved")
    assert read_document(document, key_file).snapshot.held == (Held(1, "fine"),)


def test_a_document_from_elsewhere_opens_without_its_pickles(document, key_file, tmp_path, monkeypatch):
    monkeypatch.setenv("TRACE", str(tmp_path / "trace"))
    write_document(document, Snapshot(Path("/a.py"), held=(Held(Bomb(), "evil"), Held(1, "fine"))), key_file)
    opened = read_document(document, tmp_path / "other" / "key")
    assert not opened.own
    assert opened.snapshot.held == (Held(1, "fine"),)
    assert opened.left_out == ("evil: it is a pickle that this user's desklit did not write",)
    assert not (tmp_path / "trace").exists()


def rewritten(document, change):
    """The document with some of its parts exchanged."""
    with zipfile.ZipFile(document) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    with zipfile.ZipFile(document, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)


def test_a_pickle_that_was_exchanged_is_not_read(document, key_file, tmp_path, monkeypatch):
    monkeypatch.setenv("TRACE", str(tmp_path / "trace"))
    write_document(document, SNAPSHOT, key_file)
    rewritten(document, lambda parts: parts.update({"pickles/0": pickle.dumps(Bomb())}))
    opened = read_document(document, key_file)
    assert [line.partition(":")[0] for line in opened.left_out] == ["pickled"]
    assert not (tmp_path / "trace").exists()


def test_a_manifest_that_was_changed_is_not_taken_for_ones_own(document, key_file):
    write_document(document, SNAPSHOT, key_file)

    def forge(parts):
        parts["manifest.json"] = parts["manifest.json"].replace(b"/apps/prices.py", b"/tmp/evil.py")

    rewritten(document, forge)
    assert not read_document(document, key_file).own


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
        told = {held.key: held.value for held in opened.snapshot.held}
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
