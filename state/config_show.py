"""Writes a configuration as a ``config.toml`` that explains itself."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping

from .config import Config
from .config_values import Option

_INTRO = """\
# The options of desklit, as they hold here. To change one, write it without its # into
# ~/.streamlit/config.toml (for all apps) or into .streamlit/config.toml beside an app."""


def render_toml(config: Config) -> str:
    """Return all options as TOML: those that are set as they are, the others as comments.

    Args:
        config: The configuration to show.

    Returns:
        Text that reads as a ``config.toml`` with the same values. Options that are hidden are left out
        unless they are set, and secrets are not shown.
    """
    sections: dict[str, list[str]] = {}
    for option in config.options.values():
        if config.is_set(option.name) or not option.hidden:
            sections.setdefault(option.section, []).append(_entry(config, option))
    tables = ["\n\n".join([f"[{name}]", *entries]) for name, entries in sections.items()]
    return "\n\n\n".join([_INTRO, *tables]) + "\n"


def _entry(config: Config, option: Option) -> str:
    lines = textwrap.wrap(option.help, 96, break_long_words=False)
    value = config.get(option.name)
    if option.default is not None:
        lines.append(f"Default: {_toml(option.default)}")
    if not config.is_set(option.name):
        shown = "" if value is None else f" {_toml(value)}"
        return "\n".join([*(f"# {line}" for line in lines), f"# {option.key} ={shown}"])
    lines.append(f"From: {config.where(option.name)}")
    comment = "\n".join(f"# {line}" for line in lines)
    if option.sensitive:
        return f"{comment}\n# {option.key} = (a secret)"
    return f"{comment}\n{option.key} = {_toml(value)}"


def _toml(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_toml(item) for item in value)}]"
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_toml(str(key))} = {_toml(item)}" for key, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, (str, bool)):
        # JSON's texts are TOML's too, but for one character that TOML wants escaped.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return repr(value) if isinstance(value, (int, float)) else _toml(str(value))
