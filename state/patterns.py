"""Regular expressions that are compiled when they are first used: most starts use few of them."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Pattern:
    """Has what a compiled pattern has; each of its methods is looked up once."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        vars(self)[name] = found
        return found


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    r"""As `re.compile`, but later.

    Args:
        source: The expression.
        flags: As for `re.compile`.

    Returns:
        What has a pattern's methods. The functions of `re` do not take it.

    Example:
        >>> pattern(r"\d+").fullmatch("42") is not None
        True
    """
    return cast("re.Pattern[AnyStr]", _Pattern(source, flags))
