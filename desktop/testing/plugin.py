"""The pytest plugin: ``open_app``, ``--update-screenshots``, ``--desklit-alias``.

pytest loads this module in every session, so it imports nothing but pytest; the rest comes when a test
asks for the fixture.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from .opening import Openings

_OPENINGS: pytest.StashKey[Openings] = pytest.StashKey()
_ALIAS: pytest.StashKey[_Alias] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options."""
    group = parser.getgroup("desklit", "desklit: apps in their real windows")
    group.addoption(
        "--update-screenshots",
        action="store_true",
        help="app.assert_screenshot() keeps what it sees instead of comparing it",
    )
    group.addoption(
        "--desklit-alias",
        action="store_true",
        help="`import streamlit` means desklit in test files, also where Streamlit is installed",
    )
    parser.addini("desklit_alias", "the same as --desklit-alias", type="bool", default=False)
    parser.addini("desklit_qt_ignore", "patterns of Qt's warnings that fail no test", type="linelist")
    parser.addini("desklit_thread_ignore", "patterns of threads that an app may leave", type="linelist")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Before the first conftest.py, which may import from Streamlit."""
    _install_alias(early_config)


def pytest_configure(config: pytest.Config) -> None:
    """For a session in which the plugin was loaded later than that."""
    _install_alias(config)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Give ``import streamlit`` back."""
    alias = config.stash.get(_ALIAS, None)
    if alias is not None:
        alias.uninstall()


@pytest.fixture
def open_app(request: pytest.FixtureRequest, pytestconfig: pytest.Config) -> Iterator[Any]:
    """Opens an app in its real window and gives a driver for it.

    ``open_app(path_or_function, *, size=(w, h), theme="light" | "dark", config={…}, state={…})``, see
    `desklit.desktop.testing.opening.Openings.open` and `desklit.desktop.testing.AppDriver`.

    Example:
        >>> def test_counting(open_app):
        ...     app = open_app("counter.py")
        ...     app.button("One more").click()
        ...     assert app.has("Counted to 1")
    """
    from .opening import Openings, Settings

    if pytestconfig.pluginmanager.has_plugin("pytest-qt"):
        request.getfixturevalue("qapp")  # both share one application, and it may be made to measure
    openings = Openings(
        Settings(
            test=request.path,
            failures=_failures(pytestconfig, request),
            update=pytestconfig.getoption("update_screenshots"),
            quiet=tuple(pytestconfig.getini("desklit_qt_ignore")),
            threads=tuple(pytestconfig.getini("desklit_thread_ignore")),
        )
    )
    request.node.stash[_OPENINGS] = openings
    yield openings.open
    openings.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Close the apps while the test may still fail for what they leave behind."""
    __tracebackhide__ = True
    try:
        result = yield
    except BaseException:
        openings = item.stash.get(_OPENINGS, None)
        if openings is not None:
            item.add_report_section("call", "desklit", openings.report())
        raise
    openings = item.stash.get(_OPENINGS, None)
    wrong = openings.close() if openings is not None else ""
    if wrong:
        pytest.fail(wrong, pytrace=False)
    return result


def _failures(config: pytest.Config, request: pytest.FixtureRequest) -> Path:
    cache = getattr(config, "cache", None)
    if cache is not None:
        folder: Path = cache.mkdir("desklit-screenshots")
        return folder
    made: Path = request.getfixturevalue("tmp_path")
    return made


class _Alias:
    """``import streamlit`` means desklit.

    Args:
        at_once: False waits until Streamlit is asked for and turns out not to be installed.
    """

    def __init__(self, at_once: bool) -> None:
        self._installed: Any = None
        if at_once:
            self._install()
        else:
            sys.meta_path.append(self)

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        """Asked last, when no other finder knows the module."""
        # While desklit stands for Streamlit anyway, the question is whether there is a real one.
        if name != "streamlit" or self._installed is not None or _stands_in() or _asked_by_library():
            return None
        return self._install().find_spec(name, path, target)

    def _install(self) -> Any:
        self._installed = importlib.import_module("...state.alias", __package__).install()
        return self._installed

    def uninstall(self) -> None:
        """Undo everything. Twice is once."""
        if self in sys.meta_path:
            sys.meta_path.remove(self)
        if self._installed is not None:
            self._installed.uninstall()
            self._installed = None


def _stands_in() -> bool:
    name = f"{(__package__ or '').partition('.desktop.')[0]}.state.alias"
    alias: Any = sys.modules.get(name)
    return alias is not None and any(isinstance(finder, alias.Installed) for finder in sys.meta_path)


def _asked_by_library() -> bool:
    """Whether it is an installed package that looks for Streamlit: it would not know what it gets."""
    frame = sys._getframe(2)
    while frame.f_back is not None and frame.f_globals.get("__name__", "").startswith("importlib"):
        frame = frame.f_back
    return "-packages" in frame.f_code.co_filename and "_pytest" not in frame.f_code.co_filename


def _install_alias(config: pytest.Config) -> None:
    if _ALIAS in config.stash:
        return
    given = (config.known_args_namespace, config.option)
    wanted = any(getattr(options, "desklit_alias", False) for options in given)
    wanted = wanted or config.getini("desklit_alias")
    config.stash[_ALIAS] = _Alias(at_once=bool(wanted))
