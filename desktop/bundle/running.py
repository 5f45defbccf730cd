"""What runs in a bundle: its one app, as a double click or a command line asks for it.

Each start of a bundle imports this, so it imports little itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_LIBRARY_PATHS = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LIBPATH")
_QT_PATHS = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH")


def run(script: str, name: str, version: str, slug: str, options: Mapping[str, str]) -> None:
    """Run the app and end the process with its exit status.

    Args:
        script: The app's script, from the bundle's own folder.
        name: What the app is called.
        version: Its version.
        slug: The name by which panels match its windows to its entry in the menu.
        options: Options of the configuration that hold in the bundle unless the command line says otherwise.
    """
    _help_multiprocessing(sys.argv[1:])
    _give_back_environment()
    _open_streams()
    os.environ["RESOURCE_NAME"] = slug
    path = Path(sys._MEIPASS, script)  # type: ignore[attr-defined]  # PyInstaller sets it
    words = own_words(sys.argv[1:], path)
    if words[:1] == ["--version"]:
        print(f"{name} {version}")
        return
    from ..call import UsageError

    given = [f"--{option}={value}" for option, value in options.items()]
    try:
        status = _start(path, [*given, *with_document(words)])
    except UsageError as error:
        print(f"{name}: {error}", file=sys.stderr)
        sys.exit(2)
    sys.exit(status)


def own_words(words: Sequence[str], script: Path) -> list[str]:
    """What is asked for, without the words by which desklit starts its own program anew.

    Args:
        words: What stands behind the program's name.
        script: The app's script.

    Example:
        >>> own_words(["open", "/opt/shop/_internal/app/shop.py", "--page=cart"],
        ...           Path("/opt/shop/_internal/app/shop.py"))
        ['--page=cart']
    """
    rest = list(words)
    if rest[:1] in (["open"], ["run"]) and str(script) in rest:
        rest.remove(str(script))
        return rest[1:]
    return [word for word in rest if word != str(script)]


def with_document(words: Sequence[str]) -> list[str]:
    """Open a saved session that a double click names: the app is this one, wherever the session's own lies.

    Args:
        words: What stands behind the program's name.
    """
    from ..call import DOCUMENT

    if not words or not words[0].lower().endswith(DOCUMENT):
        return list(words)
    return ["--session", str(Path(words[0]).absolute()), *words[1:]]


def _start(script: Path, words: Sequence[str]) -> int:
    from ..call import read_call

    # In front, as all that stands behind the script may be the script's own.
    words = [str(script), *words]
    call = read_call(words)
    if call.screenshot is not None:
        call.screenshot = call.screenshot.absolute()
    # Scripts name their files from where they lie; a double click starts anywhere.
    os.chdir(script.parent)
    if call.screenshot is not None:
        from ..cli import start

        return start(call)
    from ..launchers.open import open_app

    return open_app(words)


def _help_multiprocessing(words: Sequence[str]) -> None:
    """Be a worker or a helper of ``multiprocessing``, which starts its own program anew for them."""
    if "--multiprocessing-fork" in words or "-c" in words:
        import multiprocessing

        multiprocessing.freeze_support()  # PyInstaller's: it ends the process if that is what was asked for


def _give_back_environment() -> None:
    """Let what the app starts, such as a browser, find its own libraries and not the bundle's.

    For this process the paths have been read already.
    """
    for name in _LIBRARY_PATHS:
        before = os.environ.pop(f"{name}_ORIG", None)
        if before is not None:
            os.environ[name] = before
        else:
            os.environ.pop(name, None)
    for name in _QT_PATHS:
        os.environ.pop(name, None)


def _open_streams() -> None:
    """A program without a console has no streams, and scripts print."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            stream = open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8")  # noqa: SIM115
            setattr(sys, name, stream)
