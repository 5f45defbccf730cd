"""What Qt's own widgets look like: a palette and a few scoped style rules, both from the theme."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from .fonts import families, text_font
from .theme import Theme

_RULES = Template("""
QPushButton { background: $face; color: $text; border: 1px solid $border; border-radius: ${button_radius}px;
  padding: 0 ${px12}px; min-height: ${px38}px; font-size: ${px14}px; font-weight: $weight; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked, QPushButton:open { background: $pressed; }
QPushButton:disabled { background: transparent; color: $faint; border-color: $border; }
QPushButton::menu-indicator { image: none; width: 0; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton[kind="primary"] { background: $primary; color: $on_primary; border-color: $primary; }
QPushButton[kind="primary"]:hover { background: $primary_hover; border-color: $primary_hover; }
QPushButton[kind="primary"]:pressed { background: $primary; border-color: $primary_hover; }
QPushButton[kind="primary"]:disabled { background: transparent; color: $faint; border-color: $border; }
QPushButton[kind="tertiary"] { background: transparent; border: 1px solid transparent; padding: 0; }
QPushButton[kind="tertiary"]:hover { color: $primary; }
QPushButton[kind="tertiary"]:pressed { color: $primary_pressed; }
QPushButton[kind="tertiary"]:disabled { color: $faint; }
QPushButton[tail="true"] { padding-right: ${px32}px; }
QPushButton[kind="tertiary"][tail="true"] { padding-right: ${px20}px; }
QPushButton[kind="menu"] { background: transparent; border: none; text-align: left; min-height: ${px28}px;
  padding: 0 ${px8}px; }
QPushButton[kind="menu"]:hover { background: $hover; }
QLineEdit, QPlainTextEdit, QTextEdit[kind="field"], QAbstractSpinBox, QComboBox { background: $field;
  color: $text; border: 1px solid $field_border; border-radius: ${radius}px; min-height: ${px38}px;
  padding: 0 ${px8}px 0 ${px10}px; font-size: ${px14}px; font-weight: $weight;
  selection-background-color: $selection; selection-color: $text; placeholder-text-color: $placeholder; }
QPlainTextEdit, QTextEdit[kind="field"] { padding: ${px8}px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit[kind="field"]:focus, QAbstractSpinBox:focus, QComboBox:focus,
  QComboBox:on { border-color: $primary; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit[kind="field"]:disabled, QAbstractSpinBox:disabled,
  QComboBox:disabled { color: $faint; placeholder-text-color: $faint; }
QLineEdit { lineedit-password-character: 8226; }
QLineEdit[kind="bare"], QPlainTextEdit[kind="bare"], QAbstractSpinBox QLineEdit, QComboBox QLineEdit {
  background: transparent; border: none; padding: 0; min-height: 0; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: ${px32}px; }
QComboBox::down-arrow { image: none; }
QAbstractItemView[kind="popup"], QComboBox QAbstractItemView { background: $popup; color: $text;
  outline: none; border: 1px solid $popup_border; border-radius: ${radius}px; font-family: $family;
  font-size: ${px14}px; }
QAbstractItemView[kind="popup"]::item, QComboBox QAbstractItemView::item { min-height: ${px28}px;
  margin: ${px6}px ${px5}px; padding: 0 ${px8}px; border-radius: ${tag_radius}px; color: $text; }
QAbstractItemView[kind="popup"]::item:hover, QAbstractItemView[kind="popup"]::item:selected,
  QComboBox QAbstractItemView::item:selected { background: $hover; color: $text; }
QAbstractItemView[kind="popup"]::item:disabled { color: $faint; }
QComboBoxPrivateContainer { background: transparent; border: none; }
QMenu { background: $popup; color: $text; border: 1px solid $popup_border; border-radius: ${radius}px;
  padding: ${px8}px; font-family: $family; font-size: ${px14}px; }
QMenu::item { padding: ${px4}px ${px24}px ${px4}px ${px8}px; border-radius: ${radius}px; }
QMenu::item:selected { background: $hover; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $border; margin: ${px4}px 0; }
QToolTip { background: $tooltip; color: $text; border: 1px solid $popup_border;
  border-radius: ${tag_radius}px; padding: ${px2}px ${px6}px; font-family: $family; font-size: ${px14}px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page, QAbstractScrollArea::corner { background: transparent; }
QProgressBar { background: $field; border: none; border-radius: ${bar_radius}px; max-height: ${px8}px;
  min-height: ${px8}px; color: transparent; }
QProgressBar::chunk { background: $progress; border-radius: ${bar_radius}px; }
QTableView { background: $background; alternate-background-color: $background; color: $text;
  border: 1px solid $frame_border; border-radius: ${radius}px; gridline-color: $frame_border;
  selection-background-color: $primary_tint; selection-color: $text; font-size: ${px14}px; outline: none; }
QTableView QHeaderView, QTableView QTableCornerButton::section { background: $frame_header; border: none; }
QTableView QHeaderView::section { background: $frame_header; color: $frame_header_text; border: none;
  border-right: 1px solid $frame_border; border-bottom: 1px solid $frame_border; padding: 0 ${px8}px;
  font-size: ${px14}px; font-weight: $weight; }
QTabBar { background: transparent; border: none; font-size: ${px14}px; }
QTabBar::tab { background: transparent; color: $text; border: none; border-bottom: 2px solid transparent;
  min-height: ${px38}px; padding: 0; margin-right: ${px16}px; }
QTabBar::tab:selected { color: $primary; border-bottom-color: $primary; }
QTabBar::tab:hover { color: $primary; }
QTabBar::tab:disabled { color: $faint; }
QCalendarWidget { background: $popup; font-family: $family; font-size: ${px14}px; }
QCalendarWidget QTableView { font-family: $family; font-size: ${px14}px; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QHeaderView::section { padding: 0; border: none; }
QCalendarWidget QSpinBox { min-height: ${px24}px; }
QCalendarWidget QWidget { alternate-background-color: $popup; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $popup; }
QCalendarWidget QToolButton { background: transparent; color: $text; border: none; font-weight: 500;
  font-family: $family; border-radius: ${radius}px; padding: ${px4}px; font-size: ${px14}px; }
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QAbstractItemView { background: $popup; color: $text; border: none; outline: none;
  selection-background-color: $primary; selection-color: $on_primary; }
QCalendarWidget QAbstractItemView:disabled { color: $faint; }
""")

_PX = (2, 4, 5, 6, 8, 10, 12, 14, 16, 20, 24, 28, 32, 38)


def style_sheet(theme: Theme) -> str:
    """The rules for the widgets in one area; set them on the area's root widget.

    They go by class and by these dynamic properties, which are set before the widget is shown:

    - ``kind`` of a QPushButton: ``"primary"``, ``"tertiary"``, ``"menu"`` (a flat row); else secondary.
    - ``tail`` of a QPushButton: ``"true"`` keeps room for a chevron at its right end.
    - ``kind`` of a QLineEdit or QPlainTextEdit: ``"bare"`` inside of a ``FieldFrame``; else a whole field.
    - ``kind`` of a QTextEdit: ``"field"``; else it is left alone.
    - ``kind`` of an item view: ``"popup"`` for a list of choices.

    The ring around a button that was reached with the keyboard is drawn by ``controls.FocusHalo``.

    Args:
        theme: The theme of the area; the sidebar has one of its own.

    Returns:
        The style sheet.
    """
    px = {f"px{length}": str(theme.px(length)) for length in _PX}
    return _RULES.substitute(
        px,
        face=theme.face,
        text=theme.text,
        faint=theme.faint_text,
        placeholder=theme.placeholder,
        background=theme.background,
        field=theme.secondary_background,
        field_border=theme.field_border,
        border=theme.border,
        hover=theme.hover,
        pressed=theme.pressed,
        selection=theme.selection,
        primary=theme.primary,
        on_primary=theme.on_primary,
        primary_hover=theme.primary_hover,
        primary_pressed=theme.primary_pressed,
        primary_tint=theme.primary_tint,
        popup=theme.popup,
        popup_border=theme.popup_border,
        tooltip=theme.tooltip,
        progress=theme.progress,
        frame_border=theme.dataframe_border,
        frame_header=theme.dataframe_header,
        frame_header_text=theme.dataframe_header_text,
        weight=theme.base_font_weight,
        # Windows of their own, such as menus, inherit no font.
        family=", ".join(f'"{family}"' for family in families(theme.font)),
        **_radii(theme),
    )


def _radii(theme: Theme) -> dict[str, str]:
    # Qt draws square corners where a radius is more than half of the height.
    field = min(theme.radius, theme.px(40) / 2 - 1)
    return {
        "radius": f"{field:.0f}",
        "button_radius": f"{min(theme.button_radius, theme.px(40) / 2 - 1):.0f}",
        "tag_radius": f"{min(theme.radius * 0.75, theme.px(28) / 2 - 1):.0f}",
        "bar_radius": f"{min(theme.small_radius, theme.px(8) / 2):.0f}",
    }


def apply_palette(theme: Theme) -> QPalette:
    """The palette for the widgets in one area, for the Fusion style.

    Args:
        theme: The theme of the area.

    Returns:
        A palette that names every role, so that nothing of the system's look shows through.
    """
    palette = QPalette()
    role = QPalette.ColorRole
    colors = {
        role.Window: theme.background,
        role.WindowText: theme.text,
        role.Base: theme.secondary_background,
        role.AlternateBase: theme.background,
        role.Text: theme.text,
        role.PlaceholderText: theme.placeholder,
        role.Button: theme.face,
        role.ButtonText: theme.text,
        role.BrightText: theme.on_primary,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Link: theme.link,
        role.LinkVisited: theme.link,
        role.ToolTipBase: theme.tooltip,
        role.ToolTipText: theme.text,
        role.Light: theme.face,
        role.Midlight: theme.hover,
        role.Mid: theme.border,
        role.Dark: theme.border,
        role.Shadow: theme.faint_text,
        role.Accent: theme.primary,
    }
    for name, color in colors.items():
        palette.setColor(name, QColor(color))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.faint_text))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Base, QColor(theme.secondary_background))
    return palette


def dress(root: QWidget, theme: Theme) -> None:
    """Give the root widget of an area its look, and with it all that it holds.

    Qt does not hand a palette on below a style sheet: set that of the main area on the application too.

    Args:
        root: The widget that fills the area, such as the canvas or the sidebar.
        theme: The theme of the area.

    Example:
        >>> app.setPalette(apply_palette(theme))
        >>> dress(canvas, theme)
    """
    root.setProperty("accent", theme.primary)  # for the ring of the keyboard focus
    root.setProperty("radius", theme.button_radius)
    root.setAutoFillBackground(True)
    root.setFont(text_font(theme.font, theme.px(16), theme.base_font_weight))
    root.setStyleSheet(style_sheet(theme))
    root.setPalette(apply_palette(theme))
