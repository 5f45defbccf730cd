"""What the words behind ``desklit run`` ask for. It imports little: each start reads its words here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..state.pages import Visit

OWN_OPTIONS = ("--page", "--query", "--screenshot", "--session", "--size")
DOCUMENT = ".desklit"  # how the names of saved sessions end
# Patterns as text: a start that needs none of them does not compile them.
_CONFIG_OPTION = r"--(?P<name>[a-z]+(?:\.[A-Za-z]+)+)(?:=(?P<value>.*))?"
_SIZE = r"(\d{2,5})[xX](\d{2,5})"
_ADDRESS = r"[a-zA-Z][a-zA-Z0-9+.-]+://"
_TRUTHS = ("true", "false", "1", "0", "yes", "no", "on", "off", "t", "f", "y", "n")
SMALLEST, LARGEST = 200, 16_384  # px of a picture's side
_COMMANDS = ("bundle", "cache", "config", "install", "run")
_START = 8192  # bytes that are looked at to tell text from binary data


class UsageError(Exception):
    """What was asked for on the command line cannot be done; the text is for the user."""


class Call:
    """What the words behind ``desklit run`` ask for."""

    def __init__(self) -> None:
        self.script: str | None = None
        self.args: list[str] = []
        self.flags: dict[str, list[str]] = {}
        self.screenshot: Path | None = None
        self.session: Path | None = None
        self.size = (1280, 800)
        self.page = ""
        self.query: dict[str, list[str]] = {}

    def visit(self) -> Visit | None:
        """The page and the query parameters that the app is to open with; None where none are named."""
        if not self.page and not self.query:
            return None
        from ..state.pages import Visit

        return Visit(self.page, query=tuple((name, tuple(texts)) for name, texts in self.query.items()))


def read_call(words: Sequence[str]) -> Call:
    """Sort the words into app, script arguments and options.

    Raises:
        UsageError: An option is unknown or lacks its value.
    """
    call = Call()
    rest = list(words)
    # Without a picture to take, a --size behind the script can only be the script's own.
    names = {word.partition("=")[0] for word in words[: words.index("--") if "--" in words else None]}
    while rest:
        word = rest.pop(0)
        if word == "--":
            call.args += rest
            break
        option = re.fullmatch(_CONFIG_OPTION, word, re.DOTALL) if word.startswith("--") else None
        name, given, value = word.partition("=")
        behind = call.script is not None
        if option is not None and not (behind and _is_foreign(option["name"])):
            value = _value(option["name"], option["value"], rest)
            call.flags.setdefault(option["name"], []).append(value)
        elif name in OWN_OPTIONS and not (name == "--size" and behind and "--screenshot" not in names):
            _own_option(call, name, value if given else _next(name, rest))
        elif behind:
            _check_not_misspelt(name)
            call.args.append(word)
        elif word.startswith("-") and word != "-":
            raise UsageError(_unknown_option(name))
        else:
            call.script = word
    if call.script is None:
        raise UsageError("name the script to run, as in `desklit app.py`.")
    return call


def _is_foreign(name: str) -> bool:
    """Whether a dotted option is nothing like any of the configuration's."""
    from ..state.config_files import nearest
    from ..state.config_options import OPTIONS, SECTIONS

    return name.partition(".")[0] not in SECTIONS and nearest(name, OPTIONS) is None


def _value(name: str, given: str | None, rest: list[str]) -> str:
    """The value of a config option, checked; a bool may do without one."""
    from ..state import config
    from ..state.config_values import BOOL

    option = config.OPTIONS.get(name)
    if given is None:
        if option is not None and option.kind is BOOL and (not rest or rest[0].lower() not in _TRUTHS):
            given = "true"
        else:
            given = _next(f"--{name}", rest) if option is not None else ""
    try:
        config.parse_flag(name, given)
    except config.UsageError as error:
        raise UsageError(str(error)) from None
    return given


def _own_option(call: Call, name: str, value: str) -> None:
    if name == "--screenshot":
        call.screenshot = Path(value)
        return
    if name == "--session":
        call.session = Path(value)
        return
    if name == "--page":
        call.page = value.strip("/")
        return
    if name == "--query":
        key, found, text = value.partition("=")
        if not found or not key:
            raise UsageError(f"--query is {value!r}. It accepts NAME=VALUE, such as colour=red.")
        call.query.setdefault(key, []).append(text)
        return
    match = re.fullmatch(_SIZE, value)
    size = (int(match[1]), int(match[2])) if match is not None else (0, 0)
    if not SMALLEST <= min(size) <= max(size) <= LARGEST:
        raise UsageError(
            f"--size is {value!r}. It accepts WIDTHxHEIGHT in px, such as 1280x800; "
            f"sides go from {SMALLEST} to {LARGEST}."
        )
    call.size = size


def _next(name: str, rest: list[str]) -> str:
    if not rest:
        raise UsageError(f"{name} needs a value.")
    return rest.pop(0)


def _check_not_misspelt(name: str) -> None:
    """Refuse an option behind the script that is all but desklit's own: it would open a window instead."""
    if name.startswith("--") and _near(name, ["--screenshot"], 0.85):
        raise UsageError(
            f"there is no option {name}. Did you mean --screenshot? "
            "If it is the script's own, write -- before it."
        )


def _near(name: str, names: Sequence[str], cutoff: float = 0.6) -> list[str]:
    from difflib import get_close_matches  # only a mistake needs it

    return get_close_matches(name, names, 1, cutoff)


def _unknown_option(name: str) -> str:
    near = _near(name, [*OWN_OPTIONS, "--help", "--version"])
    return f"there is no option {name}.{f' Did you mean {near[0]}?' if near else ''}"


def find_script(given: str) -> Path:
    """The script's path.

    Raises:
        UsageError: It is an address, missing, a folder or no Python; the message names what is near.
    """
    if re.match(_ADDRESS, given):
        raise UsageError(f"{given} is an address. Only scripts on this machine are run: fetch it first.")
    path = Path(given)
    if path.is_dir():
        inside = [name for name in ("app.py", "streamlit_app.py", "main.py") if (path / name).is_file()]
        hint = f" Did you mean {path / inside[0]}?" if inside else " Name a script in it."
        raise UsageError(f"{given} is a folder.{hint}")
    if not path.exists():
        raise UsageError(f"there is no file {given}.{_near_file(path)}")
    if path.suffix.lower() not in (".py", ".pyw"):
        raise UsageError(f"{given} is no Python script: its name does not end in .py.")
    try:
        with path.open("rb") as file:
            start = file.read(_START)
    except OSError as error:
        raise UsageError(f"{given} can't be read: {error.strerror}.") from None
    # A file in UTF-16 is text for an editor, but not for Python.
    if b"\0" in start:
        raise UsageError(f"{given} is no Python script: it holds binary data.")
    return path.absolute()


def _near_file(path: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return f" There is no folder {folder} either."
    if not path.suffix and (command := _near(path.name, _COMMANDS, 0.75)):
        return f" Did you mean the command `desklit {command[0]}`?"
    names = {entry.stem: entry.name for entry in folder.iterdir() if entry.suffix == ".py"}
    near = [names[stem] for stem in _near(path.stem, list(names))]
    if not near:
        return f" {folder.absolute()} holds {', '.join(sorted(names.values())[:5]) or 'no Python script'}."
    return f" Did you mean {folder / near[0]}?"
