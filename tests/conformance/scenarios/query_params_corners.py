"""Query parameters as a mapping: kinds of values, lists, deletion, wrong ones, from_dict, clear."""
SCRIPT = '''
import streamlit as st
q = st.query_params
def attempt(name, fn):
    try:
        st.write(name, repr(fn())[:120])
    except Exception as e:
        st.write(name, type(e).__name__)
attempt("start", lambda: q.to_dict())
attempt("several", lambda: (q.get("several"), q.get_all("several")))
attempt("str", lambda: (q.__setitem__("a", "x"), q["a"]))
attempt("int", lambda: (q.__setitem__("b", 5), q["b"]))
attempt("float", lambda: (q.__setitem__("c", 1.50), q["c"]))
attempt("bool", lambda: (q.__setitem__("d", True), q["d"]))
attempt("None", lambda: (q.__setitem__("e", None), q["e"]))
attempt("list", lambda: (q.__setitem__("f", ["x", 1]), q["f"], q.get_all("f")))
attempt("tuple", lambda: (q.__setitem__("g", ("x", "y")), q.get_all("g")))
attempt("set", lambda: (q.__setitem__("g2", {"x"}), q.get_all("g2")))
attempt("generator", lambda: (q.__setitem__("g3", (c for c in "xy")), q.get_all("g3")))
attempt("empty list", lambda: (q.__setitem__("h", []), q.get_all("h"), "h" in q))
attempt("dict", lambda: q.__setitem__("i", {"a": 1}))
attempt("empty text", lambda: (q.__setitem__("j", ""), q["j"]))
attempt("unicode", lambda: (q.__setitem__("ü &=", "é &="), q["ü &="]))
attempt("attribute", lambda: (setattr(q, "k", 1), q.k, hasattr(q, "nope")))
attempt("missing", lambda: q["nope"])
attempt("missing attribute", lambda: q.nope)
attempt("delete", lambda: q.__delitem__("a"))
attempt("delete missing", lambda: q.__delitem__("a"))
attempt("delete attribute", lambda: delattr(q, "k"))
attempt("embed", lambda: q.__setitem__("embed", "true"))
attempt("embed_options", lambda: q.__setitem__("embed_options", "x"))
attempt("len", lambda: (len(q), sorted(q), "b" in q, bool(q)))
attempt("update", lambda: q.update({"u": 1, "v": ["a", "b"]}))
attempt("update kwargs", lambda: q.update(w="x"))
attempt("setdefault", lambda: (q.setdefault("x", "d"), q.setdefault("x", "e")))
attempt("pop", lambda: (q.pop("u"), q.pop("u", "gone")))
attempt("items", lambda: sorted(q.items()))
attempt("get_all missing", lambda: q.get_all("nope"))
attempt("dict", lambda: sorted(dict(q)))
attempt("from_dict", lambda: (q.from_dict({"only": [1, 2], "z": "y"}), q.to_dict()))
attempt("from_dict bad", lambda: q.from_dict(5))
attempt("from_dict pairs", lambda: q.from_dict([("m", "n")]))
attempt("clear", lambda: (q.clear(), q.to_dict()))
q["left"] = "over"
'''
STEPS = [("query", "given", "1"), ("query", "several", ["a", "b"]), ("run",)]
