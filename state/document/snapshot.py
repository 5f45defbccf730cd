"""What of a session goes into a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import Any

from ..element import WidgetId
from ..patterns import pattern
from ..records import dataclass
from ..state_values import NOTHING
from ..widget import WidgetSpec

_ADDRESS = pattern(r" at 0x[0-9A-Fa-f]+")


@dataclass(frozen=True, slots=True)
class Held:
    """One value of a session.

    Args:
        value: The value.
        key: The script's key, if there is one.
        mark: What tells a widget without key, or one with, apart from others; "" for the script's own values.
        kind: The widget's kind.
        on_misfit: Is told, on the worker, that the widget can't have the value any more.
    """

    value: Any
    key: str | None = None
    mark: str = ""
    kind: str = ""
    on_misfit: Callable[[], object] | None = None

    @property
    def name(self) -> str:
        """How to speak of it."""
        return self.key or f"a {self.kind or 'widget'}"

    def fitted(self, spec: WidgetSpec) -> Any:
        """The value as its widget has it; ``NOTHING`` if the script has changed so that it can't."""
        value = self.value
        try:
            if spec.accept is not None:
                value = spec.accept(value)
            if spec.check is not None:
                spec.check(value)
            spec.wire(value)
        except Exception:
            if self.on_misfit is not None:
                self.on_misfit()
            return NOTHING
        return value


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A session at one moment.

    Args:
        script: The app's script.
        title: What the app is called.
        held: The values.
        page: The name of the page that was open; "" for the first.
        query: The query parameters.
        digest: That of the script's text; "" if it is not known.
        document: The file that the session was saved to last; "" for none.
    """

    script: Path
    title: str = ""
    held: tuple[Held, ...] = ()
    page: str = ""
    query: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())
    digest: str = ""
    document: str = ""


def mark_of(id: WidgetId) -> str:
    """A widget's identity as a text that is the same in the next process."""
    import hashlib

    return hashlib.sha256(_words(id).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def _words(part: Any) -> str:
    """A ``repr`` without what changes from process to process: objects' addresses, and the order of sets."""
    if type(part) is tuple:
        return f"({', '.join(map(_words, part))})"
    if isinstance(part, (set, frozenset)):
        return f"{{{', '.join(sorted(map(_words, part)))}}}"
    return _ADDRESS.sub("", repr(part))
