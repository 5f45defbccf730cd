"""What the widgets with a choice share: options of any kind, their labels, and finding a value among them."""

from __future__ import annotations

import copy
import enum
from collections.abc import Callable, Generator
from typing import Any

from ..state.container import Container
from ..state.errors import (
    StreamlitDefaultNotInOptionsError,
    StreamlitIncompatibleParametersError,
    StreamlitInvalidParameterTypeError,
    StreamlitValueOutOfRangeError,
)
from ..state.records import dataclass
from ..state.session_state import equal
from .command import one_of

Format = Callable[[Any], Any]

_ATOMS = (str, int, float, bool, bytes, type(None), enum.Enum)
_ROWS: tuple[type[Any], ...] = (zip, Generator, type(iter([])))
"""Of these, tuples are taken for the rows of a table, as Streamlit does."""
FILTER_MODES = ("fuzzy", "contains", "prefix")


def listed(options: Any) -> list[Any]:
    """The options as a list.

    Args:
        options: Any iterable; of a frame, a table or a generator of tuples the first column; of an Enum
            its members. What can't be iterated, and a text, is one option; None is none.
    """
    if options is None:
        return []
    if isinstance(options, (str, bytes)):
        return [options]
    if isinstance(options, (list, tuple, range)):
        return list(options)
    column = _first_column(options)
    if column is not None:
        return column
    try:
        items = list(options)
    except TypeError:
        return [options]
    if isinstance(options, _ROWS) and items and all(isinstance(item, (tuple, list)) for item in items):
        return [item[0] for item in items if item]
    return items


def _first_column(options: Any) -> list[Any] | None:
    """The first column of a frame, or a series or array as a list; None for other things."""
    if hasattr(options, "iloc"):  # pandas
        if getattr(options, "ndim", 1) == 2 and not options.shape[1]:
            return []
        series = options.iloc[:, 0] if getattr(options, "ndim", 1) == 2 else options
        return list(series.tolist())
    if hasattr(options, "to_pylist"):  # pyarrow
        return list(options.to_pylist())
    if hasattr(options, "column_names") and hasattr(options, "column"):
        return list(options.column(0).to_pylist())
    if hasattr(options, "to_series") and hasattr(options, "columns"):  # polars
        return list(options.to_series(0).to_list())
    if hasattr(options, "tolist"):  # numpy, and a pandas index
        if getattr(options, "ndim", 1) > 1:
            options = options[:, 0]
        values = options.tolist()
        return values if isinstance(values, list) else [values]
    if hasattr(options, "to_list"):
        return list(options.to_list())
    return None


def own(option: Any) -> Any:
    """The script's own copy of an option, so that changing it does not change the option."""
    return option if isinstance(option, _ATOMS) else copy.deepcopy(option)


@dataclass(frozen=True, slots=True)
class Choices:
    """The options of one widget in one run.

    Args:
        values: What the script gets.
        labels: What the user sees.
        format: Makes a label of a value.
        coercion: ``runner.enumCoercion``: how members of an Enum that the script has made anew are
            taken for those of before.
    """

    values: tuple[Any, ...]
    labels: tuple[str, ...]
    format: Format
    coercion: str = "nameOnly"

    def __len__(self) -> int:
        return len(self.values)

    def option(self, index: int) -> Any:
        """The script's own copy of an option."""
        return own(self.values[index])

    def find(self, value: Any) -> int | None:
        """Where a value is among the options.

        An equal option of the same type comes first; else the label decides, so that objects that
        a run makes anew are still the same choice.
        """
        try:
            place = self.values.index(value)
            if type(self.values[place]) is type(value):
                return place
        except Exception:  # not there, or it can't be compared
            pass
        for place, option in enumerate(self.values):
            if equal(option, value):
                return place
        try:
            label = self.format(value)
        except Exception:  # a function that knows the options only
            return None
        return self.labels.index(label) if label in self.labels else None

    def settle(self, value: Any, place: int) -> Any:
        """A kept value as this run has it: the option at ``place`` if it is the same thing made anew."""
        option = self.values[place]
        old, new = type(value), type(option)
        if equal(option, value) or (isinstance(value, _ATOMS) and not isinstance(value, enum.Enum)):
            return value
        if (old.__module__, old.__qualname__) != (new.__module__, new.__qualname__):
            return value
        if isinstance(value, enum.Enum) and not self._coerces(value, option):
            return value
        return own(option)

    def _coerces(self, value: enum.Enum, option: enum.Enum) -> bool:
        old, new = type(value).__members__, type(option).__members__
        if self.coercion == "off" or set(old) != set(new):
            return False
        return self.coercion != "nameAndValue" or all(old[name].value == new[name].value for name in old)


def choices(place: Container, options: Any, format_func: Format = str) -> Choices:
    """Read ``options`` and ``format_func`` of a command.

    Raises:
        TypeError: ``format_func`` is no function or gives something other than text.
    """
    values = tuple(listed(options))
    if not callable(format_func):
        raise TypeError(f"`format_func` is a function that makes a text of an option, not {format_func!r}.")
    labels = tuple(map(format_func, values))
    for label in labels:
        if not isinstance(label, str):
            raise TypeError(f"`format_func` has to give a text for each option; it gave {label!r}.")
    return Choices(values, labels, format_func, str(place.run.config.get("runner.enumCoercion")))


def checked_index(index: object, count: int) -> int | None:
    """Check ``index``, the option that is chosen at first; without options there is none.

    Raises:
        StreamlitInvalidParameterTypeError: It is neither an int nor None.
        StreamlitValueOutOfRangeError: There is no such option.
    """
    if isinstance(index, bool):
        raise TypeError("`index` is the number of an option, not True or False.")
    if index is not None and not isinstance(index, int):
        raise StreamlitInvalidParameterTypeError(
            f"`index` is a {type(index).__name__}. It accepts an int, or None for no option."
        )
    if index is None or count == 0:
        return None
    if not 0 <= index < count:
        raise StreamlitValueOutOfRangeError(
            f"`index` is {index}. With {count} options it accepts 0 to {count - 1}."
        )
    return index


def checked_defaults(default: Any, found: Choices) -> list[int]:
    """Check a ``default`` of one or several options.

    Returns:
        Their numbers, in the order given.

    Raises:
        StreamlitDefaultNotInOptionsError: One is none of the options.
    """
    if default is None:
        return []
    places = []
    for value in listed(default):
        try:
            place = found.values.index(value)
        except ValueError:
            raise StreamlitDefaultNotInOptionsError(
                f"`default` has {value!r}, which is none of the options."
            ) from None
        places.append(place)
    return places


def checked_filter(filter_mode: object, accept_new_options: bool) -> str | None:
    """Check ``filter_mode``.

    Raises:
        StreamlitValueError: It is none of the modes.
        StreamlitIncompatibleParametersError: Without typing no option can be added.
    """
    if filter_mode is None:
        if accept_new_options:
            raise StreamlitIncompatibleParametersError(
                "`accept_new_options=True` needs a `filter_mode`: with None nothing can be typed."
            )
        return None
    return one_of("filter_mode", filter_mode, FILTER_MODES)


def text_of(label: object) -> str:
    """A label or help as text."""
    return "" if label is None else str(label)


def checked_placeholder(given: object, count: int, accepts_new: bool, what: str) -> str:
    """The text of a field in which nothing is chosen.

    Args:
        given: What the script says; None for the usual one.
        count: How many options there are.
        accepts_new: Whether the user may add one.
        what: What is to be chosen: "an option" or "options".

    Raises:
        TypeError: It is neither a text nor None.
    """
    if given is not None:
        if not isinstance(given, str):
            raise TypeError(f"`placeholder` is a {type(given).__name__}. It accepts a text or None.")
        return given
    if not count:
        return f"Add {what}" if accepts_new else "No options to select"
    return f"Choose or add {what}" if accepts_new else f"Choose {what}"
