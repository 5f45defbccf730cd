"""``st.rerun``, ``st.stop``, ``st.session_state``, the options and the page's configuration."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, NoReturn, cast

from ..state.context import RerunRequest, current_run
from ..state.errors import (
    StreamlitAPIException,
    StreamlitInvalidLayoutContextError,
    StreamlitInvalidParameterTypeError,
    StreamlitInvalidURLError,
    StreamlitValueError,
)
from ..state.fragments import inside
from ..state.patterns import pattern
from ..state.query_params import QueryParamsProxy
from ..state.session_state import SessionState
from ..state.state_proxy import SessionStateProxy
from .command import one_of

if TYPE_CHECKING:
    from ..state.run import Run


def _state_to_use() -> SessionState:
    """The state of the running session; as with every command, a run that is to end ends here."""
    run = current_run()
    if run.stop_requested:
        run.checkpoint()
    return run.state


session_state = SessionStateProxy(_state_to_use)
query_params = QueryParamsProxy(lambda: current_run().state.query)


def rerun(scope: Literal["app", "fragment"] | str | int | Sequence[str | int] = "app") -> NoReturn:
    """End this run here and run the script again from the top.

    Args:
        scope: ``"app"`` runs the whole script, ``"fragment"`` the fragment alone that is running. In a
            callback: the key of a fragment, or a list of keys; only these fragments run then.

    Raises:
        StreamlitInvalidLayoutContextError: ``"fragment"`` where no fragment is running alone.
        StreamlitAPIException: A key where no callback is running, or of no fragment on the page.

    Example:
        >>> if st.button("Add"):
        ...     st.session_state.n += 1
        ...     st.rerun()
    """
    run = current_run()
    if scope not in ("app", "fragment"):
        run.checkpoint()
        raise RerunRequest(keys=_checked_keys(scope, run))
    if scope == "fragment" and not (run.alone and inside.get()):
        raise StreamlitInvalidLayoutContextError(
            '`scope="fragment"` makes sense in a fragment only, while it runs again alone.'
        )
    run.checkpoint()
    raise RerunRequest(fragment=scope == "fragment")


def _checked_keys(scope: object, run: Run) -> tuple[str, ...]:
    """The keys of fragments that a callback asks for."""
    several = isinstance(scope, Sequence) and not isinstance(scope, (str, bytes, bytearray))
    listed = list(cast("Sequence[object]", scope)) if several else [scope]
    if not all(isinstance(each, (str, int)) for each in listed):
        raise StreamlitInvalidParameterTypeError(
            f"`scope` is {scope!r}. It accepts 'app', 'fragment', the key of a fragment or a list of keys."
        )
    keys = tuple(map(str, listed))
    if not keys or "app" in keys or "fragment" in keys:
        raise StreamlitValueError(
            f"`scope` is {scope!r}. A list holds keys of fragments, one or more; 'app' and 'fragment' stand "
            "alone."
        )
    if not run.calling_back or run.page_fragments is None:
        raise StreamlitAPIException(
            "`st.rerun` accepts the key of a fragment in callbacks only, before anything has run. Elsewhere "
            '`scope="app"` or `scope="fragment"` end what is running and run it again.'
        )
    for key in keys:
        if not run.page_fragments.of_key(key):
            raise StreamlitAPIException(
                f"There is no fragment with the key {key!r} on the page. It is the `key` of `st.fragment`, "
                "and the fragment has to be shown."
            )
    return keys


def stop() -> NoReturn:
    """End this run here; what is on the page so far stays.

    Example:
        >>> if not name:
        ...     st.info("Please enter a name.")
        ...     st.stop()
    """
    current_run().stop()


def get_option(key: str) -> Any:
    """The value of a config option.

    Args:
        key: The option as ``"section.name"``, for instance ``"theme.base"``.

    Returns:
        The value in force in this window.

    Example:
        >>> st.get_option("client.toolbarMode")
    """
    return current_run().config.get(key)


def set_option(key: str, value: Any) -> None:
    """Set a config option of this window, if scripts may set it.

    Args:
        key: The option as ``"section.name"``.
        value: The new value.

    Raises:
        StreamlitAPIException: There is no such option, or a script may not set it.

    Example:
        >>> st.set_option("client.showErrorDetails", False)
    """
    current_run().config.set_by_script(key, value)


def set_page_config(
    page_title: str | None = None,
    page_icon: Any = None,
    layout: Literal["centered", "wide"] | None = None,
    initial_sidebar_state: Literal["auto", "expanded", "collapsed"] | int | None = None,
    menu_items: Mapping[str, str | None] | None = None,
) -> None:
    """Set the window's title, icon, layout, sidebar and menu entries.

    Args:
        page_title: The window's title.
        page_icon: An emoji or its shortcode, ``":material/name:"``, ``"random"``, a picture's path or
            address, or an image.
        layout: ``"centered"`` keeps lines readable, ``"wide"`` uses the whole window.
        initial_sidebar_state: ``"auto"``, ``"expanded"``, ``"collapsed"``, or a width of 200 to 600 px.
        menu_items: Addresses for ``"Get help"`` and ``"Report a bug"``, Markdown for ``"About"``.

    Raises:
        StreamlitValueError: An argument is none of what it accepts.
        StreamlitInvalidURLError: An entry of ``menu_items`` is no address.
        StreamlitAPIException: ``page_icon`` is nothing that makes an icon.

    Example:
        >>> st.set_page_config(page_title="Prices", layout="wide")
    """
    run = current_run()
    run.checkpoint()
    page = run.page_config
    if page_title is not None and not isinstance(page_title, str):
        raise TypeError(f"`page_title` is {page_title!r}. It accepts a text or None.")
    if layout is not None:
        one_of("layout", layout, ("centered", "wide"))
    if initial_sidebar_state is not None and not _is_width(initial_sidebar_state):
        one_of("initial_sidebar_state", initial_sidebar_state, ("auto", "expanded", "collapsed"))
    run.page_config = replace(
        page,
        title=page.title if page_title is None else page_title,
        icon=page.icon if page_icon is None else _icon(page_icon, run.state),
        layout=layout or page.layout,
        sidebar=page.sidebar if initial_sidebar_state is None else initial_sidebar_state,
        menu_items=page.menu_items if menu_items is None else _menu_items(menu_items),
    )


def _icon(icon: Any, session: object) -> object:
    from .page_icon import page_icon_of  # only few apps need it

    return page_icon_of(icon, session)


def _is_width(value: object) -> bool:
    if isinstance(value, int) and not isinstance(value, bool):
        if value <= 0:
            raise StreamlitValueError(f"`initial_sidebar_state` is {value}. A width must be above 0 px.")
        return True
    return False


_MENU = {"get help": "Get help", "report a bug": "Report a bug", "about": "About"}
_URL = pattern(r"(https?://|mailto:).", re.IGNORECASE)


def _menu_items(items: Mapping[str, str | None]) -> tuple[tuple[str, str | None], ...]:
    checked: list[tuple[str, str | None]] = []
    for name, value in items.items():
        known = _MENU.get(str(name).lower())
        if known is None:
            raise StreamlitValueError(
                f"`menu_items` has the entry {name!r}. It accepts: {', '.join(_MENU.values())}."
            )
        if value is not None and not isinstance(value, str):
            raise TypeError(f"`menu_items` has {value!r} as {name!r}. It accepts a text or None.")
        if value is not None and known != "About" and not _URL.match(value):
            raise StreamlitInvalidURLError(
                f"`menu_items` has {value!r} as {name!r}. It accepts `https://…`, `http://…` or `mailto:…`."
            )
        checked.append((known, value))
    return tuple(checked)
