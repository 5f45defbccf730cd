"""``st.file_uploader``: files from a dialog, or dropped on the widget."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal, cast

from ..state.container import Container
from ..state.element import LabelVisibility, Width
from .command import Key, OnChange, checked_visibility, checked_width, join
from .file_uploader_view import FileUploader
from .flags import flag
from .options import text_of
from .remembered import first_mistake_told
from .upload_rules import check_names, upload_rules
from .uploaded_file import Source, Upload, UploadedFile


@first_mistake_told
def file_uploader(
    container: Container,
    label: str,
    type: str | Sequence[str] | None = None,
    accept_multiple_files: bool | Literal["directory"] = False,
    key: Key = None,
    help: str | None = None,
    on_change: OnChange = "rerun",
    args: Iterable[Any] | None = None,
    kwargs: dict[str, Any] | None = None,
    *,
    max_upload_size: int | None = None,
    disabled: bool = False,
    label_visibility: LabelVisibility = "visible",
    width: Width = "stretch",
) -> UploadedFile | list[UploadedFile] | None:
    """Show a place for files: a button opens a dialog, and files can be dropped on it.

    Nothing is copied: what the script gets reads the file where it lies when it is first read,
    and names its true path.

    Args:
        label: What the files are for, in Markdown of one line.
        type: What to take: a suffix such as ``"csv"``, a MIME type such as ``"image/png"`` or
            ``"image/*"``, ``"image"``, ``"audio"``, ``"video"`` or ``"text"``, or several of them.
        accept_multiple_files: False for one file, True for several, ``"directory"`` for all files of
            a folder and those below it.
        key: A name for the widget. Its value in ``st.session_state`` can be read only. A change of
            the arguments about files makes it start anew all the same.
        help: A tooltip, in Markdown.
        on_change: A function to run before the script when the files changed, ``"rerun"``, or
            ``"ignore"`` to let them wait for the next run.
        args: Positional arguments of ``on_change``.
        kwargs: Keyword arguments of ``on_change``.
        max_upload_size: The largest size of a file in megabytes; None for the option
            ``server.maxUploadSize``.
        disabled: Whether it can't be used.
        label_visibility: ``"visible"``, ``"hidden"`` (its place stays) or ``"collapsed"``.
        width: ``"stretch"`` or px.

    Returns:
        The file or None; with several allowed a list, empty as long as there are none.

    Raises:
        StreamlitValueError: ``max_upload_size`` is no whole number above 0.

    Example:
        >>> file = st.file_uploader("A picture", "image")
        >>> if file is not None:
        ...     st.image(file.getvalue())
    """
    place = container.target()
    rules = upload_rules(type, max_upload_size, int(place.run.config.get("server.maxUploadSize")))
    visibility, wide = checked_visibility(label_visibility), checked_width(width, content=False)
    folder = accept_multiple_files == "directory"
    many = folder or accept_multiple_files is True
    kinds = (rules.suffixes, rules.mimes, accept_multiple_files, max_upload_size)

    def opened(uploads: tuple[Upload, ...] | None) -> UploadedFile | list[UploadedFile] | None:
        files = [UploadedFile(Source(upload)) for upload in uploads or ()]
        return files if many else files[-1] if files else None

    def reopened(value: Any) -> UploadedFile | list[UploadedFile] | None:
        files = _files(value)
        if not files or not all(isinstance(file, UploadedFile) for file in files):
            return cast("UploadedFile | None", value)  # a test's doing; the next run has what is on screen
        check_names((file.name for file in files), rules)
        again = [file.reopened() for file in files]
        return again if many else again[-1] if again else None

    joined = join(
        place,
        "file_uploader",
        key=key,
        arguments=(str(label), *kinds, help, width),
        keyed=kinds,
        default=[] if many else None,
        parse=opened,
        wire=lambda value: _wire(value, many),
        accept=reopened,
        settable=False,
        on_change=on_change,
        disabled=bool(disabled),
        args=args,
        kwargs=kwargs,
    )
    place.append(
        FileUploader(
            id=joined.id,
            label=text_of(label),
            value=joined.wire,
            initial=(),
            help=help,
            disabled=flag("disabled", disabled),
            label_visibility=visibility,
            form_id=joined.form_id,
            width=wide,
            rules=rules,
            multiple=many,
            folder=folder,
        )
    )
    files: UploadedFile | list[UploadedFile] | None = joined.value
    return files


def _wire(value: Any, many: bool) -> tuple[Upload, ...]:
    if not many and isinstance(value, (list, tuple)):
        raise TypeError("An uploader for one file holds a file or None.")
    return tuple(file.upload for file in _files(value))


def _files(value: Any) -> list[UploadedFile]:
    return list(value) if isinstance(value, (list, tuple)) else [] if value is None else [value]
