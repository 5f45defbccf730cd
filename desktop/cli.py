"""The command line: ``desklit APP.py``, ``desklit run APP.py``, ``desklit config show``."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from .. import __version__

OWN_OPTIONS = ("--screenshot", "--size")
_CONFIG_OPTION = re.compile(r"--(?P<name>[a-z]+(?:\.[A-Za-z]+)+)(?:=(?P<value>.*))?", re.DOTALL)
_SIZE = re.compile(r"(\d{2,5})[xX](\d{2,5})")
_TRUTHS = ("true", "false", "1", "0", "yes", "no", "on", "off", "t", "f", "y", "n")
SMALLEST = 200  # px
_START = 8192  # bytes that are looked at to tell text from binary data

# Click keeps the lines of a paragraph that begins with a backspace.
_RUN_HELP = """\
Open APP.py in a window; ARGS reach its sys.argv.

\b
--SECTION.option VALUE  sets an option of the configuration, as in --theme.base dark;
                        `desklit config show` lists them.
--screenshot FILE       draws the whole page to a picture instead, prints an outline of it
                        and fails if the script does; works without a display.
--size WxH              the picture's width and least height in px; 1280x800 if not given.

Options may stand before or behind APP.py. What follows `--` belongs to the script, and so do
options behind APP.py that desklit does not know.
"""


class _AppFirst(click.Group):
    """Takes what is no command for an app to run."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h", "--version"):
            args = ["run", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_AppFirst,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`desklit APP.py` is short for `desklit run APP.py`; `desklit run --help` tells its options.",
)
@click.version_option(__version__, message="desklit %(version)s")
@click.pass_context
def commands(ctx: click.Context) -> None:
    """Run Streamlit scripts as native desktop windows."""
    _help_without_command(ctx)


def _help_without_command(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


@commands.command(
    help=_RUN_HELP,
    context_settings={
        "ignore_unknown_options": True,
        "allow_interspersed_args": False,
        "help_option_names": [],
    },
    options_metavar="[--SECTION.option VALUE] [--screenshot FILE [--size WxH]]",
)
@click.argument("words", metavar="APP.py [ARGS]...", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def run(ctx: click.Context, words: tuple[str, ...]) -> None:
    """Open APP.py in a window."""
    if "--help" in words[:1] or "-h" in words[:1]:
        click.echo(ctx.get_help())
        return
    call = read_call(words)
    ctx.exit(start(call))


@commands.group(invoke_without_command=True)
@click.pass_context
def config(ctx: click.Context) -> None:
    """Look at the options."""
    _help_without_command(ctx)


@config.command()
def show() -> None:
    """Print all options with their defaults, and where those that are set come from."""
    from ..state.config import Config
    from ..state.config_show import render_toml

    click.echo(render_toml(Config.load()))


@commands.group(invoke_without_command=True)
@click.pass_context
def cache(ctx: click.Context) -> None:
    """Look after what apps have cached on disk."""
    _help_without_command(ctx)


@cache.command()
def clear() -> None:
    """Delete what functions with `persist="disk"` have kept for this user."""
    from ..state.caching.disk import default_disk

    count = default_disk().clear()
    click.echo(f"Deleted {count} cached value{'' if count == 1 else 's'}.")


class Call:
    """What the words behind ``desklit run`` ask for."""

    def __init__(self) -> None:
        self.script: str | None = None
        self.args: list[str] = []
        self.flags: dict[str, list[str]] = {}
        self.screenshot: Path | None = None
        self.size = (1280, 800)


def read_call(words: Sequence[str]) -> Call:
    """Sort the words into app, script arguments and options.

    Raises:
        click.UsageError: An option is unknown or lacks its value.
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
        option = _CONFIG_OPTION.fullmatch(word)
        name, given, value = word.partition("=")
        behind = call.script is not None
        if option is not None and not (behind and _is_foreign(option["name"])):
            value = _value(option["name"], option["value"], rest)
            call.flags.setdefault(option["name"], []).append(value)
        elif name == "--screenshot" or (name == "--size" and not (behind and "--screenshot" not in names)):
            _own_option(call, name, value if given else _next(name, rest))
        elif behind:
            call.args.append(word)
        elif word.startswith("-") and word != "-":
            raise click.UsageError(_unknown_option(name))
        else:
            call.script = word
    if call.script is None:
        raise click.UsageError("name the script to run, as in `desklit app.py`.")
    return call


def _is_foreign(name: str) -> bool:
    """Whether a dotted option is nothing like any of the configuration's."""
    from ..state.config_files import nearest
    from ..state.config_options import OPTIONS, SECTIONS

    return name.partition(".")[0] not in SECTIONS and nearest(name, OPTIONS) is None


def _value(name: str, given: str | None, rest: list[str]) -> str:
    """The value of a config option, checked; a bool may do without one."""
    from ..state.config import OPTIONS, UsageError, parse_flag
    from ..state.config_values import BOOL

    option = OPTIONS.get(name)
    if given is None:
        if option is not None and option.kind is BOOL and (not rest or rest[0].lower() not in _TRUTHS):
            given = "true"
        else:
            given = _next(f"--{name}", rest) if option is not None else ""
    try:
        parse_flag(name, given)
    except UsageError as error:
        raise click.UsageError(str(error)) from None
    return given


def _own_option(call: Call, name: str, value: str) -> None:
    if name == "--screenshot":
        call.screenshot = Path(value)
        return
    match = _SIZE.fullmatch(value)
    if match is None or min(int(match[1]), int(match[2])) < SMALLEST:
        raise click.UsageError(f"--size is {value!r}. It accepts WIDTHxHEIGHT in px, such as 1280x800.")
    call.size = (int(match[1]), int(match[2]))


def _next(name: str, rest: list[str]) -> str:
    if not rest:
        raise click.UsageError(f"{name} needs a value.")
    return rest.pop(0)


def _unknown_option(name: str) -> str:
    near = get_close_matches(name, [*OWN_OPTIONS, "--help", "--version"], 1)
    return f"there is no option {name}.{f' Did you mean {near[0]}?' if near else ''}"


def find_script(given: str) -> Path:
    """The script's path.

    Raises:
        click.UsageError: It is missing, a folder or no Python; the message names what is near.
    """
    path = Path(given)
    if path.is_dir():
        inside = [name for name in ("app.py", "streamlit_app.py", "main.py") if (path / name).is_file()]
        hint = f" Did you mean {path / inside[0]}?" if inside else " Name a script in it."
        raise click.UsageError(f"{given} is a folder.{hint}")
    if not path.exists():
        raise click.UsageError(f"there is no file {given}.{_near(path)}")
    if path.suffix.lower() not in (".py", ".pyw"):
        raise click.UsageError(f"{given} is no Python script: its name does not end in .py.")
    try:
        with path.open("rb") as file:
            start = file.read(_START)
    except OSError as error:
        raise click.UsageError(f"{given} can't be read: {error.strerror}.") from None
    # A file in UTF-16 is text for an editor, but not for Python.
    if b"\0" in start:
        raise click.UsageError(f"{given} is no Python script: it holds binary data.")
    return path.absolute()


def _near(path: Path) -> str:
    folder = path.parent
    if not folder.is_dir():
        return f" There is no folder {folder} either."
    names = [entry.name for entry in folder.iterdir() if entry.suffix == ".py"]
    near = get_close_matches(path.name, [*names], 1) or get_close_matches(f"{path.name}.py", names, 1)
    if not near:
        return f" {folder.absolute()} holds {', '.join(sorted(names)[:5]) or 'no Python script'}."
    return f" Did you mean {folder / near[0]}?"


def start(call: Call) -> int:
    """Open the window or take the picture, and give the exit status."""
    script = find_script(call.script or "")
    if call.screenshot is not None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        if not call.screenshot.absolute().parent.is_dir():
            raise click.UsageError(f"--screenshot: there is no folder {call.screenshot.parent}.")
        from .screenshot import take_screenshot

        return take_screenshot(script, call.args, call.flags, call.screenshot, call.size)
    return open_window(script, call.args, call.flags)


def open_window(script: Path, args: Sequence[str], flags: Mapping[str, Sequence[str]]) -> int:
    """Run the app until its last window is closed."""
    from .display import why_no_display

    reason = why_no_display()
    if reason:
        raise click.UsageError(
            f"no window can be opened: {reason}. `--screenshot picture.png` works without a display."
        )
    from .quick_imports import spare_sources

    spare_sources()
    from .app import App, application
    from .faults import Faults
    from .interrupt import Interrupt
    from .logs import log_to_terminal

    qt = application()
    app = App()
    interrupt = Interrupt(app)
    faults = Faults(app)
    faults.watch_slots()
    app.last_window_closed.connect(qt.quit)
    window = app.open(script, args, flags)
    window.show()
    log_to_terminal(window.session.config)
    status = qt.exec()
    faults.close()
    return 128 + interrupt.number if interrupt.number else status


def main(argv: Sequence[str] | None = None) -> None:
    """The entry point of ``desklit``; ends the process with its exit status."""
    try:
        status = commands.main(args=argv, prog_name="desklit", standalone_mode=False)
    except click.ClickException as error:
        print(f"desklit: {error.format_message()}", file=sys.stderr)
        sys.exit(2)
    except click.Abort:
        sys.exit(130)
    sys.exit(status if isinstance(status, int) else 0)
