"""Chooses what a user or a test does next, by what Streamlit shows at the time."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import driver
from fields import ANY_VALUES, BY_COMMAND, Kind
from generator import FREE

GROUPS = (BY_COMMAND["pills"], BY_COMMAND["segmented_control"])
STEPS = ("increment", "decrement")
CLICKED = ("button", "download_button")
PLACES = (
    *CLICKED, "checkbox", "toggle", "radio", "selectbox", "multiselect", "slider", "select_slider",
    "number_input", "text_input", "text_area", "date_input", "time_input", "datetime_input", "color_picker",
    "button_group", "feedback", "file_uploader",
)  # fmt: skip
TEXTS = ("", "hi", "a", "longer text", "  two words ", "ü", "12", None)
DATES = [dt.date(2024, 1, day) for day in (1, 5, 9, 31)] + [dt.date(2024, 2, 1)]
QUERIES = ("a", "b", "3", "true", "2024-01-05", "", "0.5", ["a", "b"], ["1", "4"], "zz")

Operation = dict[str, Any]


class Acts:
    """Chooses operations for one app.

    Args:
        rng: The chance.
        keys: The script's keys and the kinds of widget they are mostly used for.
    """

    def __init__(self, rng: random.Random, keys: dict[str, Kind]) -> None:
        self.rng = rng
        self.keys = keys

    def step(self, at: Any) -> list[Operation]:
        """The operations of the next step."""
        try:
            return self._ops(at)
        except KeyError:  # a node whose value the script has deleted
            return [{"op": "run"}]

    def _ops(self, at: Any) -> list[Operation]:
        many = self.rng.choices((1, 2, 3), (7, 2, 1))[0]
        made: list[Operation] = []
        for _ in range(many):
            op = self.one(at)
            if op["op"] not in STEPS or not any(_same_widget(op, other) for other in made):
                made.append(op)
        return made

    def before(self) -> list[Operation]:
        """The operations before the first run."""
        if self.rng.random() < 0.85:
            return [{"op": "run"}]
        return [self.store(None) if self.rng.random() < 0.5 else self.ask(*self.keys)]

    def one(self, at: Any) -> Operation:
        chance = self.rng.random()
        if chance < 0.05:
            return {"op": "run"}
        if chance < 0.14:
            return self.store(at)
        if chance < 0.17:
            return self.ask()
        found = [
            (place, number, node)
            for place in PLACES
            for number, node in enumerate(getattr(at, place))
            if not str(getattr(node, "label", "")).startswith("F")  # AppTest runs the whole script for what is in a fragment
        ]
        if not found:
            return {"op": "run"}
        return self.on_widget(*self.rng.choice(found))

    def store(self, at: Any) -> Operation:
        # What a test sets under a button's key never gets to the script: AppTest sends that it is not clicked.
        mine = [key for key, kind in self.keys.items() if kind.command not in CLICKED]
        key = self.rng.choice((*mine, *FREE))
        kind = self.keys.get(key)
        if self.rng.random() < 0.15:
            return {"op": "del_state", "k": key}
        lists = [*at.button_group, *at.multiselect] if at is not None else ()
        shown = [node.value for node in lists if node.key == key and isinstance(node.value, list)]
        if shown:
            # For what is none of the options AppTest sends what was chosen before, or its formatted text.
            return {"op": "state", "k": key, "v": driver.tag(self.rng.choice((shown[0], [], shown[0][:1])))}
        texts = kind.values if kind and self.rng.random() < 0.95 else ANY_VALUES
        if kind in GROUPS:
            # Where several can be chosen Streamlit refuses what is no list, with or without the widget.
            texts = tuple(text for text in texts if text[0] == "[")
        return {"op": "state", "k": key, "v": driver.tag(eval(self.rng.choice(texts), {"dt": dt}))}

    def ask(self, *keys: str) -> Operation:
        return {"op": "query", "k": self.rng.choice((*keys, "q")), "v": self.rng.choice(QUERIES)}

    def on_widget(self, place: str, number: int, node: Any) -> Operation:
        made: Operation = {"op": "set", "acc": place}
        made |= {"key": node.key} if node.key else {"i": number}
        if place in CLICKED:
            return made | {"op": "click"}
        if place == "number_input" and self.rng.random() < 0.3 and _has_room(node):
            return made | {"op": self.rng.choice(STEPS)}
        if place == "file_uploader":
            return made | {"op": "upload", "v": ["a.txt", {"$": "bytes", "v": "hello"}, "text/plain"]}
        choose = getattr(self, place, self.text)
        return made | {"v": driver.tag(choose(node))}

    # Values, by kind

    def text(self, node: Any) -> Any:
        return self.rng.choice(TEXTS)

    def color_picker(self, node: Any) -> Any:
        return self.rng.choice(("#00ff00", "#123456"))

    def checkbox(self, node: Any) -> Any:
        return self.rng.random() < 0.5 if self.rng.random() < 0.2 else not node.value

    toggle = checkbox

    def radio(self, node: Any) -> Any:
        return self.rng.choice([*_plain(node), *_plain(node), None])

    def selectbox(self, node: Any) -> Any:
        return self.rng.choice([*_plain(node), *_plain(node), *_plain(node), None, "new"])

    def select_slider(self, node: Any) -> Any:
        if isinstance(node.value, (list, tuple)):
            return sorted(self.rng.choices(node.options, k=2), key=node.options.index)
        return self.rng.choice(node.options)

    def multiselect(self, node: Any) -> Any:
        options = _plain(node)
        return self.rng.sample(options, self.rng.randint(0, min(3, len(options))))

    def button_group(self, node: Any) -> Any:
        options = _plain(node)
        if isinstance(node.value, list):
            return self.rng.sample(options, self.rng.randint(0, len(options)))
        return self.rng.choice([*options, None])

    def feedback(self, node: Any) -> Any:
        return self.rng.choice((0, 1, 2, None))

    def slider(self, node: Any) -> Any:
        if isinstance(node.value, (list, tuple)):
            return sorted((self.between(node), self.between(node)))
        return self.between(node)

    def between(self, node: Any) -> Any:
        low, high, step = node.min, node.max, node.step
        if isinstance(low, (int, float)):
            many = int((high - low) / step) if step else 0
            return low + step * self.rng.randint(0, max(0, many))
        if isinstance(low, dt.time):
            return dt.time(self.rng.randint(8, 17), self.rng.choice((0, 15, 45)))
        return self.rng.choice((low, high, node.value if not isinstance(node.value, (list, tuple)) else low))

    def number_input(self, node: Any) -> Any:
        whole = isinstance(node.value, int) or (node.value is None and isinstance(node.step, int))
        value = self.rng.choice((0, 1, 2, 3, 5, 8, -4, 30, None))
        return value if whole or value is None else value / 2

    def date_input(self, node: Any) -> Any:
        if node.is_range:
            return tuple(sorted(self.rng.sample(DATES, self.rng.choice((0, 1, 2, 2)))))
        return self.rng.choice([*DATES, None])

    def time_input(self, node: Any) -> Any:
        return self.rng.choice((dt.time(8), dt.time(23, 45), dt.time(0), None))

    def datetime_input(self, node: Any) -> Any:
        return self.rng.choice((dt.datetime(2024, 1, 5, 8, 30), dt.datetime(2024, 1, 31, 23, 45), None))


def _has_room(node: Any) -> bool:
    """Whether steps stay within the bounds; AppTest goes beyond, where no user gets."""
    value, low, high = node.value, node.min, node.max
    if not isinstance(value, (int, float)):
        return True
    return (low is None or low <= value - node.step) and (high is None or value + node.step <= high)


def _same_widget(op: Operation, other: Operation) -> bool:
    return all(op.get(name) == other.get(name) for name in ("acc", "key", "i"))


def _plain(node: Any) -> list[str]:
    """The options as AppTest wants them: before the script's `format_func`."""
    return [text[1:-1] if text.startswith("<") else text for text in node.options]
