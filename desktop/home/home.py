"""The home window: what ``desklit`` opens when it is not told which app."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QPoint, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QScrollArea, QWidget

from ...state.config import Config
from ...widgets.fonts import text_font
from ...widgets.scene import Scene
from ...widgets.style import apply_palette, dress
from ..call import DOCUMENT, UsageError, find_script
from ..first_size import first_size
from ..looks import Looks
from ..menu import build_menu
from ..menu_entry import LINE, Entry
from ..notices import Notices, escaped
from ..preferences import Preferences
from .bar import Bar
from .card import Card, Shown
from .opening import Opening, files_in
from .recents import Recents, short_folder
from .samples import Sample, samples
from .shelf import GAP, Shelf

SIDE, TOP = 32, 24  # px
_SCROLL_BAR = 10  # the style's own; kept free, so that nothing moves when it comes
_REFRESH = 200  # ms: a process writes its list in several steps

Opener = Callable[[Path], Opening | None]


class Home(QWidget):
    """Recent apps, samples, search, open, drop.

    Args:
        recents: The list of recent apps.
        preferences: What the user chose for all apps.
        config: Options; the theme is the user's.
        brought: The samples; by default those that came along.
        opener: Starts an app; by default in a process of its own.

    Signals:
        closed: The window has been closed.
    """

    closed = Signal()

    def __init__(
        self,
        recents: Recents,
        preferences: Preferences,
        config: Config,
        *,
        brought: tuple[Sample, ...] | None = None,
        opener: Opener | None = None,
    ) -> None:
        super().__init__()
        self._recents = recents
        self._samples = samples() if brought is None else brought
        self._opener = opener or (lambda script: Opening(script, self))
        self._looks = Looks(config, preferences, self)
        self.scene = Scene(self._looks.main, self)
        self.setObjectName("window")
        self.setWindowTitle("desklit")
        self.setAcceptDrops(True)
        self._make_parts()
        self._looks.changed.connect(self._dress)
        self._dress()
        self._watcher = QFileSystemWatcher(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REFRESH)
        self._later.timeout.connect(self.refresh)
        self._watcher.directoryChanged.connect(lambda _: self._later.start())
        self.refresh()
        # It has the focus until its user gives it to something: no field is armed by mere opening.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()
        self.setMinimumSize(320, 320)
        self.resize(first_size(self, QSize(880, 680)))

    def _make_parts(self) -> None:
        self.bar = Bar(self.scene, self)
        self.search, self.open_button = self.bar.search, self.bar.open_button
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._open_nearest)
        self.open_button.clicked.connect(self._ask_for_script)
        self.notices = Notices(self.scene, self)
        self.notices.changed.connect(self._place)
        self.area = QScrollArea(self)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.area.setWidget(self.content)
        # The window's own colour shows through.
        self.area.viewport().setAutoFillBackground(False)
        self.content.setAutoFillBackground(False)
        empty = "Nothing has been opened yet. Open a script, drop one here, or try a sample."
        self.recent = Shelf("Recent", empty, self.scene, self.content)
        self.samples = Shelf("Samples", "", self.scene, self.content)
        self.nothing = QLabel("No app is called that.", self.content)
        for shelf in (self.recent, self.samples):
            shelf.opened.connect(self._on_opened)
            shelf.menu_wanted.connect(self._show_menu)
            shelf.remove_wanted.connect(lambda card: self._remove(card.shown.script))
        self.recent.left.connect(partial(self._cross, self.samples, Qt.Key.Key_Down))
        self.samples.left.connect(partial(self._cross, self.recent, Qt.Key.Key_Up))

    def _dress(self) -> None:
        theme = self._looks.main
        self.scene.set_theme(theme)
        dress(self, theme)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(apply_palette(theme))
            app.setFont(text_font(theme.font, 14))
        self.nothing.setFont(text_font(theme.font, theme.px(14)))
        self.bar.restyle()
        self.notices.restyle()
        for shelf in (self.recent, self.samples):
            shelf.restyle()

    # Content

    def refresh(self) -> None:
        """Read the list of recent apps again."""
        folder = self._recents.folder
        if folder.is_dir() and str(folder) not in self._watcher.directories():
            self._watcher.addPath(str(folder))
        apps = []
        for app in self._recents.apps():
            picture = self._recents.picture(app.script)
            shown = picture if picture.is_file() else None
            where = short_folder(app.script.parent)
            apps.append(Shown(app.script, app.title, where, shown, app.pinned, recent=True))
        self.recent.show_apps(apps)
        self.samples.show_apps([Shown(each.script, each.title, each.about) for each in self._samples])
        self._on_search(self.search.text())

    def _on_search(self, words: str) -> None:
        for shelf in (self.recent, self.samples):
            shelf.filter(words)
        found = bool(self.recent.cards or self.samples.cards)
        self.nothing.setVisible(bool(words.strip()) and not found)
        self._place_content()

    def _open_nearest(self) -> None:
        cards = [*self.recent.cards, *self.samples.cards]
        words = self.search.text().strip()
        if words and cards:
            self._on_opened(min(cards, key=lambda card: card.distance(words)))

    def _cross(self, there: Shelf, wanted: Qt.Key, key: Qt.Key) -> None:
        """An arrow key leaves a shelf towards its neighbour."""
        if key == wanted and there.cards:
            card = there.cards[0 if wanted == Qt.Key.Key_Down else -1]
            card.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(card)

    # Opening

    def open(self, script: Path) -> None:
        """Open an app; what is wrong with the script is said."""
        try:
            path = script if script.suffix.lower() == DOCUMENT else find_script(str(script))
        except UsageError as error:
            self.notices.say(escaped(f"{str(error)[:1].upper()}{str(error)[1:]}"), tone="red")
            return
        opening = self._opener(path)
        if opening is not None:
            opening.failed.connect(self._on_failed)
            opening.ended.connect(opening.deleteLater)

    def _on_opened(self, card: Card) -> None:
        script = card.shown.script
        if card.shown.recent and not script.is_file():
            words = f"{escaped(card.shown.title)} is not there any more: {escaped(str(script))}"
            self.notices.say(words, [("Remove from the list", partial(self._remove, script))], tone="red")
            return
        self.open(script)

    def _on_failed(self, script: Path, reason: str) -> None:
        self.notices.say(f"{escaped(script.name)} did not open: {escaped(reason)}", tone="red")

    def _ask_for_script(self) -> None:
        folder = next((str(app.script.parent) for app in self._recents.apps()), str(Path.home()))
        kinds = f"Python scripts and sessions (*.py *.pyw *{DOCUMENT})"
        chosen, _ = QFileDialog.getOpenFileName(self, "Open a script", folder, kinds)
        if chosen:
            self.open(Path(chosen))

    def _remove(self, script: Path) -> None:
        self._recents.remove(script)
        self.refresh()

    def _pin(self, script: Path, pinned: bool) -> None:
        self._recents.pin(script, pinned)
        self.refresh()

    def _show_menu(self, card: Card, place: QPoint) -> None:
        build_menu(self.entries(card), self).popup(place)

    def entries(self, card: Card) -> list[Entry]:
        """The menu of a card."""
        script = card.shown.script
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(script.parent)))
        entries = [
            Entry("Open", partial(self._on_opened, card), enabled=not card.is_missing),
            Entry("Show its folder", show, enabled=script.parent.is_dir()),
        ]
        if card.shown.recent:
            name = "Unpin" if card.shown.pinned else "Pin to the top"
            entries += [
                Entry(name, partial(self._pin, script, not card.shown.pinned)),
                LINE,
                Entry("Remove from the list", partial(self._remove, script), "Del"),
            ]
        return entries

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for path in files_in(event.mimeData().urls()):
            self.open(path)
        event.acceptProposedAction()

    # Placing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(880, 680)

    def _place(self) -> None:
        room = self.width() - 2 * SIDE
        high = self.bar.height_for(room)
        self.bar.setGeometry(SIDE, TOP, room, high)
        top = TOP + high + GAP
        notices = self.notices.height_for(self.width())
        self.notices.setGeometry(0, top, self.width(), notices)
        self.area.setGeometry(0, top + notices, self.width(), self.height() - top - notices)
        self._place_content()

    def _place_content(self) -> None:
        width = self.width() - _SCROLL_BAR
        room = self.width() - 2 * SIDE
        y = 8
        for shelf in (self.recent, self.samples):
            if shelf.isVisibleTo(self.content):
                shelf.setGeometry(SIDE, y, room, shelf.height_for(room))
                y += shelf.height() + GAP
        self.nothing.setGeometry(SIDE, y, room, 24)
        self.content.resize(width, max(y + 24, self.area.height()))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is typed outside of a field is searched for."""
        text = event.text()
        if text and text.isprintable() and not text.isspace():
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.setText(self.search.text() + text)
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif event.key() == Qt.Key.Key_Down:
            for shelf in (self.recent, self.samples):
                if shelf.cards:
                    shelf.cards[0].setFocus(Qt.FocusReason.TabFocusReason)
                    break
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
