"""The exceptions of desklit, under the names that scripts import from ``streamlit.errors``.

The tree of names and parents is Streamlit 1.67's, so that ``except`` clauses of existing scripts
catch the same things. Every class takes its message as its first argument; who raises it words it.
What steers a run (stop, rerun) is no error and lives elsewhere.
"""

from __future__ import annotations


class Error(Exception):
    """Parent of the errors that come from the library rather than from the script."""


class FragmentHandledException(Exception):
    """An error in a fragment that has already been shown to the user."""


class FragmentStorageKeyError(Error, KeyError):
    """A fragment is asked for that the session does not hold."""


class NoSessionContext(Error):
    """Something that needs a session runs outside of one."""


class StreamlitMaxRetriesError(Error):
    """An operation failed more often than it may be tried."""


class StreamlitComponentRegistryError(Error):
    """A custom component is registered wrongly or is missing."""


class MarkdownFormattedException(Error):
    """An error whose message is Markdown, to be shown as such."""


class StreamlitAPIException(MarkdownFormattedException):
    """A command is used wrongly: the script is to be mended.

    Args:
        *args: The message, in Markdown, as for any exception.
        error_id: A stable name of this kind of mistake, for programs that tell mistakes apart.

    Example:
        >>> raise StreamlitAPIException("`min_value` must not exceed `max_value`.")
    """

    error_id: str | None = None

    def __init__(self, *args: object, error_id: str | None = None) -> None:
        super().__init__(*args)
        if error_id is not None:
            self.error_id = error_id

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(repr(arg) for arg in self.args)})"


class StreamlitAPIWarning(StreamlitAPIException, Warning):
    """A command is used in a way that works but is likely a mistake."""


class StreamlitAuthError(StreamlitAPIException):
    """Signing in is set up wrongly or failed."""


class StreamlitMissingAuthlibError(StreamlitAuthError):
    """Signing in needs the package Authlib, which is not installed."""


class StreamlitDataframeConversionError(StreamlitAPIException):
    """Data cannot be turned into a table."""


class StreamlitInvalidLayoutContextError(StreamlitAPIException):
    """A command stands in a place where it is not allowed."""


class UnserializableSessionStateError(StreamlitAPIException):
    """A value in the session state cannot be pickled, though the configuration asks for it."""


class DuplicateWidgetID(StreamlitAPIException):
    """Two widgets of one run have the same identity."""


class StreamlitDuplicateElementId(DuplicateWidgetID):
    """Two widgets without a key have the same kind and the same arguments."""


class StreamlitDuplicateElementKey(DuplicateWidgetID):
    """Two elements of one run have the same key."""


class LocalizableStreamlitException(StreamlitAPIException):
    """A wrong use whose message has places for details, so that it can be translated.

    Args:
        message: The message, in Markdown; with details given, a format string of their names.
        error_id: A stable name of this kind of mistake.
        **details: What the places in the message stand for. Kept in ``exec_kwargs``.

    Example:
        >>> str(LocalizableStreamlitException("`{name}` is too long.", name="label"))
        '`label` is too long.'
    """

    def __init__(self, message: str = "", *, error_id: str | None = None, **details: object) -> None:
        # Without details the message is final: braces in a user's text are not places.
        super().__init__(message.format(**details) if details else message, error_id=error_id)
        self.exec_kwargs: dict[str, object] = details


class StreamlitInvalidURLError(LocalizableStreamlitException):
    """A text that must be a URL is none, or has a scheme that is not allowed."""


class StreamlitInvalidColumnSpecError(LocalizableStreamlitException):
    """The ``spec`` of ``columns`` is neither a positive number nor a list of positive weights."""


class StreamlitSelectionCountExceedsMaxError(LocalizableStreamlitException):
    """More options are selected than ``max_selections`` allows."""


class StreamlitMixedNumericTypesError(LocalizableStreamlitException):
    """Value, bounds and step of a numeric widget are not all int or all float."""


class StreamlitValueBelowMinError(LocalizableStreamlitException):
    """A widget's value is below its ``min_value``."""


class StreamlitValueAboveMaxError(LocalizableStreamlitException):
    """A widget's value is above its ``max_value``."""


class StreamlitInvalidMinMaxError(LocalizableStreamlitException):
    """A widget's ``min_value`` is not below its ``max_value``."""


class StreamlitValueOutOfRangeError(LocalizableStreamlitException):
    """An argument is outside of the range that it may have."""


class StreamlitJSNumberBoundsError(LocalizableStreamlitException):
    """A number is larger than a widget can show without loss."""


class StreamlitInvalidNumberFormatError(LocalizableStreamlitException):
    """The ``format`` of a numeric widget cannot format a number."""


class StreamlitMissingRequiredParameterError(LocalizableStreamlitException):
    """An argument is missing that is needed in this use."""


class StreamlitIncompatibleParametersError(LocalizableStreamlitException):
    """Two arguments, or two uses, exclude each other."""


class StreamlitQueryParamDictValueError(LocalizableStreamlitException):
    """A query parameter is given a mapping as its value."""


class StreamlitPageNotFoundError(LocalizableStreamlitException):
    """A page is named that the app does not have."""


class StreamlitInvalidFormCallbackError(LocalizableStreamlitException):
    """A widget in a form that is not the submit button is given a callback."""


class StreamlitValueAssignmentNotAllowedError(LocalizableStreamlitException):
    """The session state is given a value for a widget whose value only a user makes."""


class StreamlitWidgetAlreadyInstantiatedError(LocalizableStreamlitException):
    """The session state is given a value for a widget that this run has already made."""


class StreamlitInvalidColorError(LocalizableStreamlitException):
    """A value that must be a colour cannot be read as one."""


class StreamlitBadTimeStringError(LocalizableStreamlitException):
    """A text that must be a span of time cannot be read as one."""


class StreamlitSecretNotFoundError(LocalizableStreamlitException, FileNotFoundError):
    """There is no readable file of secrets."""


class StreamlitInvalidWidthError(LocalizableStreamlitException):
    """A ``width`` is neither a positive number of pixels nor one of the allowed words."""


class StreamlitInvalidHeightError(LocalizableStreamlitException):
    """A ``height`` is neither a positive number of pixels nor one of the allowed words."""


class StreamlitValueError(LocalizableStreamlitException):
    """An argument is none of the values that it may have."""


class StreamlitInvalidParameterTypeError(LocalizableStreamlitException):
    """An argument has a type that the command does not accept."""


class StreamlitDefaultNotInOptionsError(LocalizableStreamlitException):
    """A default value is none of the widget's options."""


class StreamlitInvalidThemeError(LocalizableStreamlitException):
    """A theme, or the file that holds it, is wrong."""


class StreamlitInvalidThemeOptionError(StreamlitInvalidThemeError):
    """A theme has an option that does not exist."""


class StreamlitInvalidThemeSectionError(StreamlitInvalidThemeError):
    """A theme has an option in a section where it does not exist."""


class BidiComponentError(LocalizableStreamlitException):
    """A custom component is used wrongly."""


class BidiComponentInvalidIdError(BidiComponentError):
    """A part of a custom component's identity holds the text that separates the parts."""


class BidiComponentInvalidCallbackNameError(BidiComponentError):
    """A custom component is given a callback under a name that is taken."""


class BidiComponentInvalidDefaultKeyError(BidiComponentError):
    """A custom component is given a default for a state that it does not have."""


class BidiComponentUnserializableDataError(BidiComponentError):
    """The data for a custom component cannot be sent to it."""


class UnsupportedCommandError(StreamlitAPIException):
    """A command that Streamlit has and desklit does not have yet. Not a name of Streamlit's.

    Args:
        command: The command as the script calls it, without ``st.``; kept as ``command``.
        detail: What is not supported of it when the rest is, or what to use instead.

    Example:
        >>> str(UnsupportedCommandError("pydeck_chart"))
        '`st.pydeck_chart` is not supported by desklit yet.'
    """

    def __init__(self, command: str, detail: str = "") -> None:
        super().__init__(command, detail)
        self.command = command
        self.detail = detail

    def __str__(self) -> str:
        message = f"`st.{self.command.removeprefix('st.')}` is not supported by desklit yet."
        return f"{message} {self.detail}" if self.detail else message


class MissingExtraError(StreamlitAPIException, ImportError):
    """A command needs packages that come with one of desklit's extras. Not a name of Streamlit's.

    Args:
        name: What needs the packages, as the user knows it: a command or a kind of data.
        extra: The extra of the distribution ``desklit`` that brings them; kept as ``extra``.

    Example:
        >>> str(MissingExtraError("st.map", "maps"))
        "`st.map` needs packages that are not installed. Install them with `pip install 'desklit[maps]'`."
    """

    def __init__(self, name: str, extra: str) -> None:
        super().__init__(name, extra)
        self.name: str = name
        self.extra = extra

    def __str__(self) -> str:
        return (
            f"`{self.name}` needs packages that are not installed. "
            f"Install them with `pip install 'desklit[{self.extra}]'`."
        )
