"""Makes two real bundles and runs them as on a machine that has no Python: a minute for both."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desklit.desktop.bundle.identity import Identity

SAMPLES = Path(__file__).parents[3] / "samples"
PATIENCE = 600  # seconds for PyInstaller on a busy machine
SIZE = "900x700"
SLACK = 0.002  # of the pixels: less than any line of text takes

pytestmark = pytest.mark.skipif(sys.platform == "darwin", reason="a bundle for macOS lies elsewhere")

PROBE = """
import os, sys
from multiprocessing import resource_tracker
import streamlit as st

resource_tracker.ensure_running()
tracker = resource_tracker._resource_tracker
os.close(tracker._fd)
st.text(f"helper process: {os.waitpid(tracker._pid, 0)[1]}")
tracker._fd = tracker._pid = None

outside = [each for each in sys.path if not each.startswith(sys._MEIPASS)]
st.text(f"outside: {outside}")
st.text(f"library path: {os.environ.get('LD_LIBRARY_PATH')}")
st.text(f"works in: {os.path.basename(os.getcwd())}")
st.text(f"watches: {st.get_option('server.fileWatcherType')}")
with st.echo():
    st.text("shown by its own line")
raise LookupError("the page's own mistake")
"""


@dataclass(frozen=True)
class Bundle:
    """A bundle that has been carried away from where it was made."""

    program: Path
    told: str
    place: Path

    @property
    def app(self) -> Path:
        return self.program.parent / "_internal" / "app"

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run it with an empty environment: no PATH, no HOME, no settings of the tests."""
        return subprocess.run(
            [self.program, *words], env={}, cwd="/", capture_output=True, text=True, timeout=120, check=False
        )

    def picture(self, name: str, *words: str) -> QImage:
        path = self.place / name
        done = self.run("--screenshot", str(path), "--size", SIZE, *words)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr, done.stderr
        return QImage(str(path))


def make(sample: str, place: Path, *words: str) -> Bundle:
    """Bundle a copy of a sample, by its command, then take both copy and bundle away."""
    source = place / "source" / Path(sample).parent
    shutil.copytree(SAMPLES / Path(sample).parent, source, ignore=shutil.ignore_patterns("__pycache__"))
    script = source / Path(sample).name
    done = subprocess.run(
        [sys.executable, "-m", "desklit", "bundle", str(script), "--output", str(place / "made"), *words],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    shutil.rmtree(place / "source")
    carried = place / "some where else"
    (place / "made").rename(carried)
    name = words[words.index("--name") + 1] if "--name" in words else "Bakery sales"
    return Bundle(carried / Identity(name, "1").executable, done.stdout, place)


def unbundled(sample: str, path: Path, *words: str) -> QImage:
    command = [sys.executable, "-m", "desklit", str(SAMPLES / sample), "--screenshot", str(path)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "STREAMLIT_CLIENT_TOOLBAR_MODE": "viewer"}
    subprocess.run([*command, "--size", SIZE, *words], env=env, capture_output=True, timeout=120, check=True)
    return QImage(str(path))


def unlike(one: QImage, other: QImage) -> float:
    """How much of two pictures differs; a line of text may stand a pixel lower from run to run."""
    assert one.size() == other.size()
    rows = [bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits()) for image in (one, other)]
    pixels = range(0, len(rows[0]), 4)
    return sum(rows[0][at : at + 4] != rows[1][at : at + 4] for at in pixels) / len(pixels)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    return make("shop/shop.py", tmp_path_factory.mktemp("shop"), "--name", "Corner shop", "--version", "2.1")


@pytest.fixture(scope="module")
def sales(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    return make("bakery_sales/bakery_sales.py", tmp_path_factory.mktemp("sales"), "--icon", "🥐")


@pytest.mark.parametrize("page", [(), ("--page", "cart")], ids=["first page", "another page"])
def test_an_app_of_several_pages_shows_the_same_as_unbundled(shop, tmp_path, page):
    plain = unbundled("shop/shop.py", tmp_path / "plain.png", *page)
    assert unlike(shop.picture("shop.png", *page), plain) < SLACK


def test_an_app_with_pandas_and_an_uploader_shows_the_same_as_unbundled(sales, tmp_path):
    plain = unbundled("bakery_sales/bakery_sales.py", tmp_path / "plain.png")
    assert unlike(sales.picture("sales.png"), plain) < SLACK


def test_what_goes_along_is_told_file_by_file_and_package_by_package(shop, sales):
    assert "  goods.py\n" in shop.told
    assert "  data/july.csv\n" in sales.told
    assert "PySide6_Essentials" in shop.told
    assert "pandas" in sales.told


def test_libraries_that_an_app_does_not_use_stay_out_of_its_bundle(shop, sales):
    present = {path.name for path in (shop.program.parent / "_internal").iterdir()}
    assert not present & {"numpy", "pandas", "pyarrow", "PIL", "libgtk-3.so.0", "setuptools"}
    qt = {path.name.partition(".")[0] for path in (shop.program.parent / "_internal" / "PySide6").iterdir()}
    assert not qt & {"QtNetwork", "QtQml", "QtQuick", "QtTest"}
    assert not (sales.program.parent / "_internal" / "matplotlib").exists()


def test_a_bundle_tells_its_name_and_version(shop):
    assert shop.run("--version").stdout == "Corner shop 2.1\n"


def test_a_wrong_option_is_told_in_one_line(shop):
    done = shop.run("--size", "tiny", "--screenshot", "x.png")
    assert done.returncode == 2
    assert done.stderr.startswith("Corner shop: --size is 'tiny'.")


@pytest.fixture
def probed(shop):
    """The shop with another first page; what a bundle holds of the app are plain files."""
    page = shop.app / "goods.py"
    before = page.read_text(encoding="utf-8")
    yield lambda text: page.write_text(text, encoding="utf-8")
    page.write_text(before, encoding="utf-8")


def test_in_a_bundle_nothing_comes_from_this_machines_python_and_errors_show(shop, probed, tmp_path):
    probed(PROBE)
    done = shop.run("--screenshot", str(tmp_path / "x.png"))
    assert done.returncode == 1
    assert 'text "outside: []"' in done.stdout
    assert 'text "library path: None"' in done.stdout
    assert 'text "helper process: 0"' in done.stdout  # it was no second window
    assert 'text "works in: app"' in done.stdout
    assert 'text "watches: none"' in done.stdout
    assert """code "st.text("shown by its own line")""" in done.stdout
    assert "LookupError: the page's own mistake" in done.stderr


@pytest.fixture
def short_folder():
    """Where a socket can lie: the system takes no address of more than some hundred letters."""
    with tempfile.TemporaryDirectory(prefix="desklit-") as folder:
        yield Path(folder)


def test_a_second_double_click_reaches_the_window_that_is_open(shop, probed, tmp_path, short_folder):
    opened = tmp_path / "opened"
    probed(f"open({str(opened)!r}, 'w').close()")
    env = {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(short_folder), "HOME": str(tmp_path)}
    first = subprocess.Popen([shop.program], env=env, cwd="/", stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 60
        while not opened.exists():  # its script has run: it is the one that shows the app
            assert first.poll() is None
            assert time.monotonic() < end
            time.sleep(0.02)
        second = subprocess.run([shop.program], env=env, cwd="/", timeout=60, check=False)
        assert second.returncode == 0
        assert first.poll() is None
    finally:
        first.send_signal(signal.SIGTERM)
        first.wait(30)
