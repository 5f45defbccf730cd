"""Where LaTeX stands in a Markdown text: ``$…$`` within a line, ``$$`` on lines of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...state.patterns import pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

# A single dollar neither opens before a space nor closes after one or before a digit (prices).
_INLINE = pattern(
    r"\$\$(?!\$)\s*(.+?)\s*(?<!\\)\$\$ | \$(?![\s$])((?:\\.|[^\\$])*?)(?<!\s)\$(?!\d)",
    re.DOTALL | re.VERBOSE,
)


def install(parser: MarkdownIt) -> None:
    """Teach a parser the tokens ``math_inline`` and ``math_block``."""
    parser.inline.ruler.before("escape", "math_inline", _math_inline)
    parser.block.ruler.before(
        "fence", "math_block", _math_block, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )


def _math_inline(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$":
        return False
    found = _INLINE.match(state.src, state.pos, state.posMax)
    content = found and (found.group(1) or found.group(2))
    if found is None or not content:
        return False
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.content = content
    state.pos = found.end()
    return True


def _math_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    first = _line(state, start)
    if not first.startswith("$$") or "$$" in first[2:] or state.is_code_block(start):
        return False
    lines = [first[2:]]
    for number in range(start + 1, end):
        line = _line(state, number)
        if line.rstrip().endswith("$$"):
            lines.append(line.rstrip()[:-2])
            break
        lines.append(line)
    else:
        return False
    if not silent:
        token = state.push("math_block", "math", 0)
        token.block = True
        token.content = "\n".join(lines).strip()
        token.map = [start, number + 1]
    state.line = number + 1
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]
