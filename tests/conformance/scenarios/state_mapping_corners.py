"""Session state as a mapping: update, pop, setdefault, in, iteration while changing, bool, copies, merge, delete."""
SCRIPT = '''
import copy
import streamlit as st
s = st.session_state
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:100])
    except Exception as e:
        st.write(name, type(e).__name__)
st.text_input("w", key="w")
attempt("update", lambda: s.update({"a": 1}, b=2))
attempt("update pairs", lambda: s.update([("c", 3)]))
attempt("pop", lambda: s.pop("a"))
attempt("pop missing", lambda: s.pop("a"))
attempt("pop default", lambda: s.pop("a", "d"))
attempt("setdefault", lambda: (s.setdefault("b", 9), s.setdefault("n", None), s.setdefault("n", 5)))
attempt("get", lambda: (s.get("b"), s.get("zz"), s.get("zz", 1)))
attempt("in", lambda: ("b" in s, "zz" in s, 1 in s, "w" in s))
attempt("len", lambda: len(s))
attempt("keys", lambda: sorted(s.keys()))
attempt("items", lambda: sorted(s.items(), key=str))
attempt("values", lambda: sorted(map(str, s.values())))
attempt("bool", lambda: bool(s))
attempt("iterate and delete", lambda: [s.pop(k) for k in list(s) if k == "c"])
attempt("int key", lambda: (s.__setitem__(5, "five"), s["5"], s[5]))
attempt("None key", lambda: (s.__setitem__(None, 1), s["None"]))
attempt("tuple key", lambda: (s.__setitem__((1, 2), 1), s["(1, 2)"]))
attempt("attribute", lambda: (setattr(s, "attr", 1), s.attr, s["attr"], hasattr(s, "attr"), hasattr(s, "nope")))
attempt("delete attribute", lambda: delattr(s, "attr"))
attempt("delete missing", lambda: delattr(s, "attr"))
attempt("delete item", lambda: s.__delitem__("nope"))
attempt("or", lambda: s | {"x": 1})
attempt("dict", lambda: sorted(dict(s)))
attempt("unpack", lambda: sorted({**s}))
attempt("equal", lambda: s == s)
attempt("type", lambda: isinstance(s, dict))
attempt("to_dict", lambda: sorted(s.to_dict()))
attempt("set widget", lambda: s.__setitem__("w", "late"))
attempt("set widget attribute", lambda: setattr(s, "w", "late"))
attempt("update widget", lambda: s.update(w="late"))
attempt("setdefault widget", lambda: s.setdefault("w", "late"))
attempt("reserved", lambda: s.__setitem__("$$ID-1", 1))
attempt("reserved get", lambda: s["$$ID-1"])
attempt("empty key", lambda: s.__setitem__("", 1))
attempt("dunder", lambda: s.__foo__)
attempt("clear", lambda: s.clear())
attempt("after clear", lambda: sorted(s))
s["only"] = 1
attempt("popitem", lambda: s.popitem())
attempt("popitem of nothing", lambda: s.popitem())
'''
STEPS = [("set", "text_input", "w", "typed")]
