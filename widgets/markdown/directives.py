"""Streamlit's additions to Markdown: colours, badges, emoji, icons and typographic signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...state.patterns import pattern
from . import icons

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

_COLORS = "red|orange|yellow|green|blue|violet|gray|grey|primary"
_OPENING = pattern(rf":((?:{_COLORS}|rainbow)(?:-background|-badge)?|color|small|shimmer)\[")
_ATTRIBUTES = pattern(r"""\{((?:\s*(?:foreground|background)\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\}""")
_ATTRIBUTE = pattern(r"""(foreground|background)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_MATERIAL = pattern(r":material/([a-z0-9_]+):")
_SHORTCODE = pattern(r":([a-z0-9_+'’&-]+):", re.IGNORECASE)
_TASK = pattern(r"\[([ xX])\]\s+")
_SIGNS = {"<->": "↔", "<-": "←", "->": "→", "--": "—", ">=": "≥", "<=": "≤", "~=": "≈"}
_SIGN = pattern(r"(?<!\S)(<->|<-|->|--|>=|<=|~=)(?!\S)")


def install(parser: MarkdownIt) -> None:
    """Teach a parser the tokens ``directive_open``/``_close`` and ``icon``."""
    parser.inline.ruler.before("escape", "directive", _directive)
    parser.inline.ruler.after("directive", "shortcode", _shortcode)
    parser.core.ruler.push("signs", _signs)
    parser.core.ruler.push("tasks", _tasks)


def _directive(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != ":":
        return False
    found = _OPENING.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    start, maximum = found.end(), state.posMax
    end = state.md.helpers.parseLinkLabel(state, start - 1)
    if end < 0:
        return False
    after = end + 1
    attributes = _ATTRIBUTES.match(state.src, after, maximum)
    if not silent:
        token = state.push("directive_open", "span", 1)
        token.info = found.group(1).replace("grey", "gray")
        if attributes is not None and token.info == "color":
            for name, double, single in _ATTRIBUTE.findall(attributes.group(1)):
                token.attrSet(name, double or single)
        state.pos, state.posMax = start, end
        state.md.inline.tokenize(state)
        state.posMax = maximum
        state.push("directive_close", "span", -1).info = token.info
    state.pos = attributes.end() if attributes is not None and found.group(1) == "color" else after
    return True


def _shortcode(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != ":":
        return False
    found = _MATERIAL.match(state.src, state.pos, state.posMax)
    if found is not None:
        glyph = icons.material_glyph(found.group(1))
        kind = "icon"
    else:
        found = _SHORTCODE.match(state.src, state.pos, state.posMax)
        if found is None:
            return False
        name = found.group(1)
        # The brand's own mark is not ours to draw; a neutral one keeps the place.
        kind = "icon" if name == "streamlit" else "text"
        glyph = icons.material_glyph("crown") if name == "streamlit" else icons.emoji(name)
    if glyph is None:
        return False
    if not silent:
        token = state.push(kind, "", 0)
        token.content = glyph
        token.info = found.group()
    state.pos = found.end()
    return True


def _signs(state: StateCore) -> None:
    for block in state.tokens:
        if block.type != "inline" or not block.children:
            continue
        for token in block.children:
            if token.type == "text" and len(token.content) > 1:
                text = token.content
                if "-" in text or "=" in text:
                    token.content = _SIGN.sub(lambda found: _SIGNS[found.group(1)], text)


def _tasks(state: StateCore) -> None:
    """Turn ``[x]`` at the start of an item into a mark on the item's token."""
    tokens = state.tokens
    for number in range(2, len(tokens)):
        found = _TASK.match(tokens[number].content) if tokens[number].type == "inline" else None
        item = tokens[number - 2]
        children = tokens[number].children
        if found is None or item.type != "list_item_open" or not children:
            continue
        children[0].content = children[0].content[found.end() :]
        item.attrSet("data-task", "unchecked" if found.group(1) == " " else "checked")
