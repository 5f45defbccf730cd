"""HTML in Markdown, cut down to what a QTextDocument can show. Knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...state.patterns import pattern
from ..escape import escape
from ..theme import Theme
from . import spans
from .highlight import code_families

_TAG = pattern(r"<!--.*?(?:-->|$)|<(/?)([a-zA-Z][\w-]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>", re.DOTALL)
_ATTRIBUTE = pattern(r"""([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_COLOR = pattern(r"(color|background(?:-color)?|border-color)\s*:\s*([^;]+)", re.IGNORECASE)
_HIDDEN = {"script", "style", "title", "template", "noscript", "head", "svg", "canvas", "object", "math"}
_TEXT_TAGS = {"b", "strong", "i", "em", "u", "s", "del", "strike", "ins", "sub", "sup", "small", "big", "tt"}
_BLOCK_TAGS = {"p", "div", "center", "ul", "ol", "li", "dl", "dt", "dd", "pre", "blockquote", "br"}
_TABLE_TAGS = {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"}
_KEPT = _TEXT_TAGS | _BLOCK_TAGS | _TABLE_TAGS | {"span", "font", "h1", "h2", "h3", "h4", "h5", "h6"}
_LOOKS = {"style", "align", "valign", "width", "height", "bgcolor", "color", "face", "size", "border"}
_ATTRIBUTES = _LOOKS | {"title", "dir", "start", "type", "cellspacing", "cellpadding", "colspan", "rowspan"}
_SECTIONS = {"section", "article", "header", "footer", "main", "nav", "aside"}
_BLOCKS = _SECTIONS | {"figure", "figcaption", "form", "details"}


class Cleaner:
    """Cleans the HTML of one text, piece by piece: a tag may open in one piece and close in another."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.dropped: set[str] = set()  # the names of tags that were left out
        self._hidden: str | None = None  # the element whose whole content is left out, while inside
        self._special: dict[str, tuple[Callable[[dict[str, str]], str], str]] = {
            "mark": (self._mark, "</span>"),
            "kbd": (self._kbd, f"{spans.PAD}</span>"),
            "code": (self._code, f"{spans.PAD}</span>"),
            "samp": (self._code, f"{spans.PAD}</span>"),
            "summary": (lambda _: '<p style="margin:0 0 4px 0"><b>▾ ', "</b></p>"),
            "q": (lambda _: "“", "”"),
            "abbr": (lambda attributes: self._open("span", attributes), "</span>"),
            "hr": (lambda _: spans.rule(theme, round(theme.base_font_size)), ""),
            "img": (self._image, ""),
            "a": (self._link, "</a>"),
            "iframe": (self._frame, "</a>"),
            "video": (self._frame, "</a>"),
            "audio": (self._frame, "</a>"),
        }

    @property
    def hiding(self) -> bool:
        """Whether the text goes on inside an element whose content is left out."""
        return self._hidden is not None

    def clean(self, html: str) -> str:
        """The part of the HTML that can be shown; scripts, styles and comments are left out."""
        out: list[str] = []
        end = 0
        for found in _TAG.finditer(html):
            if self._hidden is None:
                out.append(html[end : found.start()])
            end = found.end()
            out.append(self._tag(found))
        if self._hidden is None:
            out.append(html[end:])
        return "".join(out)

    def _tag(self, found: re.Match[str]) -> str:
        closing, name, rest = bool(found.group(1)), (found.group(2) or "").lower(), found.group(3) or ""
        if self._hidden is not None:
            if closing and name == self._hidden:
                self._hidden = None
            return ""
        if name in _HIDDEN:
            self.dropped.add(name)
            self._hidden = None if closing or rest.rstrip().endswith("/") else name
            return ""
        special = self._special.get(name)
        if special is not None:
            return special[1] if closing else special[0](_attributes(rest))
        tag = "div" if name in _BLOCKS else name
        if tag not in _KEPT:
            self.dropped.add(tag)
            return ""
        return f"</{tag}>" if closing else self._open(tag, _attributes(rest))

    def _open(self, tag: str, attributes: dict[str, str]) -> str:
        kept = {name: value for name, value in attributes.items() if name in _ATTRIBUTES}
        if "style" in kept:
            kept["style"] = self._style(kept["style"])
        return f"<{tag}{_written(kept)}>"

    def _style(self, style: str) -> str:
        def replace(found: re.Match[str]) -> str:
            color = spans.opaque(found.group(2).replace("!important", ""), self.theme)
            name = "background-color" if found.group(1).lower() == "background" else found.group(1)
            return f"{name}:{color}" if color else ""

        return _COLOR.sub(replace, style)

    def _mark(self, attributes: dict[str, str]) -> str:
        return f'<span style="background-color:{self.theme.shades["yellow"].background}">'

    def _kbd(self, attributes: dict[str, str]) -> str:
        return self._mono(self.theme.secondary_background, self.theme.text)

    def _code(self, attributes: dict[str, str]) -> str:
        return self._mono(self.theme.code_background, self.theme.code_text)

    def _mono(self, background: str, color: str) -> str:
        px = round(self.theme.code_font_size)
        style = f"background-color:{background}; color:{color}; font-family:{code_families(self.theme)}"
        return f'<span style="{style}; font-size:{px}px">{spans.PAD}'

    def _link(self, attributes: dict[str, str]) -> str:
        href = attributes.get("href", "")
        if href.strip().lower().startswith(("javascript:", "vbscript:")):
            href = ""
        return spans.link_open(href, self.theme, attributes.get("title", "")) if href else "<a>"

    def _frame(self, attributes: dict[str, str]) -> str:
        href = attributes.get("src", "")
        return f"{spans.link_open(href, self.theme, '')}{escape(href)}" if href else "<a>"

    def _image(self, attributes: dict[str, str]) -> str:
        html = spans.image(attributes.get("src", ""), attributes.get("alt", ""), self.theme)
        given = {name: attributes.get(name, "").removesuffix("px") for name in ("width", "height")}
        return html.replace("<img", f"<img{_written({k: v for k, v in given.items() if v.isdigit()})}", 1)


def _written(attributes: dict[str, str]) -> str:
    return "".join([f' {name}="{escape(value)}"' for name, value in attributes.items()])


def _attributes(text: str) -> dict[str, str]:
    from html import unescape

    return {
        name.lower(): unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(text)
    }
