"""The ``page_icon`` of ``st.set_page_config``: a sign, or a picture."""

from __future__ import annotations

import logging
import random
from typing import Any

from ..state.errors import StreamlitAPIException
from .image_source import Picture, picture_of
from .markdown.icons import validate_icon

_log = logging.getLogger("desklit.widgets")
_RANDOM = tuple("🔥🤖🧠🌎🌞🌱🍀🍋🎈🎲🎉🏄🐙🐝🐢👍👋💎💡📈🔬🔭🚀🚲🛸🦄🦉🦊🧩🧭")


def page_icon_of(icon: Any, session: object) -> str | Picture | None:
    """Bring a page icon into a form that can be compared and can cross threads.

    Args:
        icon: An emoji or its shortcode, ``":material/name:"``, ``"random"``, or whatever ``st.image`` takes.
        session: Whose icon it is: ``"random"`` stays the same for it.

    Returns:
        An emoji or ``":material/name:"``, or a picture; None where there is none, or a file is missing.

    Raises:
        StreamlitAPIException: It is a Material icon that there is none of, or nothing that makes an icon.
    """
    if isinstance(icon, str):
        if icon == "random":
            return random.Random(id(session)).choice(_RANDOM)
        sign = sign_of(icon)
        if sign is not None:
            return sign or None
    try:
        return picture_of(icon)
    except OSError as error:
        # As in Streamlit this is no reason to stop an app: it works without its icon.
        _log.warning("The page icon can't be shown: %s", error)
        return None
    except StreamlitAPIException as error:
        raise StreamlitAPIException(f"`page_icon` can't be used. {error}") from error


def sign_of(text: str) -> str | None:
    """An emoji or ``":material/name:"`` that a text names; None where it names none.

    Raises:
        StreamlitAPIException: It is a Material icon that there is none of.
    """
    if text.startswith(":material/"):
        return validate_icon(text)
    if text.startswith(":") and text.endswith(":"):
        from emoji import emojize

        text = emojize(text, language="alias")
    try:
        return validate_icon(text)
    except StreamlitAPIException:
        return None
