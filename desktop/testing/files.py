"""Nodes of widgets that take files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from .nodes import UNSET, WidgetNode

if TYPE_CHECKING:
    from typing_extensions import Self

File = tuple[str, bytes, str]


class FileUploader(WidgetNode):
    """A field for files; ``accept_multiple_files``, ``allowed_type``."""

    shown = ("label",)
    renamed: ClassVar[dict[str, str]] = {"accept_directory": "folder"}

    @property
    def accept_multiple_files(self) -> bool:
        """Whether it takes more than one file."""
        return bool(getattr(self.element, "multiple", False))

    @property
    def allowed_type(self) -> list[str]:
        """The endings of file names that it takes; empty for any."""
        return list(getattr(self.element, "types", None) or getattr(self.element, "type", None) or ())

    @property
    def value(self) -> Any:
        """The uploaded files as the script got them in the last run."""
        return self._page.value_of(self._declared)

    def upload(self, filename: str, content: bytes, mime_type: str = "application/octet-stream") -> Self:
        """Give it a file; one that takes many keeps those that it has.

        Args:
            filename: The file's name.
            content: What is in it.
            mime_type: Its kind.
        """
        before = self._pending if self.accept_multiple_files and self._pending is not UNSET else []
        return self.set_value([*before, (filename, content, mime_type)])

    def set_value(self, files: File | Sequence[File] | None) -> Self:
        """Give it files in the place of those that it has: (name, content, MIME type) each."""
        listed = [] if files is None else [files] if isinstance(files, tuple) else list(files)
        return super().set_value(listed)

    def clear(self) -> Self:
        """Take its files away."""
        return self.set_value(None)

    def wire_value(self) -> Any:
        return self._page.uploads(self._pending)
