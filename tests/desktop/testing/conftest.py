from __future__ import annotations

from collections.abc import Callable

import pytest

CONFTEST = """
def pytest_addoption(parser, pluginmanager):
    from desklit.desktop.testing import plugin

    if not pluginmanager.is_registered(plugin):
        pluginmanager.register(plugin, "desklit")
"""
WITHOUT = ("benchmark", "cacheprovider", "xvfb")


@pytest.fixture
def inner(pytester: pytest.Pytester) -> Callable[..., pytest.RunResult]:
    """Runs a test file as its user does, in a process of its own."""
    pytester.makeconftest(CONFTEST)

    def run(*args: str, **files: str) -> pytest.RunResult:
        if files:
            pytester.makepyfile(**files)
        # Without the plugins of whoever runs the tests, but with the one that also listens to Qt.
        without = [word for name in WITHOUT for word in ("-p", f"no:{name}")]
        return pytester.runpytest_subprocess(*without, *args)

    return run
