"""Makes small apps from a seed: the text of a script, whose statements a shrinker can drop one by one."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from fields import ANY_VALUES, BY_COMMAND, KINDS, OPTIONS, PAIRS, Kind

KEYS = ("k0", "k1", "k2", "k3", "k4", "k5")
FREE = ("n", "flag", "note")
HEAD = """\
import datetime as dt
import streamlit as st
S = st.session_state
turn = S['turn'] = S.get('turn', 0) + 1
"""
BLOCKS = (
    "st.container()", "st.container(border=True)", "st.sidebar", "st.columns(2)[1]", "st.expander('E{n}')",
    "st.tabs(['T{n}', 'U'])[0]", "st.empty()",
)  # fmt: skip
STATEFUL = ("st.expander('E{n}', {extra})", "st.tabs(['T{n}', 'U', 'V'], {extra})[1]")
SWITCHES = ("st.switch_page(pages[0])", "if S.get('flag'): st.switch_page(pages[1])")
WRITTEN = ("'-'", "turn", "sorted(S)", "S.get('log')", "len(S)", "S.get('n', 'no n')")


@dataclass(frozen=True)
class App:
    """A script, and the keys that it uses, each with the kind of widget it is mostly used for."""

    script: str
    keys: dict[str, Kind]


@dataclass
class Maker:
    """Writes one script."""

    rng: random.Random
    lines: list[str] = field(default_factory=list)
    depth: int = 0
    count: int = 0
    callbacks: int = 0
    names: list[str] = field(default_factory=list)
    keys: dict[str, Kind] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    lasting: set[str] = field(default_factory=set)
    form: bool = False
    binds: bool = False
    pages: bool = False
    apart: bool = False
    dialogs: bool = True

    def app(self) -> App:
        weights = [kind.weight for kind in KINDS]
        self.keys = dict(zip(KEYS, self.rng.choices(KINDS, weights, k=len(KEYS)), strict=True))
        self.left = list(KEYS)
        self.binds, self.pages = self.likely(0.2), self.likely(0.12)
        self.lines += HEAD.splitlines()
        self.callbacks = self.rng.randint(1, 2)
        for number in range(self.callbacks):
            self.callback(number)
        if self.pages:
            self.navigation()
        else:
            for _ in range(self.rng.randint(3, 9)):
                self.statement()
        if self.rng.random() < 0.5:
            self.line("st.write(sorted(S), [S.get(k) for k in ('k0', 'k1', 'k2')])")
        return App("\n".join(self.lines) + "\n", self.keys)

    def navigation(self) -> None:
        """Two pages and what is around them."""
        left = self.left
        for name in ("one", "two"):
            self.left = list(left)
            with self.block(f"def {name}():"):
                self.body(6)
        self.line("pages = [st.Page(one, title='One', default=True), st.Page(two, title='Two')]")
        self.line("page = st.navigation(pages)")
        for _ in range(self.rng.randint(0, 3)):
            self.statement()
        self.line("page.run()")
        if self.likely(0.3):
            self.statement()

    # Parts

    def likely(self, share: float) -> bool:
        return self.rng.random() < share

    def line(self, text: str) -> None:
        self.lines.append("    " * self.depth + text)

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        self.line(head)
        self.depth += 1
        known = len(self.names)
        yield
        del self.names[known:]
        self.depth -= 1

    def condition(self) -> str:
        plain = ["turn % 2", "turn % 3", "turn > 2", "turn < 4", "S.get('flag')", "S.get('n', 0) > 1"]
        plain += [f"S.get({key!r})" for key in self.rng.sample(KEYS, 2)]
        return self.rng.choice(plain + self.names[-3:])

    def value_for(self, key: str) -> str:
        kind = self.keys.get(key)
        return self.rng.choice(kind.values if kind and self.likely(0.95) else ANY_VALUES)

    # Statements

    def statement(self) -> None:
        kinds: list[tuple[Callable[[], None], int]] = [
            (self.widget, 50), (self.write, 6), (self.state, 12), (self.query, 0 if self.binds else 3),
            (self.end, 3), (self.branch, 10 if self.depth < 3 else 0),
            (self.container, 10 if self.depth < 3 else 0),
            (self.form_block, 6 if self.depth < 2 and not self.form else 0),
            (self.loop, 2 if self.depth < 2 and not self.apart else 0), (self.cached, 1),
            (self.part, 3 if self.depth < 2 and not self.form and not self.apart else 0),
            (self.switch, 8 if self.pages else 0),
        ]  # fmt: skip
        if self.apart:
            kinds = [each for each in kinds if each[0] not in (self.end, self.form_block, self.switch)]
        self.rng.choices([make for make, _ in kinds], [weight for _, weight in kinds])[0]()

    def body(self, most: int = 3) -> None:
        for _ in range(self.rng.randint(1, most)):
            self.statement()

    def write(self) -> None:
        self.line(f"st.write({self.rng.choice([*WRITTEN, *self.names[-3:]])})")

    def branch(self) -> None:
        before = list(self.left)
        with self.block(f"if {self.condition()}:"):
            self.body()
        if self.likely(0.3):
            if self.likely(0.5):
                self.left = before
            with self.block("else:"):
                self.body(2)

    def loop(self) -> None:
        with self.block(f"for i in range({self.rng.choice(('2', 'turn % 3 + 1'))}):"):
            self.count += 1
            key = f", key=f'loop{self.count}-{{i}}'" if self.likely(0.7) else ""
            command = self.rng.choice(("checkbox", "text_input", "number_input", "button"))
            label = "'L'" if key or self.likely(0.2) else "f'L{i}'"
            self.line(f"st.write(i, st.{command}({label}{key}))")

    def container(self) -> None:
        self.count += 1
        head = self.rng.choice(BLOCKS)
        if self.likely(0.3):
            head = self.rng.choice(STATEFUL)
        mode = self.rng.choice(("'rerun'", "'ignore'", self.callback_name()))
        extra = f"on_change={mode}" + (f", key='c{self.count}'" if self.likely(0.7) else "")
        with self.block(f"with {head.format(n=self.count, extra=extra)}:"):
            if head == "st.empty()":  # a place for one element, where what was there before may shine through
                with self.block("with st.container():"):
                    self.body()
            else:
                self.body()

    def form_block(self) -> None:
        self.count += 1
        clear = ", clear_on_submit=True" if self.likely(0.4) else ""
        name = f"form{self.count}"
        with self.block(f"with st.form({name!r}{clear}):"):
            self.form = True
            self.body()
            self.form = False
            if self.likely(0.95):
                more = self.rng.choice(("", "", f", on_click={self.callback_name()}", f", key='s{self.count}'"))
                self.line(f"sent{self.count} = st.form_submit_button('Send{self.count}'{more})")
        if self.likely(0.5):
            self.line(f"if S.get('FormSubmitter:{name}-Send{self.count}'): st.write('sent')")

    def part(self) -> None:
        """A fragment or a dialog; nobody acts within, for there AppTest runs the whole script."""
        self.count += 1
        number, dialog = self.count, self.dialogs and self.likely(0.4)
        self.dialogs = self.dialogs and not dialog  # a run may open one alone
        self.line(f"@st.dialog('D{number}')" if dialog else "@st.fragment")
        with self.block(f"def part{number}():"):
            self.apart = True
            self.body()
            self.apart = False
        condition = f"st.button('Open{number}')" if self.likely(0.6) else self.condition()
        self.line(f"if {condition}: part{number}()" if dialog else f"part{number}()")

    def cached(self) -> None:
        self.count += 1
        self.line("@st.cache_data")
        with self.block(f"def known{self.count}(x):"):
            if self.likely(0.5):
                self.line("st.write('known', x)")
            self.line(f"return [x, {self.count}]")
        self.line(f"st.write(known{self.count}({self.rng.choice(('turn % 3', '1', 'str(S.get(' + repr('k1') + '))'))}))")

    def switch(self) -> None:
        self.count += 1
        page = f"st.switch_page(pages[{self.rng.randrange(2)}])"
        self.line(self.rng.choice((
            f"if st.button('Go{self.count}'): {page}", f"if st.button('Go{self.count}'): {page}",
            f"if S.setdefault('gone', 0) < 2 and {self.condition()}: S['gone'] += 1; {page}",
        )))  # fmt: skip

    def state(self) -> None:
        key = self.rng.choice((*KEYS, *FREE, *FREE))
        value = self.value_for(key)
        self.line(self.rng.choice((
            f"S[{key!r}] = {value}", f"S.setdefault({key!r}, {value})", f"if {key!r} not in S: S[{key!r}] = {value}",
            f"if {self.condition()}: S[{key!r}] = {value}", f"if {self.condition()}: S.pop({key!r}, None)",
            f"if {key!r} in S: S[{key!r}] = S[{key!r}]", "S['n'] = S.get('n', 0) + 1", f"st.write(S.get({key!r}))",
            f"if turn % 4 == 0 and {key!r} in S: del S[{key!r}]", f"st.write({key!r} in S, len(S))",
        )))  # fmt: skip

    def query(self) -> None:
        key = self.rng.choice((*KEYS, "q"))
        value = self.rng.choice(("'a'", "'1'", "['a', 'b']", "'true'", "'2024-01-05'", "3"))
        self.line(self.rng.choice((
            f"st.query_params[{key!r}] = {value}", f"st.query_params.pop({key!r}, None)",
            f"if turn == 2: st.query_params[{key!r}] = {value}", f"st.write(st.query_params.get({key!r}))", "st.write(dict(st.query_params))",
        )))  # fmt: skip

    def end(self) -> None:
        self.count += 1
        self.line(self.rng.choice((
            f"if {self.condition()}: st.stop()", "if turn % 5 == 3: raise ValueError('boom')",
            f"if S.setdefault('again', 0) < 2 and {self.condition()}: S['again'] += 1; st.rerun()",
            f"if st.button('Again{self.count}'): st.rerun()", "if turn % 4 == 2: st.rerun()",
        )))  # fmt: skip

    # Callbacks

    def callback_name(self) -> str:
        return f"on{self.rng.randrange(self.callbacks)}"

    def callback(self, number: int) -> None:
        with self.block(f"def on{number}(*args, **kw):"):
            key = self.rng.choice(KEYS)
            self.line(f"S['log'] = [*S.get('log', [])[-3:], ({number}, args, kw, S.get({key!r}, 'none'))]")
            for _ in range(self.rng.randint(0, 2)):
                key = self.rng.choice((*KEYS, *FREE))
                self.line(self.rng.choice((
                    f"S[{key!r}] = {self.value_for(key)}", f"S.pop({key!r}, None)", "st.rerun()",
                    "st.write('in a callback')", "S['n'] = S.get('n', 0) + 1", "S['flag'] = not S.get('flag')",
                    f"if S.get('n', 0) > 2: raise ValueError({key!r})", f"S[{key!r}] = S.get({key!r})",
                    f"S['flag'] = S.get({key!r})", *SWITCHES[: 2 * self.pages],
                )))  # fmt: skip

    # Widgets

    def widget(self) -> None:
        self.count += 1
        kind, key = self.choose()
        if self.apart and not (kind.label and kind.binds):
            kind = BY_COMMAND["text_input"]
        if self.form and kind.command in ("button", "download_button") and self.likely(0.95):
            kind = BY_COMMAND["checkbox"]
        words = [self.label()] if kind.label else []
        if kind.options:
            options = self.rng.choice(OPTIONS[:2] if self.likely(0.6) else OPTIONS)
            if kind.command == "select_slider" and options == PAIRS:
                options = OPTIONS[0]  # Streamlit takes a tuple that is an option for two of the options
            words.append(f"options={options}")
        extras = list(self.extras(kind, key))
        # Streamlit's state and its browser disagree on what lasts when the widget under a key changes.
        lasting = any(text.startswith(("bind", "persist")) for text in extras)
        # Of several mistakes in one call, such as a key that is in use, either may be told.
        one_mistake = key not in self.used and not any(text.startswith("on_") for text in extras)
        words += [self.arguments(kind, lasting, odd=one_mistake), self.key_word(key), *extras]
        words = [text for text in words if text]
        if key is not None:
            self.used.add(key)
        name = f"v{self.count}"
        call = f"st.{kind.command}({', '.join(words)})"
        if self.likely(0.25):
            with self.block("try:"):
                self.line(f"{name} = {call}")
            with self.block("except Exception as error:"):
                self.line(f"{name} = type(error).__name__")
        else:
            self.line(f"{name} = {call}")
        self.names.append(name)
        if self.likely(0.35):
            self.line(f"st.write({name})")

    def choose(self) -> tuple[Kind, str | None]:
        if self.likely(0.65) and self.left:
            key = self.rng.choice([key for key in self.left if key not in self.lasting] or self.left)
            if self.likely(0.97):
                self.left.remove(key)
            if self.likely(0.9):
                return self.keys[key], key
            return self.rng.choice(KINDS), key
        return self.rng.choices(KINDS, [kind.weight for kind in KINDS])[0], None

    def may_last(self, key: str | None) -> bool:
        """Whether a widget may keep its value for longer: under a key that no other one has, mostly."""
        if key is None or key in self.used:
            return key is None and self.likely(0.1)
        self.lasting.add(key)
        return True

    def label(self) -> str:
        if self.likely(0.05):
            return "f'FL{turn % 2}'" if self.apart else "f'L{turn % 2}'"
        return f"'{'F' * self.apart}W{self.count if self.likely(0.97) else 1}'"

    def key_word(self, key: str | None) -> str:
        return "" if key is None else f"key={key!r}"

    def arguments(self, kind: Kind, lasting: bool, *, odd: bool) -> str:
        if odd and kind.odd and self.likely(0.04):
            return self.rng.choice(kind.odd)
        one, other = self.rng.choice(kind.arguments), self.rng.choice(kind.arguments)
        if lasting and "turn" in one:
            return ""
        if one != other and not lasting and self.likely(0.2):
            return f"**(dict({one}) if {self.condition()} else dict({other}))"
        return one

    def extras(self, kind: Kind, key: str | None) -> Iterator[str]:
        if self.likely(0.3) and (not self.form or self.likely(0.05)):
            more = self.rng.choice(("", "", ", args=(1,)", ", kwargs={'a': 2}"))
            yield f"{kind.callback}={self.callback_name()}{more}"
        elif kind.binds and self.likely(0.08):
            yield "on_change='ignore'"
        if not kind.binds:
            return
        if self.binds and self.likely(0.5) and self.may_last(key):
            yield "bind='query-params'"
        if self.likely(0.1) and self.may_last(key):
            yield self.rng.choice(("persist_state='session'", "persist_state='page'"))
        if self.likely(0.05):
            yield self.rng.choice(("disabled=True", f"disabled=bool({self.condition()})", "label_visibility='hidden'"))


def app(seed: str) -> App:
    """The app of a seed."""
    return Maker(random.Random(seed)).app()
