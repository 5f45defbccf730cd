"""``st.chat_input``: a field for messages, at the bottom of the window or in a container."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal, cast

from ..state.container import Container
from ..state.element import Height, Width
from ..state.errors import StreamlitAPIException, StreamlitValueError, UnsupportedCommandError
from ..state.tree import Region
from .chat_input_view import ChatInput, SubmitMode
from .chat_value import ChatInputValue, Submission
from .command import Key, checked_height, checked_width, join, not_in_form, one_of
from .flags import flag
from .remembered import first_mistake_told
from .text_rules import checked_max_chars
from .upload_rules import upload_rules

AcceptFile = bool | Literal["multiple", "directory"]
SAMPLE_RATES = (8000, 11025, 16000, 22050, 24000, 32000, 44100, 48000, None)


@first_mistake_told
def chat_input(
    container: Container,
    placeholder: str = "Your message",
    *,
    key: Key = None,
    max_chars: int | None = None,
    max_upload_size: int | None = None,
    accept_file: AcceptFile = False,
    file_type: str | Sequence[str] | None = None,
    accept_audio: bool = False,
    audio_sample_rate: int | None = 16000,
    disabled: bool = False,
    submit_mode: SubmitMode = "submit",
    on_submit: Callable[..., Any] | None = None,
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    width: Width = "stretch",
    height: Height = "content",
) -> str | ChatInputValue | None:
    """Show a field for messages. Enter sends, Shift+Enter begins a new line.

    Written straight to the page it stands at the window's bottom, whatever is scrolled above; in a
    container or the sidebar it stands there.

    Args:
        placeholder: What to show while the field is empty.
        key: A name for the widget. A text that the script stores under it in ``st.session_state``
            is put into the field, for the user to send.
        max_chars: The most characters that can be typed; None or 0 for any number.
        max_upload_size: The largest size of a file in megabytes; None for ``server.maxUploadSize``.
        accept_file: True for one file beside the text, ``"multiple"`` for several, ``"directory"`` for
            all files of a folder. Files can be chosen, dropped on the field and pasted.
        file_type: What files to take, as ``st.file_uploader`` has it.
        accept_audio: Recording is not supported yet: True is refused.
        audio_sample_rate: In Hz; without effect as long as nothing is recorded.
        disabled: Whether it can't be used.
        submit_mode: What the field does while the run that a message started goes on: ``"submit"`` takes
            the next message, ``"disable"`` waits, ``"stop"`` waits and offers to stop the run.
        on_submit: A function to run before the script when something was sent.
        args: Positional arguments of ``on_submit``.
        kwargs: Keyword arguments of ``on_submit``.
        width: ``"stretch"`` or px.
        height: ``"content"`` grows with the text, px is the least height, ``"stretch"`` fills the container.

    Returns:
        In the run after something was sent: the text, or with ``accept_file`` a ``ChatInputValue`` with
        ``text`` and ``files``. Else None.

    Raises:
        StreamlitInvalidLayoutContextError: It is in a form.
        UnsupportedCommandError: ``accept_audio`` is True.
        StreamlitValueError: An argument is none of the allowed.

    Example:
        >>> if message := st.chat_input("Say something"):
        ...     st.chat_message("user").write(message)
    """
    place = _place(container.target())
    not_in_form(place, "chat_input", on_submit)
    _check_audio(accept_audio, audio_sample_rate)
    if not isinstance(accept_file, bool) and accept_file not in ("multiple", "directory"):
        raise StreamlitValueError(
            f"`accept_file` is {accept_file!r}. It accepts True, False, 'multiple' or 'directory'."
        )
    _check_function(on_submit)
    limit = checked_max_chars(max_chars)
    rules = upload_rules(file_type, max_upload_size, int(place.run.config.get("server.maxUploadSize")))
    kinds = (accept_file, rules.suffixes, rules.mimes, max_chars, max_upload_size)
    mode = cast(SubmitMode, one_of("submit_mode", submit_mode, ("submit", "disable", "stop")))
    wide, high = checked_width(width, content=False), checked_height(height)

    def sent(wire: Submission | str | None) -> str | ChatInputValue | None:
        if wire is None:
            return None
        submission = Submission(wire) if isinstance(wire, str) else wire
        return ChatInputValue.of(submission) if accept_file else submission.text

    # What the script stored itself is no message: it goes into the field, once.
    state = place.run.state
    by_user = key is None or state.was_triggered(("chat_input", str(key), *kinds))
    joined = join(
        place,
        "chat_input",
        key=key,
        arguments=(str(placeholder), *kinds, submit_mode, width, height),
        keyed=kinds,
        default=None,
        trigger=True,
        parse=sent,
        wire=lambda value: None,
        on_change=on_submit,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
    )
    offered = None if by_user else joined.value
    if isinstance(offered, str):
        state.take_back(joined.id)
    place.append(
        ChatInput(
            id=joined.id,
            disabled=flag("disabled", disabled),
            form_id="",
            width=wide,
            height=high,
            placeholder=str(placeholder),
            max_chars=limit,
            accepts=accept_file,
            rules=rules,
            submit_mode=mode,
            offered=offered if isinstance(offered, str) else "",
            offer=place.run.next_serial() if isinstance(offered, str) else 0,
        )
    )
    value: str | ChatInputValue | None = None if offered is not None else joined.value
    return value


def _place(place: Container) -> Container:
    """The window's bottom for what is written straight to the page."""
    on_page = place.region == "main" and isinstance(place.block, Region)
    return place.run.regions["bottom"] if on_page else place


def _check_audio(accept_audio: object, rate: object) -> None:
    if rate not in SAMPLE_RATES or isinstance(rate, bool):
        words = ", ".join(map(str, SAMPLE_RATES))
        raise StreamlitValueError(f"`audio_sample_rate` is {rate!r}. It accepts {words}.")
    if not isinstance(accept_audio, (bool, int)):
        raise TypeError(f"`accept_audio` is True or False, not {accept_audio!r}.")
    if accept_audio:
        raise UnsupportedCommandError("chat_input(accept_audio=True)", "It takes text and files.")


def _check_function(on_submit: object) -> None:
    if on_submit is None or callable(on_submit):
        return
    if on_submit in ("rerun", "ignore"):
        raise StreamlitAPIException(
            f"`on_submit` is {on_submit!r}, which a chat input can't do. It accepts a function."
        )
    raise StreamlitValueError(f"`on_submit` is {on_submit!r}. It accepts a function.")
