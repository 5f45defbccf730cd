"""The part that both sides share: the snapshot of an app, and the steps.

It uses only what ``streamlit.testing.v1.AppTest`` offers in public (and ``.proto.type`` of an exception
node, where the exception's class name stands), so that it drives any call-compatible AppTest.
"""

from __future__ import annotations

import collections.abc
import json
import socket
import time

from values import dec, enc, tag, text

__all__ = ["ANY", "dead", "replay", "tag"]

WIDGETS = {
    "button", "button_group", "chat_input", "checkbox", "color_picker", "date_input", "date_time_input",
    "download_button", "feedback", "audio_input", "camera_input", "file_uploader", "menu_button",
    "multiselect", "number_input", "pagination", "radio", "selectbox", "select_slider", "slider",
    "text_area", "text_input", "time_input", "toggle",
}
# Wrappers that carry no content of their own; not part of the compared sequence.
IGNORED = {
    "container", "flex_container", "unknown", "vertical", "horizontal", "root", "main", "sidebar", "event",
    "bottom", "empty", "tab_container", "transparent",
}
TEXTUAL = {
    "markdown", "text", "caption", "latex", "title", "header", "subheader", "success", "info", "warning",
    "error", "code", "html",
}
PROPS = {
    "code": ["value", "language"],
    "metric": ["label", "value", "delta"],
    "progress": ["value", "text"],
    "toast": ["value"],
    "expander": ["label"],
    "status": ["label", "state"],
    "tab": ["label"],
    "chat_message": ["name"],
    "form": ["key"],
    "link_button": ["label", "url"],
    "page_link": ["label"],
    "image": ["captions"],
}
MISSING = "<missing>"
ANY = "<*>"


def attr(node, name, default=MISSING):
    try:
        return getattr(node, name)
    except Exception as e:
        return default if default is not MISSING else f"<missing {type(e).__name__}>"


def children(block):
    c = attr(block, "children", None)
    if isinstance(c, collections.abc.Mapping):
        try:
            return [c[k] for k in sorted(c)]
        except TypeError:
            return list(c.values())
    if isinstance(c, (list, tuple)):
        return list(c)
    return None


def walk(block, depth: int = 0):
    """(depth, node) below a block in document order, the block itself left out."""
    kids = children(block)
    if kids is None:
        for n in list(block):
            if n is not block:
                yield depth, n
        return
    for n in kids:
        yield depth, n
        if children(n) is not None:
            yield from walk(n, depth + 1)


def exc_name(node) -> str:
    t = attr(attr(node, "proto", None), "type", None) or attr(node, "exception_type", None) or "?"
    return str(t).rsplit(".", 1)[-1]


def describe(node) -> dict:
    t = str(attr(node, "type", "?"))
    d: dict = {"t": t}
    if t == "exception":
        d["exc"] = exc_name(node)
    elif t in PROPS:
        for p in PROPS[t]:
            d[p] = enc(attr(node, p))
    elif t in TEXTUAL:
        v = attr(node, "value")
        d["value"] = enc(v.strip() if isinstance(v, str) else v)
    elif t == "json":
        v = attr(node, "value")
        try:
            d["value"] = text(json.dumps(json.loads(v), sort_keys=True))[:2000]
        except Exception:
            d["value"] = enc(v)
    elif t in ("dataframe", "table"):
        d["value"] = enc(attr(node, "value"))
        d["key"] = enc(attr(node, "key", None))
    elif t in WIDGETS:
        d["label"] = enc(attr(node, "label", None))
    return d


def widget(node) -> dict:
    t = str(attr(node, "type", "?"))
    d = {"t": t, "key": enc(attr(node, "key", None)), "label": enc(attr(node, "label", None) or "")}
    d["value"] = enc(attr(node, "value"))
    o = attr(node, "options", None)
    if t in ("selectbox", "radio", "multiselect", "select_slider", "button_group", "menu_button"):
        try:
            d["options"] = enc([str(x) for x in o][:40])
        except Exception:
            d["options"] = MISSING
    d["disabled"] = bool(attr(node, "disabled", False))
    d["form"] = str(attr(node, "form_id", "") or "")
    return d


def regions(at):
    seen: set[int] = set()
    out = {}
    for name in ("main", "sidebar"):
        block = attr(at, name, None)
        rows = []
        if block is not None and not isinstance(block, str):
            for d, n in walk(block):
                if id(n) not in seen:
                    seen.add(id(n))
                    rows.append((d, n))
        out[name] = rows
    rest = []
    for i in range(2, 6):
        try:
            block = at[i]
        except Exception:
            continue
        for d, n in walk(block):
            if id(n) not in seen:
                seen.add(id(n))
                rest.append((d, n))
    for acc in ("toast", "chat_input"):
        try:
            for n in getattr(at, acc):
                if id(n) not in seen:
                    seen.add(id(n))
                    rest.append((0, n))
        except Exception:
            pass
    out["other"] = rest
    return out


def session(at) -> dict:
    ss = attr(at, "session_state", None)
    try:
        items = dict(ss.to_dict()) if hasattr(ss, "to_dict") else dict(ss.filtered_state)
    except Exception as e:
        return {"<unreadable>": type(e).__name__}
    pairs = sorted(items.items(), key=lambda pair: str(pair[0]))
    return {(key if isinstance(key, str) else enc(key)): enc(value) for key, value in pairs}


def snapshot(at) -> dict:
    out: dict = {"exc": [], "el": {}, "widgets": [], "blocks": []}
    try:
        for name, rows in regions(at).items():
            seq = []
            for _d, n in rows:
                t = str(attr(n, "type", "?"))
                if children(n) is not None:
                    out["blocks"].append(t)
                if t == "exception" and not attr(n, "is_warning", False):
                    out["exc"].append(exc_name(n))
                if t in WIDGETS:
                    out["widgets"].append(widget(n))
                if t in IGNORED:
                    continue
                seq.append(describe(n))
            out["el"][name] = seq
    except Exception as e:
        out["fail"] = f"snapshot: {type(e).__name__}: {str(e)[:200]}"
    out["state"] = session(at)
    qp = attr(at, "query_params", {})
    try:
        out["qp"] = {str(k): enc(v) for k, v in sorted(dict(qp).items())}
    except Exception:
        out["qp"] = {"<unreadable>": ""}
    return out




class DriverError(Exception):
    pass


def find(at, loc):
    coll = getattr(at, loc["acc"])
    if loc.get("key") is not None:
        return coll(key=loc["key"])
    return coll[loc.get("i", 0)]


def apply(at, op: dict) -> None:
    """One primitive operation on an app under test (no rerun)."""
    k = op["op"]
    if k == "run":
        return
    if k == "switch_page":
        at.switch_page(op["v"])
    elif k == "state":
        at.session_state[dec(op["k"])] = dec(op["v"])
    elif k == "del_state":
        del at.session_state[dec(op["k"])]
    elif k == "query":
        at.query_params[op["k"]] = dec(op["v"])
    elif k == "secret":
        at.secrets[op["k"]] = dec(op["v"])
    elif k == "user":
        at.user = dec(op["v"])
    elif k == "context":
        at.context = dec(op["v"])
    else:
        node = find(at, op)
        if k == "set":
            node.set_value(dec(op["v"]))
        elif k == "select_index":
            node.select_index(op["v"])
        elif k == "unselect_i":
            node.unselect(node.value[op["v"]])
        elif k in ("click", "check", "uncheck", "increment", "decrement", "clear"):
            getattr(node, k)()
        elif k in ("select", "unselect", "input", "pick", "click_index", "click_value"):
            getattr(node, "click" if k == "click_value" else k)(dec(op["v"]))
        elif k in ("upload", "set_range"):
            getattr(node, k)(*[dec(x) for x in op["v"]])
        else:
            raise DriverError(f"no operation {k}")


def seed() -> None:
    import random
    import sys

    random.seed(0)
    np = sys.modules.get("numpy")
    if np is not None:
        np.random.seed(0)


def do_step(at, ops: list, timeout: float) -> dict:
    """Apply the operations, rerun, take the snapshot."""
    err = None
    try:
        for op in ops:
            apply(at, op)
    except Exception as e:
        err = f"{type(e).__name__}"
        msg = str(e)[:300]
    if err is None:
        try:
            seed()
            at.run(timeout=timeout)
        except Exception as e:
            err = f"run:{type(e).__name__}"
            msg = str(e)[:300]
    out = snapshot(at)
    if err:
        out["err"] = err
        out["errmsg"] = msg
    out["ops"] = ops
    return out


def make(AppTest, script_path: str, timeout: float):
    return AppTest.from_file(str(script_path), default_timeout=timeout)


def replay(AppTest, script_path: str, plan: list, timeout: float = 20.0) -> list:
    """All the steps of a plan; the first is the initial run."""
    try:
        at = make(AppTest, script_path, timeout)
    except Exception as e:
        return dead(plan, f"{type(e).__name__}: {str(e)[:300]}")
    return [do_step(at, ops, timeout) for ops in plan]


def dead(plan: list, why: str) -> list:
    """The trace of a scenario that could not be played."""
    nothing = {"exc": [], "el": {}, "widgets": [], "state": {}, "qp": {}}
    return [{**nothing, "ops": ops, "err": "absent", "errmsg": why} for ops in plan]


def wait_before_steps(seconds: float) -> None:
    """Sleep before each step but the first, for what goes by the clock."""
    global do_step
    plain, begun = do_step, []

    def later(at, ops, timeout):
        if begun:
            time.sleep(seconds)
        begun.append(True)
        return plain(at, ops, timeout)

    do_step = later


def shorten_sleep() -> None:
    """Examples sleep to be looked at."""
    real = time.sleep
    time.sleep = lambda seconds: real(min(seconds, 0.01))


def guard_network() -> None:
    """No connection leaves this process: the same on both sides, whatever the machine."""
    real = socket.socket.connect

    def connect(self, addr):
        if isinstance(addr, tuple) and not str(addr[0]).startswith("127."):
            raise OSError(101, "Network is unreachable (conformance guard)")
        return real(self, addr)

    socket.socket.connect = connect
