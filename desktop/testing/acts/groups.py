"""Rows of buttons that stay pressed: pills, segments, ratings."""

from __future__ import annotations

from collections.abc import Iterable

from ....widgets.markdown.plain import plain_text
from ..errors import AppTestError
from .base import Acts, pick


class ButtonGroupActs(Acts):
    """Pills and segmented controls."""

    def choose(self, *options: str) -> None:
        for number in map(self._number, options):
            if number not in self._chosen():
                self.hand.click(self.view.control.buttons[number])

    def unchoose(self, *options: str) -> None:
        for number in map(self._number, options):
            if number in self._chosen():
                self.hand.click(self.view.control.buttons[number])

    def clear(self) -> None:
        for number in self._chosen():
            self.hand.click(self.view.control.buttons[number])

    def set(self, value: str | Iterable[str] | None) -> None:
        names = [value] if isinstance(value, str) else list(value or ())
        wanted = [self._number(name) for name in names]
        for number in self._chosen():
            if number not in wanted and (not wanted or self.view.element.selection_mode == "multi"):
                self.hand.click(self.view.control.buttons[number])
        self.choose(*names)

    def _number(self, option: str) -> int:
        buttons = self.view.control.buttons
        names = [plain_text(label) or buttons[at].accessibleName() for at, label in enumerate(self._labels())]
        return pick(option, names, "option")

    def _labels(self) -> tuple[str, ...]:
        labels: tuple[str, ...] = self.view.element.options
        return labels

    def _chosen(self) -> tuple[int, ...]:
        value = self.view.element.value
        return value if isinstance(value, tuple) else () if value is None else (value,)


class FeedbackActs(Acts):
    """Stars, faces or thumbs; by their value as the script gets it."""

    def set(self, value: int | None) -> None:
        now = self.view.element.value
        if value is None and now is not None:
            self._press(now)
        elif value is not None and value != now:
            self._press(value)

    def choose(self, name: str) -> None:
        names = [button.accessibleName() for button in self.view.buttons]
        self.hand.click(self.view.buttons[pick(name, names, "rating")])

    def clear(self) -> None:
        self.set(None)

    def _press(self, value: int) -> None:
        values = list(self.view._values)
        if value not in values:
            raise AppTestError(f"it rates by {sorted(values)}, not by {value!r}")
        self.hand.click(self.view.buttons[values.index(value)])
