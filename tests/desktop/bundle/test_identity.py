from __future__ import annotations

from pathlib import Path

import pytest

from desklit.desktop.bundle.identity import Identity, windows_version_info
from desklit.desktop.call import UsageError

SCRIPT = Path("price_list.py")


@pytest.mark.parametrize(
    ("system", "program"),
    [
        ("linux", "my-shop/my-shop"),
        ("win32", "My Shop/My Shop.exe"),
        ("darwin", "My Shop.app/Contents/MacOS/My Shop"),
    ],
)
def test_the_program_is_called_as_is_the_custom_of_each_system(system, program):
    identity = Identity.of(SCRIPT, "My  Shop", "1.2", system)
    assert identity.executable == Path(program)
    assert identity.folder == Path(program.partition("/")[0])


@pytest.mark.parametrize(("name", "program"), [("A/B: C?", "A B C"), ("CON", "con"), ("???", "app")])
def test_a_name_that_windows_does_not_allow_is_mended(name, program):
    assert Identity.of(SCRIPT, name, "", "win32").program == program


def test_without_a_name_the_script_gives_it_and_the_version_is_a_first_one():
    identity = Identity.of(SCRIPT, "", "")
    assert (identity.name, identity.version) == ("Price list", "1.0.0")


@pytest.mark.parametrize("version", ["2", "1.2.3", "2026.11", "1.0rc1", "1.0.0-beta.2"])
def test_versions_are_numbers_with_dots_and_perhaps_a_word(version):
    assert Identity.of(SCRIPT, "", version).version == version


@pytest.mark.parametrize("version", ["new", "1..2", "1.0 beta", "../1"])
def test_what_is_no_version_is_refused(version):
    with pytest.raises(UsageError, match="--version"):
        Identity.of(SCRIPT, "", version)


def test_windows_gets_four_numbers_and_the_name():
    text = windows_version_info(Identity("Émile's shop", "1.2-70000", "win32"))
    assert "filevers=(1, 2, 65535, 0)" in text
    assert "Émile" in text
    compile(text, "version", "eval")  # PyInstaller evaluates it


@pytest.mark.parametrize(("system", "word"), [("linux", "linux"), ("win32", "windows"), ("darwin", "macos")])
def test_a_packed_bundle_is_named_by_system_and_processor(system, word):
    assert Identity("My Shop", "1.2", system).file_name("X86_64") == f"my-shop-1.2-{word}-x86_64"
