"""st.connection to SQLite from the secrets: session, connect, query with parameters, what is kept."""
FILES = {
    "app.py": '''
import streamlit as st
from sqlalchemy import text
from streamlit.connections import SQLConnection
notes = st.connection("notes", type="sql")
typed = st.connection("typed")
st.write(type(typed).__name__, typed.driver, str(typed.engine.url), dict(notes._secrets) == {"url": "sqlite:///notes.db"})
if "filled" not in st.session_state:
    st.session_state.filled = True
    with notes.session as session:
        session.execute(text("create table if not exists note (id integer, body text)"))
        session.execute(text("delete from note"))
        session.execute(text("insert into note values (1, 'one'), (2, 'two')"))
        session.commit()
if st.button("add", key="add"):
    with notes.session as session:
        session.execute(text("insert into note values (3, 'three')"))
        session.commit()
if st.button("reset", key="reset"):
    notes.reset()
if st.button("clear", key="clear"):
    st.cache_data.clear()
st.write(notes.query("select * from note").values.tolist())
st.write(len(notes.query("select * from note", ttl=0)), len(typed.query("select * from note")))
st.write(notes.query("select * from note where id = :id", params={"id": 2}, index_col="id").to_dict())
frame = notes.query("select * from note", show_spinner=False)
frame["more"] = 1
st.write(list(notes.query("select * from note", show_spinner=False).columns))
with notes.connect() as connection:
    st.write(connection.execute(text("select count(*) from note")).scalar())
st.write(notes.query("select id from note", dtype={"id": "float64"})["id"].tolist())
auto = st.connection("auto", type=SQLConnection, url="sqlite://", autocommit=True)
st.write(auto.engine.get_execution_options().get("isolation_level"), auto is notes)
''',
    ".streamlit/secrets.toml": '''
[connections.notes]
url = "sqlite:///notes.db"
[connections.typed]
type = "sql"
url = "sqlite:///notes.db"
''',
}
STEPS = [("run",), ("click", "button", "add"), ("click", "button", "reset"), ("click", "button", "clear"), ("run",)]
