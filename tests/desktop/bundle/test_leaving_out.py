"""What stays out of a bundle, and what has to come along unseen."""

from __future__ import annotations

import pytest

from desklit.desktop.bundle.needed import needless_of
from desklit.desktop.bundle.slimming import is_for_running, is_used_of_qt, without_orphans
from desklit.desktop.bundle.uses import implied_by, plugins_of

QT = ("QtCore", "QtGui", "QtWidgets", "QtSvg")


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/QtWidgets.abi3.so",
        "PySide6/QtWidgets.pyd",
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\plugins\\imageformats\\qjpeg.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "numpy/core/_multiarray.so",
    ],
)
def test_what_a_window_needs_of_qt_stays(place):
    assert is_used_of_qt(place, QT)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/QtNetwork.abi3.so",
        "PySide6/QtQml.pyd",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6\\translations\\qtbase_de.qm",
        "PySide6\\opengl32sw.dll",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/egldeviceintegrations/libqeglfs-x11-integration.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/qml/QtQuick/libqtquick2plugin.so",
    ],
)
def test_what_no_window_needs_of_qt_goes(place):
    assert not is_used_of_qt(place, QT)


def test_an_app_that_fetches_pictures_keeps_the_network_and_its_encryption():
    assert is_used_of_qt("PySide6/QtNetwork.abi3.so", (*QT, "QtNetwork"))
    assert is_used_of_qt("PySide6/Qt/plugins/tls/libqopensslbackend.so", (*QT, "QtNetwork"))


@pytest.mark.parametrize(
    ("place", "stays"),
    [
        ("pyarrow/libarrow.so.2600", True),
        ("pyarrow/lib.cpython-311-x86_64-linux-gnu.so", True),
        ("pyarrow/libarrow_flight.so.2600", False),
        ("pyarrow/libarrow_python_flight.so", False),
        ("pyarrow/_flight.cpython-311-x86_64-linux-gnu.so", False),
        ("pyarrow/include/arrow/api.h", False),
        ("numpy/tests/data/x.csv", False),
        ("numpy/__init__.pxd", False),
        ("pandas/io/formats/templates/html.tpl", True),
        ("emoji/unicode_codes/emoji.json", True),
        ("emoji/unicode_codes/emoji_de.json", False),
        ("pandas-3.0.dist-info/METADATA", True),
    ],
)
def test_headers_tests_and_parts_that_nobody_names_go(place, stays):
    assert is_for_running(place, ()) is stays


def test_a_part_that_the_app_imports_stays():
    assert is_for_running("pyarrow/libarrow_flight.so.2600", ("pyarrow.flight",))


def test_libraries_go_with_what_alone_had_needed_them_and_shared_ones_stay():
    links = {
        "/q/theme.so": ["libgtk.so", "libglib.so"],
        "/q/window.so": ["libglib.so"],
        "/l/libgtk.so": ["libpango.so"],
        "/l/libpango.so": [],
        "/l/libglib.so": [],
    }
    names = ("window.so", "libgtk.so", "libpango.so", "libglib.so")
    entries = [(name, next(path for path in links if path.endswith(f"/{name}")), "BINARY") for name in names]
    kept = without_orphans(entries, [("theme.so", "/q/theme.so", "BINARY")], lambda path: links[path])
    assert [place for place, _, _ in kept] == ["window.so", "libglib.so"]


PACKAGES = {
    "pandas": ["pandas"],
    "numpy": ["numpy"],
    "pyarrow": ["pyarrow"],
    "matplotlib": ["matplotlib"],
    "mpl_toolkits": ["matplotlib"],
    "dateutil": ["python-dateutil"],
    "google": ["google-auth", "google-cloud"],
}
REQUIREMENTS = {"pandas": ["numpy", "python-dateutil"], "matplotlib": ["numpy"]}


def test_installed_libraries_that_nothing_requires_are_needless():
    found = needless_of(["pandas", "csv"], [], PACKAGES, REQUIREMENTS)
    assert found == {"matplotlib", "mpl_toolkits", "google"}


def test_a_library_that_is_left_out_is_needless_though_another_works_with_it():
    assert "pyarrow" in needless_of(["pandas"], ["pyarrow"], PACKAGES, REQUIREMENTS)


def test_a_package_that_several_libraries_share_stays_for_any_of_them():
    assert "google" not in needless_of(["google"], [], PACKAGES, REQUIREMENTS)


def test_what_pandas_looks_for_by_name_is_implied_only_where_pandas_is():
    assert "openpyxl" in implied_by({"read_excel"}, {"pandas"})
    assert "matplotlib" in implied_by({"plot"}, {"pandas"})
    assert implied_by({"plot", "read_excel"}, {"numpy"}) == frozenset()


def test_commands_bring_what_they_need():
    assert implied_by({"connection"}, {"streamlit"}) == {"sqlalchemy", "pandas"}
    assert implied_by({"image"}, {"streamlit"}) == {"PySide6.QtNetwork"}


class _Entry:
    group, value = "pandas_plotting_backends", "hvplot.plotting:Backend [extra]"


class _Distribution:
    entry_points = (_Entry,)


def test_plugins_that_announce_themselves_to_an_imported_library_come_along(monkeypatch):
    monkeypatch.setattr("importlib.metadata.distributions", lambda: [_Distribution])
    assert plugins_of({"pandas"}) == {"hvplot.plotting"}
    assert plugins_of({"numpy"}) == frozenset()
