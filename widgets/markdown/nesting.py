"""How deep quotes and lists may stand in each other."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

QUOTES = 8
LEVELS = 40  # of all kinds; a list takes two

_log = logging.getLogger("desklit.widgets")


def limit(parser: MarkdownIt) -> None:
    """Let the signs of quotes and lists that stand too deep be text like any other.

    A quote is drawn as a table, and Qt measures a table within a table twice, so each level doubles the
    time. The parser for its part leaves out, without a word, what stands deeper than its limit.
    """
    from markdown_it import rules_block

    parser.options["maxNesting"] = LEVELS
    ended = ["paragraph", "reference", "blockquote"]
    ruler = parser.block.ruler
    ruler.at("blockquote", _limited(rules_block.blockquote, quotes=1), {"alt": [*ended, "list"]})
    ruler.at("list", _limited(rules_block.list_block, quotes=0), {"alt": ended})


def _limited(rule: Any, *, quotes: int) -> Any:
    def limited(state: StateBlock, first: int, last: int, silent: bool) -> bool:
        around = state.env.get("quotes", 0)
        if state.level > LEVELS - 3 or around + quotes > QUOTES:
            if rule(state, first, last, True):
                _tell(state.env)
            return False
        state.env["quotes"] = around + quotes
        done: bool = rule(state, first, last, silent)
        state.env["quotes"] = around
        return done

    return limited


def _tell(env: Any) -> None:
    if "told" not in env:
        env["told"] = True
        _log.info("A Markdown text nests deeper than desklit shows: its innermost signs stand as text.")
