"""What a chat input sends and what the script gets of it. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Any

from ..state.records import dataclass
from .uploaded_file import Source, Upload, UploadedFile


@dataclass(frozen=True, slots=True)
class Submission:
    """What was sent, as it travels from the window to the session."""

    text: str
    uploads: tuple[Upload, ...] = ()


class ChatInputValue(MutableMapping[str, Any]):
    """What a chat input that accepts files gives: ``text`` and ``files``, by attribute or by item.

    Example:
        >>> sent = st.chat_input(accept_file=True)
        >>> if sent:
        ...     st.write(sent.text, [file.name for file in sent["files"]])
    """

    text: str
    files: list[UploadedFile]

    def __init__(self, **parts: Any) -> None:
        self.__dict__.update(parts)

    @classmethod
    def of(cls, submission: Submission) -> ChatInputValue:
        """The value of something sent."""
        return cls(
            text=submission.text, files=[UploadedFile(Source(upload)) for upload in submission.uploads]
        )

    def to_dict(self) -> dict[str, Any]:
        """A copy as a plain dict."""
        return dict(self.__dict__)

    def __getattr__(self, name: str) -> Any:
        hint = " (`accept_audio` is off)" if name == "audio" else ""
        raise AttributeError(f"The value of a chat input has no `{name}`{hint}, only text and files.")

    def __getitem__(self, name: str) -> Any:
        try:
            return self.__dict__[name]
        except KeyError:
            raise KeyError(f"The value of a chat input has no {name!r}, only 'text' and 'files'.") from None

    def __setitem__(self, name: str, value: Any) -> None:
        self.__dict__[name] = value

    def __delitem__(self, name: str) -> None:
        self[name]
        del self.__dict__[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.__dict__)

    def __len__(self) -> int:
        return len(self.__dict__)

    def __repr__(self) -> str:
        parts = ", ".join(f"{name}={value!r}" for name, value in self.items())
        return f"ChatInputValue({parts})"
