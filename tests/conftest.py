"""What holds for all tests: no screen, no home folder, no option of whoever runs them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """The plugin's entry point is known only where desklit is installed, not where it is on the path."""
    from desklit.desktop.testing import plugin

    if not pluginmanager.is_registered(plugin):
        pluginmanager.register(plugin, "desklit")


for name in [name for name in os.environ if name.startswith("STREAMLIT_")]:
    del os.environ[name]


@pytest.fixture(scope="session", autouse=True)
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Settings, caches and ~/.streamlit/config.toml of the one who runs the tests stay out of them."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in {
        "HOME": "",
        "USERPROFILE": "",
        "XDG_CONFIG_HOME": ".config",
        "XDG_CACHE_HOME": ".cache",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
    }.items():
        os.environ[variable] = str(home / folder)
    return home
