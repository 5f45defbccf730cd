"""Nodes of widgets with options.

A test may name an option as the script has it or by its label, the text that the user sees.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .nodes import WidgetNode

if TYPE_CHECKING:
    from typing_extensions import Self


class ChoiceNode(WidgetNode):
    """A widget with options."""

    shown = ("label", "options", "value")

    @property
    def options(self) -> list[str]:
        """The labels of the options, as the user sees them."""
        return [str(label) for label in self.element.options]  # type: ignore[attr-defined]

    def label_of(self, value: Any) -> str:
        """The label of an option.

        Raises:
            ValueError: There is no such option.
        """
        place = self.place_of(value)
        return self.options[place] if place is not None else str(value)

    def place_of(self, value: Any) -> int | None:
        """The number of an option, by the option or by its label; None if there is none."""
        found = self._page.option_of(self.element, value)
        if found is not None:
            return found
        return self.options.index(value) if isinstance(value, str) and value in self.options else None

    @property
    def format_func(self) -> Any:
        """What makes a label of an option."""
        return self.label_of


class OneChoice(ChoiceNode):
    """A widget with one chosen option."""

    @property
    def index(self) -> int | None:
        """The number of the chosen option; None for none, and for a text that was typed."""
        value = self.value
        return None if value is None else self.place_of(value)

    def wire_value(self) -> Any:
        value = self._pending
        place = None if value is None else self.place_of(value)
        if place is None and value is not None:
            return self._typed(value)
        return place

    def _typed(self, value: Any) -> Any:
        if isinstance(value, str) and getattr(self.element, "accept_new_options", False):
            return value
        raise ValueError(f"{value!r} is none of the options of the {self.type}: {self.options}.")


class Radio(OneChoice):
    """Options side by side or below each other; ``horizontal``."""


class Selectbox(OneChoice):
    """A list that opens."""

    def select(self, v: Any) -> Self:
        """Choose an option, by itself or by its label."""
        return self.set_value(v)

    def select_index(self, index: int | None) -> Self:
        """Choose the option with this number."""
        return self.set_value(None if index is None else self.options[index])


class ManyChoices(ChoiceNode):
    """A widget with any number of chosen options."""

    @property
    def values(self) -> list[str]:
        """The labels of what is chosen."""
        return [self.label_of(value) for value in self.value or ()]

    @property
    def indices(self) -> list[int]:
        """The numbers of what is chosen."""
        return [place for value in self.value or () if (place := self.place_of(value)) is not None]

    def select(self, v: Any) -> Self:
        """Choose one more."""
        chosen = list(self.value or ())
        return self if v in chosen else self.set_value([*chosen, v])

    def unselect(self, v: Any) -> Self:
        """Let go of one."""
        chosen = list(self.value or ())
        kept = [value for value in chosen if value != v]
        return self if len(kept) == len(chosen) else self.set_value(kept)

    def wire_value(self) -> Any:
        chosen = list(self._pending or ())
        typed = getattr(self.element, "accept_new_options", False)
        places = [self.place_of(value) for value in chosen]
        return tuple(
            value if place is None else place
            for value, place in zip(chosen, places, strict=True)
            if place is not None or (typed and isinstance(value, str))
        )


class Multiselect(ManyChoices):
    """Options to choose any number of; ``max_selections`` (0 for any)."""

    @property
    def max_selections(self) -> int:
        """How many may be chosen; 0 for any number."""
        return getattr(self.element, "max_selections", None) or 0


class ButtonGroup(ManyChoices):
    """Pills or a segmented control, with one or any number chosen."""

    @property
    def is_single(self) -> bool:
        """Whether only one can be chosen."""
        return getattr(self.element, "selection_mode", "single") == "single"

    @property
    def formatted_values(self) -> list[str]:
        """The labels of what is chosen."""
        return [self.label_of(value) for value in self._chosen()]

    @property
    def values(self) -> list[str]:
        """The labels of what is chosen."""
        return self.formatted_values

    @property
    def indices(self) -> list[int]:
        """The numbers of what is chosen."""
        return [place for value in self._chosen() if (place := self.place_of(value)) is not None]

    def select(self, v: Any) -> Self:
        """Choose one (more)."""
        return self.set_value(v) if self.is_single else super().select(v)

    def unselect(self, v: Any) -> Self:
        """Let go of one."""
        if not self.is_single:
            return super().unselect(v)
        return self.set_value(None) if self.formatted_values == [self.label_of(v)] else self

    def _chosen(self) -> list[Any]:
        value = self.value
        if value is None:
            return []
        return [value] if self.is_single else list(value)

    def wire_value(self) -> Any:
        places = [self.place_of(value) for value in self._chosen()]
        found = tuple(place for place in places if place is not None)
        if not found and self.is_single and places:  # what is none of the options changes nothing
            had = self._page.value_of(self._declared)
            return self.element.initial if had is None else self.element.value
        # A choice that is required can be changed, but not taken back.
        return self.element.value if not found and getattr(self.element, "required", False) else found


class SelectSlider(ChoiceNode):
    """A slider over options, with one or two handles; ``min`` and ``max`` are numbers of options."""

    min = 0.0
    step = 1.0

    @property
    def max(self) -> float:
        """The number of the last option."""
        return float(len(self.options) - 1)

    def set_range(self, lower: Any, upper: Any) -> Self:
        """Move both handles."""
        return self.set_value([lower, upper])


class MenuButton(ChoiceNode):
    """A button with a menu."""

    def click(self, v: Any) -> Self:
        """Choose an entry."""
        return self.set_value(v)

    def click_index(self, index: int) -> Self:
        """Choose the entry with this number."""
        return self.set_value(self.options[index])
