"""The push button behind all commands that show one: label in Markdown, icon, help, shortcut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from .colors import mix
from .markdown.parse import is_plain
from .markdown.plain import plain_text
from .scene import Scene

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QShortcut

    from .icon_mark import IconMark
    from .markdown.label import Label

ICON = 16
_SPINNER = 14  # px: a full circle looks larger than an icon
_ICON_GAP = 4  # px, the style's own
_SPACE = "\u2004"  # a third of an em
_SIDES = 24  # px of padding left and right


class PushButton(QPushButton):
    """A button whose label may be Markdown and may take several lines.

    ``TAIL`` px at its right end are a subclass's; the style has to keep them free, too.

    Signals:
        pushed: It was clicked, by mouse, key or program; told before it is painted as released, so that a
            rerun goes on meanwhile. ``clicked`` comes after that.
    """

    TAIL = 0

    pushed = Signal()

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = scene
        self._source = ""
        self._icon: str | None = None
        self._position = "left"
        self._help: str | None = None
        self._wrap = True
        self._rich: Label | None = None
        self._sign: IconMark | None = None
        self._has_icon = False  # the button itself, whatever it is to have
        self._shortcut: QShortcut | None = None
        self._keys = ""
        self._hint: QLabel | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTipDuration(60_000)

    def set_label(self, source: str, *, wrap: bool = True) -> None:
        """Show a label; with ``wrap`` False it is cut by "…" where it does not fit."""
        if (source, wrap) == (self._source, self._wrap) and self.text():
            return
        self._source, self._wrap = source, wrap
        self._name()
        # The style draws a label in one colour, but a shortcut is to be fainter, and it knows no gap in
        # front of an icon at the right.
        if is_plain(source) and not self._keys and not self._is_at_right():
            if self._rich is not None:
                self._rich.deleteLater()
                self._rich = None
        elif self._rich is None:
            from .markdown.label import Label

            self._rich = Label(source, self.scene, wrap=wrap, color=self.text_color(), parent=self)
            self._rich.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._rich.show()
        else:
            self._rich.set_source(source)
        self._draw_icon()

    def set_icon(self, icon: str | None, position: str = "left") -> None:
        """Show an emoji or a material icon beside the label."""
        if (icon, position) != (self._icon, self._position):
            self._icon, self._position = icon, position
            self.restyle()
            self._name()

    def _is_at_right(self) -> bool:
        return bool(self._icon) and self._position == "right"

    def _name(self) -> None:
        """Be named by the label, or where there is none by the help or the icon."""
        icon = (self._icon or "").removeprefix(":material/").rstrip(":").replace("_", " ")
        self.setAccessibleName(plain_text(self._source) or plain_text(self._help or "") or icon)

    def set_kind(self, kind: str) -> None:
        """``"primary"``, ``"secondary"`` or ``"tertiary"``."""
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.restyle()

    def set_help(self, help: str | None) -> None:
        """Show Markdown as the tooltip."""
        self._help = help
        self._name()
        self.setAccessibleDescription(plain_text(help or ""))

    def set_shortcut(self, keys: str | None) -> None:
        """Let keys press the button, wherever the focus is in the window."""
        keys = keys or ""
        if keys == self._keys:
            return
        self._keys = keys
        if self._shortcut is not None:
            self._shortcut.deleteLater()
            self._shortcut = None
        if self._hint is not None:
            self._hint.deleteLater()
            self._hint = None
        if keys:
            from PySide6.QtGui import QKeySequence, QShortcut

            self._hint = QLabel(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText), self)
            self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._hint.show()
            self._shortcut = QShortcut(QKeySequence(keys), self)
            self._shortcut.setAutoRepeat(False)
            self._shortcut.activated.connect(self.click)
            self._shortcut.activatedAmbiguously.connect(self.click)
        self.restyle()

    def restyle(self) -> None:
        """Take over the scene's theme or another kind."""
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            self.style().unpolish(self)
            self.style().polish(self)
        else:
            # The same for the first time, without the class of styles, which is a large one.
            self.ensurePolished()
        self._draw_icon()
        if self._rich is not None:
            self._rich.deleteLater()
            self._rich = None
            source, self._source = self._source, ""
            self.set_label(source, wrap=self._wrap)

    # Sizes

    def px(self, length: float) -> int:
        """A length that is ``length`` px at the usual font size."""
        return self.scene.theme.px(length)

    def natural_width(self) -> int:
        """The width in px at which nothing is broken or cut."""
        metrics = QFontMetrics(self.font())
        if self._rich is not None:
            text = self._rich.sizeHint().width()
        else:
            text = max((metrics.horizontalAdvance(line) for line in self._source.split("\n")), default=0)
        icon = self.px(ICON) + (self.px(8) if self._source else 0) if self._icon else 0
        sides = 2 if self.property("kind") == "tertiary" else self.px(_SIDES) + 2
        return max(text + icon + self._hint_width() + sides + self.px(self.TAIL) + 1, 32)

    def height_for(self, width: int) -> int:
        """The height in px for a width: 40, and more when the label breaks."""
        return max(self.px(40), self._content_height(self._room(width)) + self.px(18))

    def sizeHint(self) -> QSize:
        width = self.natural_width()
        return QSize(width, self.height_for(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(32, self.sizeHint().height())

    def _content_height(self, room: int) -> int:
        if self._rich is not None:
            return self._rich.heightForWidth(room)
        return len(self._lines(room)) * QFontMetrics(self.font()).lineSpacing()

    def _room(self, width: int) -> int:
        sides = 2 if self.property("kind") == "tertiary" else self.px(_SIDES) + 2
        icon = self.px(ICON + 8) if self._icon else 0
        return max(20, width - sides - self.px(self.TAIL) - self._hint_width() - icon)

    def _lines(self, room: int) -> list[str]:
        metrics = QFontMetrics(self.font())
        if not self._wrap:
            return [metrics.elidedText(self._source.replace("\n", " "), Qt.TextElideMode.ElideRight, room)]
        lines: list[str] = []
        for part in self._source.split("\n"):
            line = ""
            for word in part.split(" "):
                longer = f"{line} {word}" if line else word
                if line and metrics.horizontalAdvance(longer) > room:
                    lines.append(line)
                    line = word
                else:
                    line = longer
            lines.append(line)
        return lines

    def _hint_width(self) -> int:
        """The room for the shortcut's keys, behind a gap of 8 px if there is a label."""
        if self._hint is None:
            return 0
        return QFontMetrics(self.font()).horizontalAdvance(self._hint.text()) + (
            self.px(8) if self._source else 0
        )

    def _fit(self) -> None:
        room = self._room(self.width())
        if self._rich is not None:
            self.setText("")
            self._fit_rich(self._rich, room)
            return
        text = "\n".join(self._lines(room)).replace("&", "&&")
        if self._icon and text:
            text = _SPACE + text  # the style puts 4 px between icon and label; this makes it 8
        if self.text() != text:
            self.setText(text)
        if self._sign is not None:
            self._place_spinner(self._sign, text)

    def _place_spinner(self, sign: IconMark, text: str) -> None:
        """Put the spinner where the style leaves room for an icon."""
        metrics = QFontMetrics(self.font())
        width = max((metrics.horizontalAdvance(line) for line in text.split("\n")), default=0)
        x = (self.width() - self.px(self.TAIL) - width - self.px(ICON) - self.px(_ICON_GAP)) // 2
        sign.move(x, (self.height() - self.px(_SPINNER)) // 2)

    def _fit_rich(self, rich: Label, room: int) -> None:
        """Centre icon, label and keys together, as the style does for plain text."""
        height = rich.heightForWidth(room)
        width = min(room, rich.sizeHint().width())
        lead = self.px(ICON + 8) if self._sign is not None else 0
        x = (self.width() - self.px(self.TAIL) - width - lead - self._hint_width()) // 2
        right = self._is_at_right()
        rich.setGeometry(x if right else x + lead, (self.height() - height) // 2, width, height)
        if self._sign is not None:
            at = x + width + self.px(8) if right else x
            self._sign.move(at, (self.height() - self._sign.height()) // 2)
        if self._hint is not None:
            wide = self._hint.sizeHint().width()
            left = x + lead + width + self._hint_width() - wide
            self._hint.setGeometry(left, 0, wide, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Looks

    def text_color(self) -> str:
        """The colour of label and icon as things are."""
        theme = self.scene.theme
        if not self.isEnabled():
            return theme.faint_text
        return theme.on_primary if self.property("kind") == "primary" else theme.text

    def _draw_icon(self) -> None:
        if self._icon or self._sign is not None or self._has_icon:
            self._show_icon()
        if self._hint is not None:
            theme = self.scene.theme
            ground = theme.primary if self.property("kind") == "primary" and self.isEnabled() else theme.face
            faded = mix(self.text_color(), ground, 0.3)
            self._hint.setStyleSheet(f"color: {faded}; background: transparent; font-size: {theme.px(14)}px")
        self._fit()

    def _show_icon(self) -> None:
        from PySide6.QtGui import QIcon, QPixmap

        from .icon_mark import IconMark
        from .markdown.pictures import make_icon

        theme = self.scene.theme
        made = QIcon()
        if self._icon:
            made = make_icon(
                self._icon, self.px(ICON), self.text_color(), theme.faint_text, self.devicePixelRatioF()
            )
        spins = self._icon == "spinner"
        wants_sign = bool(self._icon) and (self._rich is not None or spins)
        if wants_sign and self._sign is None:
            self._sign = IconMark(self.scene, _SPINNER if spins else ICON, self)
        elif not wants_sign and self._sign is not None:
            self._sign.hide()
            self._sign.deleteLater()
            self._sign = None
        if self._sign is not None:
            self._sign.show_icon(self._icon or "", self.text_color())
            made = QIcon()
        if spins and self._rich is None:
            # Something to keep the place of the sign free, beside which the style puts the text.
            blank = QPixmap(self.px(ICON), self.px(ICON))
            blank.fill(Qt.GlobalColor.transparent)
            made = QIcon(blank)
        self.setIcon(made)
        self.setIconSize(QSize(self.px(ICON), self.px(ICON)))
        self._has_icon = bool(self._icon)

    # What Qt asks of each click first, and then paints the button at once: 0.2 ms, 0.6 from rest.
    def nextCheckState(self) -> None:
        self.pushed.emit()

    # Not event(): of that, every press, paint and timer of the button would make a call into Python.

    def enterEvent(self, event: QEnterEvent) -> None:
        tip = self._help_tip(self._help) if self._help else self._whole_label()
        self.setToolTip(tip)
        super().enterEvent(event)

    def _help_tip(self, help: str) -> str:
        from .markdown.tooltip import tooltip_html

        return tooltip_html(help, self.scene.theme)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange and (self._rich is not None or self._sign is not None):
            if self._rich is not None:
                self._rich.set_enabled_look(self.isEnabled())
            self._draw_icon()
        super().changeEvent(event)

    def _whole_label(self) -> str:
        cut = not self._wrap and self._rich is None and "…" in self.text() and "…" not in self._source
        return self._source if cut else ""
