"""The views of ``data_editor`` and ``dataframe``."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..scene import Scene
from ..view import View, views
from .choice import Choice
from .elements import DataEditor, DataFrame, TableElement
from .frame import TableFrame
from .looks import Editing

_SHOWN = ("fingerprint", "looks", "editing", "placeholder", "row_height", "alt")


class _TableView(View[TableElement]):
    """What both have in common: a frame of the height that the element asks for."""

    def __init__(self, element: TableElement, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.frame = TableFrame(scene, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        # Widths, order, scrolling and what is marked are the table's own: it stays once it was used.
        self._used = False
        self.frame.grid.installEventFilter(self)

    def may_go(self) -> bool:
        return not self._used

    def enterEvent(self, event: QEnterEvent) -> None:
        self._used = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._used = True
        return False

    def restyle(self) -> None:
        self.frame.restyle()

    def commit(self) -> None:
        self.frame.grid.commit_editor()

    def height_for(self, width: int) -> int:
        height = self.element.height
        if isinstance(height, int):
            return self.scene.theme.zoomed(height)
        # The bar below a table that is wider than its place must not hide the last row.
        wide = self.frame.natural_width() > width
        bar = self.frame.grid.horizontalScrollBar().sizeHint().height() if wide else 0
        return self.frame.natural_height(None if height == "content" else 10) + bar

    def natural_width(self) -> int:
        return self.frame.natural_width()

    def _describe(self, element: TableElement, name: str) -> None:
        self.frame.grid.setAccessibleName(element.alt or name)


@views.shows(DataEditor)
class DataEditorView(_TableView):
    """A table whose cells can be edited."""

    element: DataEditor

    def __init__(self, element: DataEditor, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.frame.grid.table_model.edited.connect(self._on_edited)
        self._show(element)

    def _on_edited(self, state: dict[str, object]) -> None:
        self.size_changed()
        self.changed.emit(state)

    def show_element(self, element: TableElement) -> None:
        if not isinstance(element, DataEditor):
            return
        same = all(getattr(element, name) == getattr(self.element, name) for name in _SHOWN)
        super().show_element(element)
        overlay = self.frame.grid.table_model.overlay
        # The table already shows what its own user did: an open editor must not be disturbed.
        if not (same and overlay is not None and overlay.state() == element.value):
            self._show(element)

    def _show(self, element: DataEditor) -> None:
        state = element.value if isinstance(element.value, dict) else None
        self.frame.set_table(
            element.table, element.looks, element.editing, state,
            placeholder=element.placeholder, row_height=element.row_height,
        )  # fmt: skip
        self._describe(element, "Data editor")


@views.shows(DataFrame)
class DataFrameView(_TableView):
    """A table to read, and to choose rows, columns or cells from."""

    element: DataFrame

    def __init__(self, element: DataFrame, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(element, scene, parent)
        self.frame.grid.chosen.connect(self.changed.emit)
        self._show(element)

    def show_element(self, element: TableElement) -> None:
        if isinstance(element, DataFrame):
            super().show_element(element)
            self._show(element)

    def _show(self, element: DataFrame) -> None:
        self.frame.set_table(
            element.table, element.looks, Editing(), None, choice=Choice.from_wire(element.value),
            modes=element.modes, placeholder=element.placeholder, row_height=element.row_height,
        )  # fmt: skip
        self._describe(element, "Table")
