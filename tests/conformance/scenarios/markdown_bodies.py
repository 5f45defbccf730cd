"""markdown, caption, text and headings with bodies of forty kinds: odd types, indents, HTML, directives, links, maths."""
SCRIPT = '''
import decimal, enum
import numpy as np
import streamlit as st
class Text:
    def __str__(self):
        return "  as text  "
class E(enum.Enum):
    A = 1
BODIES = [
    "plain", "", " ", "\\n", "  indented\\n    more\\n  less", "\\n\\n  leading\\n  breaks\\n\\n", "trailing  \\nbreak", "tab\\tstop", "\\tindented by a tab",
    None, 5, 1.50, True, b"bytes", ["list"], {"a": 1}, (1,), Text(), E.A, decimal.Decimal("1.10"), np.float64(2.5), np.str_("np"), float("nan"), len,
    "# H1\\n## H2\\n\\ntext", "**b** *i* ~~s~~ `c` [l](http://x)", "<b>html</b> & &amp; <script>x</script>", ":red[red] :blue-background[b] :rainbow[r] :small[s]", ":nocolor[x] :red[unclosed", ":material/home: :no_such: :smile: 🎈", ":streamlit:", "$x^2$ and $$y$$ and \\\\$5", "a -- b --- c -> d <- e >= f", "- [ ] open\\n- [x] done", "| a | b |\\n|---|---|\\n| 1 | 2 |", "```python\\nx = 1\\n```", "> quote\\n> more", "1. one\\n2. two\\n   - sub", "![alt](http://x/y.png)", "line\\r\\nwindows", "zero\\u200bwidth \\u00a0nbsp", "\\\\*escaped\\\\* \\\\[brackets\\\\]", "footnote[^1]\\n\\n[^1]: note", "---", "https://auto.link and a@b.c", ":orange-badge[b] :grey-badge[:material/star: s]", "a" * 3000, "日本語 العربية עברית", "\\x00null\\x1bescape", "[](empty) []() [x]()",
]
for command in (st.markdown, st.caption, st.text, st.title, st.header, st.subheader):
    for n, body in enumerate(BODIES):
        try:
            command(body)
        except Exception as e:
            st.code(f"{command.__name__} {n} {type(e).__name__}")
'''
STEPS = [("run",)]
