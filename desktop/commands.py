"""The commands of the command line beside running an app, and everyone's help. Running needs none of this."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .. import __version__
from .call import UsageError

# Click keeps the lines of a paragraph that begins with a backspace.
_RUN_HELP = """\
Open APP.py in a window; ARGS reach its sys.argv.

\b
--SECTION.option VALUE  sets an option of the configuration, as in --theme.base dark;
                        `desklit config show` lists them.
--screenshot FILE       draws the whole page to a picture instead, prints an outline of it
                        and fails if the script does; works without a display.
--page NAME             begins with this page, by the name that an address would have.
--session FILE          begins with a session that was saved by File, Save session.
--query NAME=VALUE      gives the app a query parameter; more of one name make a list.
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
    """Run Streamlit scripts as native desktop windows. Without an app it opens its home window."""
    if ctx.invoked_subcommand is not None:
        return
    from .display import why_no_display

    if why_no_display():
        click.echo(ctx.get_help())
        return
    from .home.open import open_home

    ctx.exit(open_home())


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
    options_metavar="[--SECTION.option VALUE] [--page NAME] [--screenshot FILE [--size WxH]]",
)
@click.argument("words", metavar="APP.py [ARGS]...", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def run(ctx: click.Context, words: tuple[str, ...]) -> None:
    """Open APP.py in a window."""
    if "--help" in words[:1] or "-h" in words[:1]:
        click.echo(ctx.get_help())
        return
    from .cli import run_app

    try:
        status = run_app(words)
    except UsageError as error:
        raise click.UsageError(str(error)) from None
    ctx.exit(status)


@commands.command(
    name="open",
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
    options_metavar="[--SECTION.option VALUE]",
)
@click.argument("words", metavar="APP.py [ARGS]...", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def open_(ctx: click.Context, words: tuple[str, ...]) -> None:
    """Open APP.py as a double click does: in the process that shows it already, if there is one."""
    if not words:
        from .home.open import open_home

        ctx.exit(open_home())
    from .launchers.open import open_app

    try:
        status = open_app(words)
    except UsageError as error:
        raise click.UsageError(str(error)) from None
    ctx.exit(status)


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


@commands.command()
@click.argument("app", metavar="[APP.py]", required=False)
@click.option("--name", help="What it is called; by default the page's title or the file's name.")
@click.option("--icon", help="An emoji, :material/name: or a picture's path; by default the page's icon.")
@click.option("--uninstall", "remove", is_flag=True, help="Remove all that was installed of it again.")
def install(app: str | None, name: str | None, icon: str | None, remove: bool) -> None:
    """Put APP.py into the menu and onto the desktop, to be opened by a double click.

    Without APP.py: the home window into the menu. Both let sessions (*.desklit) be opened by a double click,
    and scripts by 'Open with'.
    """
    from .call import find_script
    from .launchers.install import install, install_desklit, uninstall, uninstall_desklit

    if name is not None and not name.strip():
        raise click.UsageError("--name is empty.")
    if app is None and (name or icon):
        raise click.UsageError("--name and --icon are for an app: name its script.")
    try:
        if app is None:
            paths = uninstall_desklit() if remove else install_desklit()
        else:
            paths = uninstall(Path(app)) if remove else install(find_script(app), name, icon)
    except UsageError as error:
        raise click.UsageError(str(error)) from None
    if remove and not paths:
        raise click.UsageError(f"nothing is installed for {app}." if app else "desklit is not installed.")
    for path in paths:
        click.echo(f"{'Removed' if remove else 'Wrote'} {path}")


@commands.command()
@click.argument("app", metavar="APP.py")
@click.option("--name", default="", help="What it is called; by default the page's title or the file's name.")
@click.option("--icon", help="An emoji, :material/name: or a picture's path; by default the page's icon.")
@click.option("--version", default="", help="By default the script's __version__, else 1.0.0.")
@click.option("--output", default="dist", metavar="FOLDER", help="Where to put the bundle; by default dist.")
@click.option("--add", multiple=True, metavar="PATH", help="A file or folder to take along.")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Files to leave out, as *.csv.")
@click.option("--import", "modules", multiple=True, metavar="MODULE", help="A module to take along.")
@click.option("--without", multiple=True, metavar="MODULE", help="A module to leave out.")
@click.option("--with-secrets", "secrets", is_flag=True, help="Take .streamlit/secrets.toml along.")
@click.option("--zip", is_flag=True, help="Write a zip file, too.")
@click.option("--deb", is_flag=True, help="Write a package for Debian and Ubuntu, too.")
def bundle(app: str, add: tuple[str, ...], output: str, **given: Any) -> None:
    """Put APP.py and all that it needs into a folder that runs on machines without Python.

    Each of --add, --exclude, --import and --without may be given several times.
    """
    from .bundle.bundle import Order
    from .bundle.bundle import bundle as make_bundle
    from .call import find_script

    try:
        order = Order(script=find_script(app), add=tuple(map(Path, add)), output=Path(output), **given)
        make_bundle(order, click.echo)
    except UsageError as error:
        raise click.UsageError(str(error)) from None
