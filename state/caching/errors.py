"""What goes wrong with caches, under the names that scripts know from Streamlit."""

from __future__ import annotations

from ..errors import MarkdownFormattedException, StreamlitAPIException, StreamlitAPIWarning


class CacheError(Exception):
    """A cache that is kept on disk can't be read or written."""


class CacheKeyNotFoundError(Exception):
    """A cache does not hold what is asked for."""


class UnhashableTypeError(Exception):
    """A value is of a type that no cache can tell apart by its content."""


class UnhashableParamError(StreamlitAPIException):
    """An argument of a cached function can't be hashed; the message names it and says what to do."""


class UserHashError(StreamlitAPIException):
    """A function of ``hash_funcs`` failed."""


class UnserializableReturnValueError(MarkdownFormattedException):
    """What a function under ``cache_data`` returned can't be pickled."""


class UnevaluatedDataFrameError(StreamlitAPIException):
    """What a function under ``cache_data`` returned is a query that has not been carried out."""


class CachedFunctionReturnedAwaitableError(StreamlitAPIException):
    """A cached function that is not ``async def`` returned something to be awaited."""


class CacheReplayClosureError(StreamlitAPIException):
    """A cached function wrote into a container from outside, so a hit does not know where to write."""


class CachedStFunctionInBackgroundModeWarning(StreamlitAPIWarning):
    """A function that is refreshed in the background shows something, which no hit will show again."""


class CachedWidgetWarning(StreamlitAPIWarning):
    """A cached function makes a widget, which is heard only when the function really runs."""
