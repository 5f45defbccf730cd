from __future__ import annotations

import csv
import io
import pickle
import zipfile

import pytest

from desklit.widgets.uploaded_file import Source, Upload, UploadedFile


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "in.csv"
    file.write_bytes(b"a,b\n1,2\n")
    return file


def opened(path):
    return UploadedFile(Source(Upload.of_path(path)))


def test_it_knows_name_size_type_id_and_true_path(path):
    file = opened(path)
    assert (file.name, file.size, file.type, file.path) == ("in.csv", 8, "text/csv", path)
    assert file.file_id
    assert opened(path).file_id != file.file_id


def test_it_is_not_read_before_it_is_asked(path):
    file = opened(path)
    path.write_bytes(b"later")
    assert file.read() == b"later"
    path.unlink()
    assert file.getvalue() == b"later"
    assert file.reopened().read() == b"later"


def test_a_file_that_is_gone_says_so(path):
    file = opened(path)
    path.unlink()
    with pytest.raises(FileNotFoundError):
        file.read()


@pytest.mark.parametrize(
    "ask",
    [
        lambda f: f.read(), lambda f: f.read1(), lambda f: f.getvalue(), lambda f: bytes(f.getbuffer()),
        lambda f: b"".join(f), lambda f: b"".join(f.readlines()), lambda f: f.readline() + next(f),
        lambda f: f.seek(0, 2) and f.getvalue(), lambda f: io.TextIOWrapper(f).read().encode(),
        lambda f: io.BufferedReader(f).read(),
        lambda f: f.read(3) + f.read(),
    ],
)  # fmt: skip
def test_every_way_to_read_sees_the_content(path, ask):
    assert ask(opened(path)) == b"a,b\n1,2\n"


def test_readinto_and_write_work_on_the_content(path):
    file = opened(path)
    buffer = bytearray(3)
    assert file.readinto(buffer) == 3
    assert bytes(buffer) == b"a,b"
    file.seek(0, 2)
    file.write(b"3,4\n")
    assert file.getvalue().endswith(b"3,4\n")
    assert path.read_bytes() == b"a,b\n1,2\n"


def test_libraries_take_it_for_a_file(path, tmp_path):
    assert list(csv.reader(io.TextIOWrapper(opened(path)))) == [["a", "b"], ["1", "2"]]
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("x", "y")
    assert zipfile.ZipFile(opened(archive)).read("x") == b"y"
    assert isinstance(opened(path), io.BytesIO)


def test_a_closed_file_stays_closed(path):
    with opened(path) as file:
        file.read()
    with pytest.raises(ValueError, match="closed"):
        file.read()


def test_it_can_be_pickled_and_equals_itself(path):
    file = opened(path)
    again = pickle.loads(pickle.dumps(file))
    assert again == file
    assert again.read() == b"a,b\n1,2\n"
    assert file != opened(path)
    assert "in.csv" in repr(file)


def test_it_can_be_made_of_bytes():
    upload = Upload.of_bytes("a.txt", b"hello", "text/plain")
    file = UploadedFile(Source(upload))
    assert (file.read(), file.size, file.path) == (b"hello", 5, None)
