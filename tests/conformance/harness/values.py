"""Values as text, the same for equal simple values on both sides; arguments to JSON and back."""

from __future__ import annotations

import collections.abc
import dataclasses
import datetime as dt
import enum
import json
import re


def _today() -> dt.date:
    return dt.date.today()


def _day(d: dt.date) -> str:
    t = _today()
    n = (dt.date(d.year, d.month, d.day) - t).days
    if abs(n) <= 3:
        return f"TODAY{n:+d}" if n else "TODAY"
    if (d.month, d.day) == (t.month, t.day) and abs(d.year - t.year) == 10:
        return f"TODAY{d.year - t.year:+d}Y"
    return f"{d.year}-{d.month}-{d.day}"


def text(s: str) -> str:
    t = _today()
    for fmt in ("%Y-%m-%d", "%Y/%m/%d"):
        if t.strftime(fmt) in s:
            s = s.replace(t.strftime(fmt), "<TODAY>")
    return re.sub(r"0x[0-9a-fA-F]{6,}", "0x", s)


def enc(v, depth: int = 0) -> str:
    """A value as text: the same for equal simple values on both sides."""
    try:
        return _enc(v, depth)
    except Exception as e:  # a hostile __repr__ is data too
        return f"<{type(v).__name__} unreadable: {type(e).__name__}>"


def _enc(v, depth: int) -> str:
    if depth > 8:
        return "<deep>"
    if v is None or (isinstance(v, (bool, int)) and not isinstance(v, enum.Enum)):
        return repr(v) if type(v) in (bool, int, type(None)) else f"{type(v).__name__}({int(v)})"
    if isinstance(v, enum.Enum):
        return f"{type(v).__name__}.{v.name}"
    if isinstance(v, float):
        s = repr(float(v))
        if len(s) > 14:
            s = f"{float(v):.12g}"
        return s if type(v) is float else f"{type(v).__name__}({s})"
    if isinstance(v, str):
        return json.dumps(text(str(v)), ensure_ascii=False)
    if isinstance(v, bytes):
        return f"bytes[{len(v)}]"
    if isinstance(v, dt.datetime):
        return f"datetime({_day(v)}T{v.time().isoformat()}{'Z' if v.tzinfo else ''})"
    if isinstance(v, dt.date):
        return f"date({_day(v)})"
    if isinstance(v, dt.time):
        return f"time({v.isoformat()})"
    if isinstance(v, dt.timedelta):
        return f"timedelta({v.total_seconds()})"
    name = type(v).__name__
    if name in ("DataFrame", "Series") or hasattr(v, "to_csv"):
        return frame(v)
    if hasattr(v, "name") and hasattr(v, "size") and hasattr(v, "read"):
        return f"<file {v.name} {v.size}>"
    if isinstance(v, tuple) and hasattr(v, "_fields"):
        return f"{name}({', '.join(f + '=' + enc(x, depth + 1) for f, x in zip(v._fields, v, strict=True))})"
    if isinstance(v, list):
        return "[" + ", ".join(enc(x, depth + 1) for x in v[:60]) + (", …" if len(v) > 60 else "") + "]"
    if isinstance(v, tuple):
        return "(" + ", ".join(enc(x, depth + 1) for x in v[:60]) + ",)"
    if isinstance(v, (set, frozenset)):
        return "{" + ", ".join(sorted(enc(x, depth + 1) for x in v)) + "}"
    if isinstance(v, collections.abc.Mapping):
        return "{" + ", ".join(f"{enc(k, depth + 1)}: {enc(x, depth + 1)}" for k, x in v.items()) + "}"
    if dataclasses.is_dataclass(v) and not isinstance(v, type):
        fields = [f"{f.name}={enc(getattr(v, f.name, None), depth + 1)}" for f in dataclasses.fields(v)]
        return f"{name}({', '.join(fields)})"
    if hasattr(v, "dtype") and hasattr(v, "shape"):
        return f"{name}{tuple(v.shape)}{enc(v.tolist(), depth + 1) if getattr(v, 'size', 99) <= 30 else ''}"
    if type(v).__repr__ is object.__repr__ or callable(v):
        return f"<{name}>"
    return f"<{name} {text(repr(v))[:200]}>"


def frame(df) -> str:
    name = type(df).__name__
    try:
        cols = [str(c) for c in getattr(df, "columns", [])]
        csv = df.head(8).to_csv(float_format="%.6g", date_format="%Y-%m-%dT%H:%M:%S")
    except Exception as e:
        return f"<{name} {type(e).__name__}>"
    return f"<{name} {tuple(df.shape)} {cols[:20]} {text(csv)[:600]}>"


def dec(v):
    """Action arguments from JSON."""
    if isinstance(v, dict) and "$" in v:
        k, x = v["$"], v["v"]
        if k == "tuple":
            return tuple(dec(i) for i in x)
        if k == "date":
            return dt.date.fromisoformat(x)
        if k == "today":
            return _today() + dt.timedelta(days=x)
        if k == "datetime":
            return dt.datetime.fromisoformat(x)
        if k == "time":
            return dt.time.fromisoformat(x)
        if k == "bytes":
            return x.encode("latin-1")
        if k == "dict":
            return {dec(a): dec(b) for a, b in x}
        raise ValueError(k)
    if isinstance(v, list):
        return [dec(i) for i in v]
    return v


def tag(v):
    """Action arguments to JSON."""
    if isinstance(v, dt.datetime):
        return {"$": "datetime", "v": v.isoformat()}
    if isinstance(v, dt.date):
        n = (v - _today()).days
        return {"$": "today", "v": n} if abs(n) <= 3 else {"$": "date", "v": v.isoformat()}
    if isinstance(v, dt.time):
        return {"$": "time", "v": v.isoformat()}
    if isinstance(v, tuple):
        return {"$": "tuple", "v": [tag(i) for i in v]}
    if isinstance(v, bytes):
        return {"$": "bytes", "v": v.decode("latin-1")}
    if isinstance(v, dict):
        return {"$": "dict", "v": [[tag(a), tag(b)] for a, b in v.items()]}
    if isinstance(v, list):
        return [tag(i) for i in v]
    if v is None or isinstance(v, (bool, int, float, str)):
        return v
    raise TypeError(type(v).__name__)
