"""Lists, dicts, sets and objects in session state: changed in place, shared, replaced, of widgets."""
SCRIPT = '''
import dataclasses
import streamlit as st
s = st.session_state
@dataclasses.dataclass
class Todo:
    title: str
    done: bool = False
s.setdefault("todos", [])
s.setdefault("by_name", {})
s.setdefault("seen", set())
s.setdefault("nested", {"a": {"b": [0]}})
if st.button("add", key="add"):
    s.todos.append(Todo(f"todo {len(s.todos)}"))
    s.by_name[f"n{len(s.by_name)}"] = len(s.todos)
    s.seen |= {len(s.seen)}
    s.nested["a"]["b"] += [len(s.nested["a"]["b"])]
for n, todo in enumerate(s.todos):
    todo.done = st.checkbox(todo.title, value=todo.done, key=f"done {n}")
alias = s.todos
alias.append(Todo("temporary"))
st.write(len(s.todos), len(alias), alias is s.todos)
alias.pop()
m = st.multiselect("m", ["x", "y", "z"], key="m")
m.append("z")
st.write(m, s.m)
st.write([t.title for t in s.todos], s.by_name, sorted(s.seen), s.nested)
'''
STEPS = [("click", "button", "add"), ("click", "button", "add"), ("set", "multiselect", "m", ["x", "y"]), ("run",)]
