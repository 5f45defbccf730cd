from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from desklit.state.config import OPTIONS, Config, Option, UsageError, parse_flag
from desklit.state.config_files import nearest
from desklit.state.config_options import SECTIONS
from desklit.state.config_show import render_toml
from desklit.state.config_toml import lines_of_keys
from desklit.state.config_values import INT
from desklit.state.errors import StreamlitAPIException

Load = Callable[..., Config]


class Place:
    """A home, a working directory and a script's folder, with a config.toml in each that is asked for."""

    def __init__(self, root: Path) -> None:
        self.home, self.cwd, self.app = (root / name for name in ("home", "work", "app"))
        for folder in (self.home, self.cwd, self.app):
            folder.mkdir()

    def write(self, folder: Path, text: str) -> Path:
        path = folder / ".streamlit" / "config.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def load(
        self, flags: Mapping[str, str] | None = None, env: Mapping[str, str] | None = None, **more: Any
    ) -> Config:
        script = self.app / "app.py"
        return Config.load(script, flags, env=env or {}, home=self.home, cwd=self.cwd, **more)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def messages(config: Config) -> list[str]:
    return [warning.message for warning in config.warnings]


def test_all_367_options_of_streamlit_are_there_each_in_a_known_section() -> None:
    streamlit = [option for option in OPTIONS.values() if option.section != "desklit"]
    assert len(streamlit) == 367
    assert {option.section for option in streamlit} == set(SECTIONS) - {"desklit"}


def test_a_default_is_a_value_that_its_option_accepts() -> None:
    for option in OPTIONS.values():
        if option.default is not None:
            value = dict(option.default) if isinstance(option.default, Mapping) else option.default
            option.kind.check(value)


def test_every_option_says_in_one_sentence_what_it_does() -> None:
    assert all(option.help.endswith(".") and "\n" not in option.help for option in OPTIONS.values())


def test_scripts_may_set_what_they_may_set_in_streamlit() -> None:
    assert {name for name, option in OPTIONS.items() if option.scriptable} == {
        "client.disableDataExport",
        "client.showErrorDetails",
        "client.showSidebarNavigation",
        "client.toolbarMode",
        "logger.enableRich",
    }


@pytest.mark.parametrize(
    ("name", "variable"),
    [
        ("server.runOnSave", "STREAMLIT_SERVER_RUN_ON_SAVE"),
        ("server.enableCORS", "STREAMLIT_SERVER_ENABLE_CORS"),
        ("runner.postScriptGC", "STREAMLIT_RUNNER_POST_SCRIPT_GC"),
        ("runner.connectionDefaultTTL", "STREAMLIT_RUNNER_CONNECTION_DEFAULT_TTL"),
        ("global.e2eTest", "STREAMLIT_GLOBAL_E2E_TEST"),
        ("theme.light.sidebar.primaryColor", "STREAMLIT_THEME_LIGHT_SIDEBAR_PRIMARY_COLOR"),
    ],
)
def test_a_variable_is_named_as_in_streamlit(name: str, variable: str) -> None:
    assert OPTIONS[name].env_name == variable


def test_without_any_file_the_defaults_hold_and_nothing_is_wrong(place: Place) -> None:
    config = place.load()
    assert config.get("client.toolbarMode") == "auto"
    assert config.get("theme.primaryColor") is None
    assert config.get("server.folderWatchBlacklist") == []
    assert config.where("client.toolbarMode") == "default"
    assert not config.is_set("client.toolbarMode")
    assert config.warnings == ()


def test_each_place_wins_over_the_one_before(place: Place) -> None:
    name, variable = "server.maxUploadSize", "STREAMLIT_SERVER_MAX_UPLOAD_SIZE"
    files = [place.write(folder, "") for folder in (place.home, place.cwd, place.app)]
    for size, path in enumerate(files, start=1):
        path.write_text(f"[server]\nmaxUploadSize = {size}\n")
        config = place.load()
        assert config.get(name) == size
        assert config.where(name) == f"{path}:2"
    config = place.load(env={variable: "4"})
    assert (config.get(name), config.where(name)) == (4, f"environment variable {variable}")
    config = place.load({name: "5"}, {variable: "4"})
    assert (config.get(name), config.where(name)) == (5, f"flag --{name}")
    config.set_by_user(name, 7)
    assert (config.get(name), config.where(name)) == (7, "settings of the window")
    config.set_by_user(name, None)
    assert config.get(name) == 5


def test_a_user_wins_over_a_script_and_a_script_over_a_flag(place: Place) -> None:
    name = "client.toolbarMode"
    config = place.load({name: "viewer"})
    config.set_by_script(name, "minimal")
    assert (config.get(name), config.where(name)) == ("minimal", "st.set_option")
    config.set_by_user(name, "developer")
    assert config.get(name) == "developer"
    config.set_by_user(name, None)
    config.set_by_script(name, None)
    assert config.get(name) == "viewer"


def test_what_one_window_sets_does_not_reach_another(place: Place) -> None:
    one, other = place.load(), place.load()
    one.set_by_script("client.toolbarMode", "minimal")
    one.get("client.allowedOrigins").clear()
    assert other.get("client.toolbarMode") == "auto"
    assert len(one.get("client.allowedOrigins")) == len(other.get("client.allowedOrigins")) == 16


def test_secrets_are_looked_for_beside_each_place_of_the_configuration(place: Place) -> None:
    folders = (place.home, place.cwd, place.app)
    assert place.load().get("secrets.files") == [str(f / ".streamlit" / "secrets.toml") for f in folders]
    assert place.load({"secrets.files": "a.toml,b.toml"}).get("secrets.files") == ["a.toml", "b.toml"]


def test_a_script_in_the_working_directory_has_one_place_there(place: Place) -> None:
    config = Config.load(place.cwd / "app.py", env={}, home=place.home, cwd=place.cwd)
    assert config.files == tuple(f / ".streamlit" / "config.toml" for f in (place.home, place.cwd))


def test_an_unknown_option_raises_as_in_streamlit_and_suggests_a_near_one(place: Place) -> None:
    config = place.load()
    with pytest.raises(RuntimeError, match=r"no option 'server\.runonsave'; .* 'server\.runOnSave'"):
        config.get("server.runonsave")
    with pytest.raises(RuntimeError):
        config.where("a.b")
    with pytest.raises(RuntimeError):
        config.set_by_user("a.b", 1)
    with pytest.raises(StreamlitAPIException, match=r"no option `client\.toolbarmod`.*`client\.toolbarMode`"):
        config.set_by_script("client.toolbarmod", "auto")


def test_a_script_cannot_set_what_is_not_for_scripts(place: Place) -> None:
    config = place.load()
    with pytest.raises(StreamlitAPIException, match=r"cannot set `server\.port`.*toml.*--server\.port"):
        config.set_by_script("server.port", 1)


def test_a_wrong_value_is_refused_with_what_is_accepted(place: Place) -> None:
    config = place.load()
    with pytest.raises(StreamlitAPIException, match=r'`client\.toolbarMode` must be .*"auto".*\'bogus\''):
        config.set_by_script("client.toolbarMode", "bogus")
    with pytest.raises(ValueError, match="yes"):
        config.set_by_user("server.runOnSave", "yes")
    assert config.get("client.toolbarMode") == "auto"


@pytest.mark.parametrize(
    ("value", "details"),
    [("full", "full"), ("Type", "type"), ("none", "none"), (True, "full"), (False, "stacktrace")],
)
def test_error_details_know_words_and_the_old_booleans(place: Place, value: object, details: str) -> None:
    config = place.load()
    config.set_by_script("client.showErrorDetails", value)
    assert config.error_details == details


def test_unknown_names_are_named_with_file_line_and_suggestion(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    path = place.write(
        place.app,
        'primaryColor = "red"\n[client]\n# toolbarmode = 1\ntoolbarmode = "viewer"\nrunOnSave = true\n\n'
        "[thme]\nx = 1\n[theme.sidebr]\nx = 1\n[mapbox]\ntoken = 1\n[server]\nrunOnSave = true\n",
    )
    with caplog.at_level(logging.WARNING, "desklit.config"):
        config = place.load()
    assert [(warning.file, warning.line, warning.message) for warning in config.warnings] == [
        (path, 1, "unknown option primaryColor is ignored; did you mean theme.primaryColor?"),
        (path, 4, "unknown option client.toolbarmode is ignored; did you mean client.toolbarMode?"),
        (path, 5, "unknown option client.runOnSave is ignored; did you mean server.runOnSave?"),
        (path, 7, "unknown section [thme] is ignored; did you mean [theme]?"),
        (path, 9, "unknown section [theme.sidebr] is ignored; did you mean [theme.sidebar]?"),
        (path, 11, "unknown section [mapbox] is ignored"),
    ]
    assert [record.getMessage() for record in caplog.records] == [str(warning) for warning in config.warnings]
    assert str(config.warnings[0]).startswith(f"{path}:1: unknown option")
    assert config.get("server.runOnSave") is True


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("server.runOnSave = 'yes'", 'server.runOnSave must be true or false, not "yes"'),
        ("server.maxUploadSize = 12.7", "server.maxUploadSize must be a whole number, not 12.7"),
        ("server.maxUploadSize = true", "server.maxUploadSize must be a whole number, not true"),
        ("theme.primaryColor = 5", "theme.primaryColor must be a text in quotes, not 5"),
        ("theme.fontFaces = [{}]", "theme.fontFaces must be a list of tables, each with family and url"),
        ("theme.chartSequentialColors = 'red'", "theme.chartSequentialColors must be a list of colours"),
        ("server.folderWatchBlacklist = {}", "server.folderWatchBlacklist must be a list of texts"),
        ("server.trustedUserHeaders = {a = 1}", "server.trustedUserHeaders must be a table of texts"),
        ("client.toolbarMode = 'all'", 'client.toolbarMode must be one of "auto", "developer"'),
        ("theme = 3", "theme is a section and must be written as [theme]"),
    ],
)
def test_a_mistyped_value_is_named_and_the_rest_holds(place: Place, line: str, message: str) -> None:
    place.write(place.app, f"{line}\nlogger.level = 'error'\n")
    config = place.load()
    assert len(config.warnings) == 1
    assert config.warnings[0].line == 1
    assert config.warnings[0].message.startswith(message)
    assert config.get("logger.level") == "error"


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("server.maxUploadSize = 50.0", "server.maxUploadSize", 50),
        ("client.toolbarMode = 'Viewer'", "client.toolbarMode", "viewer"),
        ("runner.enumCoercion = 'nameandvalue'", "runner.enumCoercion", "nameAndValue"),
        ("client.showErrorLinks = false", "client.showErrorLinks", False),
        ("theme.headingFontSizes = '2rem'", "theme.headingFontSizes", "2rem"),
        ("theme.headingFontSizes = ['2rem']", "theme.headingFontSizes", ["2rem"]),
        ("theme.headingFontWeights = [700, 600]", "theme.headingFontWeights", [700, 600]),
        ("server.trustedUserHeaders = {a = 'b'}", "server.trustedUserHeaders", {"a": "b"}),
        ("[[theme.fontFaces]]\nfamily='A'\nurl='a'", "theme.fontFaces", [{"family": "A", "url": "a"}]),
        ("theme = {dark = {sidebar = {linkColor = 'red'}}}", "theme.dark.sidebar.linkColor", "red"),
        ("runner.connectionDefaultTTL = 5", "runner.connectionDefaultTTL", 5.0),
    ],
)
def test_a_value_is_kept_in_the_type_of_its_option(place: Place, line: str, name: str, value: object) -> None:
    place.write(place.app, line)
    config = place.load()
    assert config.warnings == ()
    assert config.get(name) == value
    assert type(config.get(name)) is type(value)


def test_a_file_that_is_not_toml_is_named_with_its_line_and_ignored(place: Place) -> None:
    place.write(place.home, "[server]\nmaxUploadSize = 5\n")
    path = place.write(place.app, "[server]\nrunOnSave = true\nmaxUploadSize = \n")
    config = place.load()
    (warning,) = config.warnings
    assert (warning.file, warning.line) == (path, 3)
    assert "not TOML at column" in warning.message
    assert config.get("server.runOnSave") is False
    assert config.get("server.maxUploadSize") == 5


def test_a_file_that_cannot_be_read_is_named_and_ignored(place: Place) -> None:
    place.write(place.home, "").write_bytes(b"\xff\xfe[\x00")
    (place.app / ".streamlit" / "config.toml").mkdir(parents=True)
    (place.cwd / ".streamlit").write_text("a file where a folder should be")
    found = messages(place.load())
    assert [message.partition(":")[0] for message in found] == ["cannot be read and is ignored"] * 2


def test_a_file_of_windows_with_mark_and_line_ends_is_read(place: Place) -> None:
    path = place.write(place.app, "")
    path.write_bytes(b"\xef\xbb\xbf[server]\r\nrunOnSave = true\r\nx = 1\r\n")
    config = place.load()
    assert config.get("server.runOnSave") is True
    assert config.warnings[0].line == 3


def test_the_environment_is_read_in_the_words_of_a_shell(place: Place) -> None:
    config = place.load(
        env={
            "STREAMLIT_SERVER_RUN_ON_SAVE": "yes",
            "STREAMLIT_SERVER_MAX_UPLOAD_SIZE": " 12 ",
            "STREAMLIT_SERVER_FOLDER_WATCH_BLACKLIST": "a b",
            "STREAMLIT_SERVER_FOLDER_WATCH_LIST": "/my files, /b",
            "STREAMLIT_CLIENT_SHOW_ERROR_DETAILS": "false",
            "STREAMLIT_CLIENT_TOOLBAR_MODE": "",
            "PATH": "/bin",
        }
    )
    assert config.get("server.runOnSave") is True
    assert config.get("server.maxUploadSize") == 12
    assert config.get("server.folderWatchBlacklist") == ["a", "b"]
    assert config.get("server.folderWatchList") == ["/my files", "/b"]
    assert config.error_details == "stacktrace"
    assert config.get("client.toolbarMode") == "auto"
    assert config.warnings == ()


def test_what_is_wrong_in_the_environment_is_named_and_ignored(place: Place) -> None:
    config = place.load(
        env={
            "STREAMLIT_SERVER_RUN_ON_SAVE": "maybe",
            "STREAMLIT_SERVER_MAX_UPLOD_SIZE": "3",
            "STREAMLIT_SERVER_COOKIE_SECRET": "s3",
            "STREAMLIT_API_KEY": "of another program",
        }
    )
    assert messages(config) == [
        "STREAMLIT_SERVER_RUN_ON_SAVE must be true or false, not 'maybe'; it is ignored",
        "unknown variable STREAMLIT_SERVER_MAX_UPLOD_SIZE is ignored; "
        "did you mean STREAMLIT_SERVER_MAX_UPLOAD_SIZE?",
    ]
    assert config.get("server.runOnSave") is False


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("--server.runOnSave", "On", True),
        ("server.runOnSave", "0", False),
        ("server.maxUploadSize", "50", 50),
        ("runner.connectionDefaultTTL", "1.5", 1.5),
        ("theme.base", "dark", "dark"),
        ("client.showErrorDetails", "TRUE", True),
        ("client.showErrorLinks", "auto", "auto"),
        ("secrets.files", ["a,b", "c"], ["a", "b", "c"]),
        ("secrets.files", '["a,b"]', ["a,b"]),
        ("theme.headingFontWeights", "700, 600", [700, 600]),
        ("theme.chartCategoricalColors", "rgb(1, 2, 3), red", ["rgb(1, 2, 3)", "red"]),
        ("theme.fontFaces", '[{"family": "A", "url": "a.ttf"}]', [{"family": "A", "url": "a.ttf"}]),
        ("server.trustedUserHeaders", '{"a": "b"}', {"a": "b"}),
    ],
)
def test_a_flag_is_read_in_the_type_of_its_option(name: str, text: str | list[str], value: object) -> None:
    assert parse_flag(name, text) == value
    assert type(parse_flag(name, text)) is type(value)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("server.prt", "1", r"^unknown option --server\.prt; did you mean --server\.port\?$"),
        ("zzz", "1", r"^unknown option --zzz$"),
        ("server.port", "x", r"^--server\.port must be a whole number, not 'x'$"),
        ("server.runOnSave", "maybe", r"must be true or false, not 'maybe'$"),
        ("client.toolbarMode", "all", r'must be one of "auto"'),
        ("theme.fontFaces", "[", r"must be a list of tables"),
        ("server.port", "", r"must be a whole number"),
        ("server.port", [], r"must be a whole number"),
    ],
)
def test_a_wrong_flag_is_one_clear_line(place: Place, name: str, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        parse_flag(name, text)
    with pytest.raises(UsageError, match=message):
        place.load({name: text})


def test_theme_options_fall_through_from_the_theme_to_its_sections(place: Place) -> None:
    place.write(
        place.app,
        "[theme]\nbase='dark'\nprimaryColor='p'\nbackgroundColor='b'\nsecondaryBackgroundColor='s'\n"
        "headingFontSizes=['3rem']\ntextColor='t'\n"
        "[theme.sidebar]\ntextColor='ts'\n[theme.dark]\nprimaryColor='pd'\n[theme.dark.sidebar]\ntextColor='tds'\n",
    )
    config = place.load()
    page = {
        "primaryColor": "p",
        "backgroundColor": "b",
        "secondaryBackgroundColor": "s",
        "headingFontSizes": ["3rem"],
        "textColor": "t",
    }
    assert config.theme_options("light") == page
    assert config.theme_options("dark") == page | {"primaryColor": "pd"}
    assert config.theme_options("light", sidebar=True) == {
        "primaryColor": "p",
        "backgroundColor": "s",
        "secondaryBackgroundColor": "b",
        "textColor": "ts",
    }
    assert config.theme_options("dark", sidebar=True)["textColor"] == "tds"


def test_a_theme_file_gives_what_the_configuration_leaves_open(place: Place) -> None:
    (place.app / "themes").mkdir()
    theme = place.app / "themes" / "sea.toml"
    theme.write_text("[theme]\nbase='dark'\nprimaryColor='#0af'\ntextColor='#111'\n[theme.sidebar]\nlinkColor='red'\n")
    place.write(place.app, "[theme]\nbase='themes/sea.toml'\ntextColor='#222'\n")
    config = place.load()
    assert config.warnings == ()
    assert config.get("theme.base") == "dark"
    assert config.theme_options("dark") == {"primaryColor": "#0af", "textColor": "#222"}
    assert config.get("theme.sidebar.linkColor") == "red"
    assert config.where("theme.primaryColor") == f"{theme}:3"
    assert config.files[-1] == theme
    theme.write_text("[theme]\nprimaryColor='#f00'\n")
    assert config.reload() == {"theme.base", "theme.primaryColor", "theme.sidebar.linkColor"}
    assert config.get("theme.base") == "light"


@pytest.mark.parametrize(
    ("base", "theme", "message"),
    [
        ("none.toml", "", "theme.base is ignored: it must be"),
        ("purple", "", 'theme.base is ignored: it must be "light", "dark" or the path of a file'),
        ("https://example.com/t.toml", "", "theme.base is ignored: desklit loads no theme from the web"),
        ("t.toml", "[foo]\nx = 1", "is no theme"),
        ("t.toml", "[theme\n", "this is not TOML"),
        ("t.toml", "[theme]\nprimryColor='red'", "unknown option theme.primryColor"),
        ("t.toml", "[theme]\nbase='other.toml'", "theme.base is ignored: in a theme file"),
    ],
)
def test_a_wrong_theme_file_is_named_and_ignored(place: Place, base: str, theme: str, message: str) -> None:
    (place.cwd / "t.toml").write_text(theme)
    place.write(place.app, f"[theme]\nbase='{base}'\n")
    config = place.load()
    assert any(text.startswith(message) for text in messages(config))
    assert config.get("theme.base") in (None, "light")


def test_reloading_tells_what_has_changed(place: Place) -> None:
    path = place.write(place.app, "[server]\nrunOnSave = true\nmaxUploadSize = 5\n")
    config = place.load({"logger.level": "error"})
    assert config.reload() == frozenset()
    path.write_text(
        "[server]\nrunOnSave = true\nmaxUploadSize = 6\n[theme]\nlinkColor='red'\n[logger]\nlevel='info'"
    )
    assert config.reload() == {"server.maxUploadSize", "theme.linkColor"}
    path.unlink()
    assert config.reload() == {"server.runOnSave", "server.maxUploadSize", "theme.linkColor"}
    assert config.get("logger.level") == "error"


def test_a_half_written_file_keeps_what_it_set_before(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    path = place.write(place.app, "[server]\nrunOnSave = true\n")
    config = place.load()
    path.write_text("[server]\nrunOnSa")
    with caplog.at_level(logging.WARNING, "desklit.config"):
        assert config.reload() == frozenset()
        config.reload()
    assert len(caplog.records) == len(config.warnings) == 1
    assert config.get("server.runOnSave") is True


def test_an_option_of_desklits_own_needs_only_its_row(place: Place) -> None:
    own = Option("desklit.zoomSteps", INT, 3, "How many steps of zoom there are.")
    options = {**OPTIONS, own.name: own}
    path = place.write(place.app, "[desklit]\nzoomSteps = 4\n")
    assert place.load(options=options).get("desklit.zoomSteps") == 4
    env = {"DESKLIT_ZOOM_STEPS": "5"}
    assert place.load(env=env, options=options).get("desklit.zoomSteps") == 5
    path.write_text("[desklit]\n")
    assert place.load().warnings == ()


def test_what_config_show_prints_is_toml_with_the_same_values(place: Place) -> None:
    path = place.write(
        place.app,
        '[theme]\nfont = "a \\"b\\" \\\\ \\u007f ü"\nheadingFontWeights = [700]\n'
        "[[theme.fontFaces]]\nfamily='A'\nurl='a.ttf'\n"
        "[server]\ncookieSecret='s3cret'\ntrustedUserHeaders={'X-A'='b'}\n",
    )
    config = place.load({"server.runOnSave": "true"}, {"STREAMLIT_RUNNER_CONNECTION_DEFAULT_TTL": "1.5"})
    text = render_toml(config)
    data = tomli.loads(text)
    assert data["theme"] == {
        "font": 'a "b" \\ \x7f ü',
        "headingFontWeights": [700],
        "fontFaces": [{"family": "A", "url": "a.ttf"}],
        "sidebar": {},
        "light": {"sidebar": {}},
        "dark": {"sidebar": {}},
    }
    assert data["server"] == {"runOnSave": True, "trustedUserHeaders": {"X-A": "b"}}
    assert data["runner"] == {"connectionDefaultTTL": 1.5}
    assert f"# From: {path}:2\nfont = " in text
    assert "# From: flag --server.runOnSave\n" in text
    assert '# Default: "auto"\n# toolbarMode = "auto"\n' in text
    assert "s3cret" not in text
    assert "e2eTest" not in text


def test_lines_are_found_through_texts_arrays_and_quoted_keys() -> None:
    text = (
        'a = """\n[no]\nx = 1\n"""\nb = [\n  "]", # [no]\n  1,\n]\n'
        '[ "t x" . u ]\n\'k k\'.l = { m = 1,\n n = "#" }\n'
        "[[v]]\nw = '''\n'''\nz = 2"
    )
    assert lines_of_keys(text) == {
        ("a",): 1,
        ("b",): 5,
        ("t x", "u"): 9,
        ("t x", "u", "k k"): 10,
        ("t x", "u", "k k", "l"): 10,
        ("v",): 12,
        ("v", "w"): 13,
        ("v", "z"): 15,
    }


@given(st.text(alphabet="[]{}\"'#=.\n\\ ab1,", max_size=60))
def test_no_text_is_too_odd_to_look_for_lines(text: str) -> None:
    assert all(0 < line <= text.count("\n") + 1 for line in lines_of_keys(text).values())


@pytest.mark.parametrize("name", ["completely.different", "x", ""])
def test_nothing_is_suggested_where_nothing_is_near(name: str) -> None:
    assert nearest(name, OPTIONS) is None


def test_a_start_without_files_reads_no_toml_and_logs_nothing(place: Place) -> None:
    code = (
        "import sys; from pathlib import Path; import desklit.state; before = {*sys.modules};"
        "from desklit.state.config import Config;"
        f"Config.load(home=Path({str(place.home)!r}), cwd=Path({str(place.cwd)!r}), env={{}});"
        "print({'tomli', 'logging', 'difflib', 'json', 'PySide6'} & (sys.modules.keys() - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
