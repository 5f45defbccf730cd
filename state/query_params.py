"""Query parameters: named texts of a session, from links and launches, that widgets may follow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from typing import Any

from .errors import StreamlitAPIException, StreamlitQueryParamDictValueError
from .records import dataclass

RESERVED = ("embed", "embed_options")


@dataclass(frozen=True, slots=True)
class QueryForm:
    """How a widget's value is written as query parameters.

    Args:
        read: Texts to value; raises ValueError for texts that are no value of the widget.
        write: Value to texts; an empty list stands for no parameter.
    """

    read: Callable[[Sequence[str]], Any]
    write: Callable[[Any], list[str]]

    def written(self, value: Any) -> list[str] | None:
        """The texts of a value; None for one of the wrong type, which a script may have stored."""
        try:
            return self.write(value)
        except (TypeError, ValueError, AttributeError):
            return None


class QueryParams:
    """The parameters of one session. Each name has one or more texts; the last one wins."""

    def __init__(self) -> None:
        self._texts: dict[str, list[str]] = {}
        self.bound: set[str] = set()

    def get_all(self, key: str) -> list[str]:
        """All texts under a name, in order."""
        return list(self._texts.get(key, ()))

    def put(self, key: str, texts: Iterable[str]) -> None:
        """Set the texts under a name; none removes it. For the engine, which binding does not hinder."""
        listed = list(texts)
        if listed:
            self._texts[key] = listed
        else:
            self._texts.pop(key, None)

    def replace(self, texts: Mapping[str, Iterable[str]]) -> None:
        """Set all parameters anew, as a change of the page does."""
        self._texts = {key: list(listed) for key, listed in texts.items()}

    def keys(self) -> list[str]:
        """The names."""
        return list(self._texts)

    def to_lists(self) -> dict[str, list[str]]:
        """A copy with all texts."""
        return {key: list(texts) for key, texts in self._texts.items()}

    def set_by_script(self, key: str, value: object) -> None:
        """Set a parameter as the script asks.

        Raises:
            StreamlitAPIException: A widget is bound to the name, or it is a reserved one.
            StreamlitQueryParamDictValueError: The value is a dict.
        """
        self.check_free(key)
        if isinstance(value, Mapping):
            raise StreamlitQueryParamDictValueError(
                f"The query parameter {key!r} can't hold a dict. It accepts a text or a list of texts."
            )
        if isinstance(value, Iterable) and not isinstance(value, (str, bytes)):
            self._texts[key] = [str(each) for each in value]
        else:
            self._texts[key] = [str(value)]

    def delete(self, key: str) -> None:
        """Remove a parameter as the script asks.

        Raises:
            KeyError: There is none.
            StreamlitAPIException: A widget is bound to the name.
        """
        if key not in self._texts:
            raise KeyError(f"There is no query parameter {key!r}.")
        self.check_free(key)
        del self._texts[key]

    def check_free(self, key: str) -> None:
        """See that the script may change a name.

        Raises:
            StreamlitAPIException: A widget is bound to the name, or it is a reserved one.
        """
        if key.lower() in RESERVED:
            raise StreamlitAPIException(f"The query parameter {key!r} is reserved: a script can't set it.")
        if key in self.bound:
            raise StreamlitAPIException(
                f"The query parameter {key!r} belongs to a widget. Set `st.session_state[{key!r}]` instead."
            )

    def clear(self) -> None:
        """Remove all that no widget is bound to."""
        self._texts = {key: texts for key, texts in self._texts.items() if key in self.bound}


class QueryParamsProxy(MutableMapping[str, str]):
    """``st.query_params``: by item and by attribute; a name with several texts gives the last.

    Args:
        current: Gives the parameters of the session that runs in the calling thread.
    """

    def __init__(self, current: Callable[[], QueryParams]) -> None:
        object.__setattr__(self, "_current", current)

    def _params(self) -> QueryParams:
        params: QueryParams = object.__getattribute__(self, "_current")()
        return params

    def __getitem__(self, key: str) -> str:
        texts = self._params().get_all(key)
        if not texts and key not in self._params().keys():  # noqa: SIM118
            raise KeyError(f"There is no query parameter {key!r}.")
        return texts[-1] if texts else ""

    def __setitem__(self, key: str, value: object) -> None:
        self._params().set_by_script(str(key), value)

    def __delitem__(self, key: str) -> None:
        self._params().delete(key)

    def __getattr__(self, name: str) -> str:
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __setattr__(self, name: str, value: object) -> None:
        self[name] = value

    def __delattr__(self, name: str) -> None:
        try:
            del self[name]
        except KeyError as error:
            raise AttributeError(error.args[0]) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._params().keys())

    def __len__(self) -> int:
        return len(self._params().keys())

    def __contains__(self, key: Hashable) -> bool:
        return key in self._params().keys()  # noqa: SIM118

    def __str__(self) -> str:
        return str(self.to_dict())

    def get_all(self, key: str) -> list[str]:
        """All texts under a name, in order; an empty list when there is none."""
        return self._params().get_all(key)

    def to_dict(self) -> dict[str, str]:
        """A copy with the last text of each name."""
        return {key: self[key] for key in self}

    def from_dict(self, params: Mapping[str, object] | Iterable[tuple[str, object]]) -> None:
        """Replace all parameters."""
        pairs = list(params.items() if isinstance(params, Mapping) else params)
        own = self._params()
        for key, _ in pairs:
            own.check_free(str(key))
        own.clear()
        for key, value in pairs:
            own.set_by_script(str(key), value)

    def clear(self) -> None:
        """Remove all parameters that no widget is bound to."""
        self._params().clear()


# How the values of widgets are written.


def text_form(max_chars: int | None = None) -> QueryForm:
    """Text, cut to what the field holds; None is no parameter."""
    return QueryForm(
        lambda texts: texts[-1][:max_chars], lambda value: [] if value is None else [str(value)]
    )


_WORDS = {"true": True, "1": True, "false": False, "0": False}


def _read_bool(texts: Sequence[str]) -> bool:
    word = texts[-1].lower()
    if word not in _WORDS:
        raise ValueError(word)
    return _WORDS[word]


bool_form = QueryForm(_read_bool, lambda value: ["true" if value else "false"])


def number_form(kind: type[int] | type[float], low: Any = None, high: Any = None) -> QueryForm:
    """A number within bounds; None is no parameter."""

    def read(texts: Sequence[str]) -> Any:
        number = kind(float(texts[-1]))
        if (low is not None and number < low) or (high is not None and number > high):
            raise ValueError(texts[-1])
        return number

    return QueryForm(read, lambda value: [] if value is None else [str(value)])


def choice_form(labels: Sequence[str], options: Sequence[Any], *, others: bool = False) -> QueryForm:
    """One of several options, by label. ``others`` lets any text be an option."""

    def read(texts: Sequence[str]) -> Any:
        text = texts[-1]
        if text in labels:
            return options[list(labels).index(text)]
        if others:
            return text
        raise ValueError(text)

    return QueryForm(read, lambda value: [] if value is None else [_label(value, labels, options)])


def choices_form(
    labels: Sequence[str], options: Sequence[Any], *, others: bool = False, most: int | None = None
) -> QueryForm:
    """Several of the options, by label; a single empty text stands for none of them."""
    single = choice_form(labels, options, others=others)

    def read(texts: Sequence[str]) -> list[Any]:
        if list(texts) == [""]:
            return []
        values = [single.read([text]) for text in texts]
        if most is not None and len(values) > most:
            raise ValueError(texts)
        return values

    return QueryForm(read, lambda values: [_label(value, labels, options) for value in values])


def _label(value: Any, labels: Sequence[str], options: Sequence[Any]) -> str:
    for label, option in zip(labels, options, strict=True):
        if option is value or option == value:
            return label
    return str(value)


def several_form(single: QueryForm, counts: Sequence[int]) -> QueryForm:
    """A tuple of values, as of a range; ``counts`` are the lengths that are allowed."""

    def read(texts: Sequence[str]) -> tuple[Any, ...]:
        if len(texts) not in counts:
            raise ValueError(texts)
        return tuple(single.read([text]) for text in texts)

    return QueryForm(read, lambda values: [text for value in values for text in single.write(value)])


def iso_form(
    kind: type[dt.date] | type[dt.time] | type[dt.datetime], low: Any = None, high: Any = None
) -> QueryForm:
    """A date, time or both in ISO format, within bounds; None is no parameter."""

    def read(texts: Sequence[str]) -> Any:
        value = kind.fromisoformat(texts[-1])
        if (low is not None and value < low) or (high is not None and value > high):
            raise ValueError(texts[-1])
        return value

    def write(value: Any) -> list[str]:
        if value is None:
            return []
        has_time = isinstance(value, (dt.time, dt.datetime))
        return [value.isoformat("minutes") if has_time else value.isoformat()]

    return QueryForm(read, write)


def stamp_form(zone: dt.tzinfo | None, low: Any = None, high: Any = None) -> QueryForm:
    """A moment in microseconds since 1970, as date and time sliders write it."""

    def read(texts: Sequence[str]) -> dt.datetime:
        value = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc) + dt.timedelta(microseconds=int(texts[-1]))
        value = value.replace(tzinfo=zone)
        if (low is not None and value < low) or (high is not None and value > high):
            raise ValueError(texts[-1])
        return value

    def write(value: dt.datetime) -> list[str]:
        since = value.replace(tzinfo=dt.timezone.utc) - dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)
        return [str(since // dt.timedelta(microseconds=1))]

    return QueryForm(read, write)
