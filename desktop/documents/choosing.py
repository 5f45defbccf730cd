"""Which app a document is opened with: the one that it names, or one that its user chooses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMessageBox

from ...state.document.file import Document
from ..home.recents import Recents

if TYPE_CHECKING:
    from ..window import Window

_Role = QMessageBox.ButtonRole
SCRIPTS = (".py", ".pyw")
Choice = Callable[[], Path | None]


def choose_app(window: Window, document: Path) -> None:
    """Ask for another app for a document, and open it with that in a window of its own."""
    window.scene.files.open(
        window, SCRIPTS, False, lambda paths: window.documents.open_with(document, paths[0])
    )


def app_of(document: Document, recents: Recents | None = None) -> Path | None:
    """The app of a document, if it is there and may be run without a question.

    Args:
        document: The document.
        recents: The apps that this user knows.
    """
    script = document.snapshot.script
    if not script.is_file():
        return None
    if document.own:
        return script
    # A document of somebody else could name any script: only what its reader has run before is run.
    known = (recents or Recents()).apps()
    return script if any(app.script == script for app in known) else None


def ask_for_app(document: Document) -> Path | None:
    """Ask which app a document is to be opened with; None if it is not to be opened.

    There is no window yet that this could hold up.
    """
    box, choices = question(document)
    box.exec()
    choice = choices.get(box.clickedButton())
    return choice() if choice is not None else None


def question(document: Document) -> tuple[QMessageBox, dict[QAbstractButton, Choice]]:
    """The question, and what each of its buttons stands for."""
    told = document.snapshot
    script = told.script
    box = QMessageBox()
    box.setWindowTitle(document.path.name)
    box.setIcon(QMessageBox.Icon.Question)
    app = told.title or script.stem
    is_there = script.is_file()
    beside = document.path.absolute().parent / script.name
    found = script if is_there else beside if beside.is_file() else None
    if is_there:
        box.setText(f"{document.path.name} comes from elsewhere. Open it with {app}?")
        box.setInformativeText(f"It names this app, which you have not opened before:\n{script}")
    else:
        box.setText(f"The app of this session, {app}, is not there any more.")
        where = f"One of the same name lies beside the document:\n{found}" if found else "Choose its script."
        box.setInformativeText(f"It was here:\n{script}\n\n{where}")
    choose = box.addButton("Choose an app …", _Role.ActionRole)
    choices: dict[QAbstractButton, Choice] = {choose: lambda: _chosen(document.path)}
    usual = choose
    if found is not None:
        usual = box.addButton(f"Open with {found.name}", _Role.AcceptRole)
        choices[usual] = lambda: found
    cancel = box.addButton("Cancel", _Role.RejectRole)  # a standard one has the style's icon
    box.setEscapeButton(cancel)
    # What comes from elsewhere is not run by a mere Enter.
    box.setDefaultButton(usual if document.own else cancel)
    return box, choices


def _chosen(document: Path) -> Path | None:
    kinds = "Python scripts (*.py *.pyw)"
    name, _ = QFileDialog.getOpenFileName(None, "Choose an app", str(document.absolute().parent), kinds)
    return Path(name) if name else None
