"""Notes in a SQLite database, by way of st.connection.

They are kept in the temporary folder, or in the file that the script is given:

    desklit samples/notebook.py notes.db
"""

import sys
import tempfile
from pathlib import Path

import streamlit as st
from sqlalchemy import text

TAGS = ["idea", "to do", "recipe"]
FILE = Path(sys.argv[1] if len(sys.argv) > 1 else Path(tempfile.gettempdir(), "desklit-notes.db"))

notes = st.connection("notes", type="sql", url=f"sqlite:///{FILE.absolute()}")


def change(statement, **values):
    """Change the database; what was read before is out of date then."""
    with notes.session as session:
        session.execute(text(statement), values)
        session.commit()
    st.cache_data.clear()


def fields(title="", body="", tag=TAGS[0], key="new"):
    return {
        "title": st.text_input("Title", title, key=f"title {key}"),
        "body": st.text_area("Note", body, key=f"body {key}"),
        "tag": st.pills("Tag", TAGS, default=tag, key=f"tag {key}", required=True),
    }


@st.dialog("A new note", icon=":material/edit_note:")
def write():
    with st.form("new", border=False):
        values = fields()
        if st.form_submit_button("Keep it", type="primary"):
            if values["title"]:
                change("insert into note (title, body, tag) values (:title, :body, :tag)", **values)
                st.rerun()
            st.error("It needs a title.")


def show(note):
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center", wrap=False):
            st.markdown(f"**{note.title}** :gray-badge[{note.tag}]")
            st.space("stretch")
            with st.popover("", icon=":material/edit:", type="tertiary", key=f"edit {note.id}"):
                values = fields(note.title, note.body, note.tag, key=note.id)
                if st.button("Keep", key=f"keep {note.id}", type="primary"):
                    change("update note set title = :title, body = :body, tag = :tag where id = :id",
                           id=note.id, **values)  # fmt: skip
                    st.rerun()
            if st.button("", icon=":material/delete:", type="tertiary", key=f"drop {note.id}"):
                change("delete from note where id = :id", id=note.id)
                st.rerun()
        if note.body:
            st.write(note.body)


st.set_page_config(page_title="Notebook", page_icon=":material/menu_book:")
if "ready" not in st.session_state:
    change("create table if not exists note (id integer primary key, title text, body text, tag text)")
    st.session_state.ready = True

with st.sidebar:
    if st.button("New note", icon=":material/add:", type="primary", width="stretch", shortcut="Ctrl+M"):
        write()
    words = st.text_input("Search", icon=":material/search:", key="words", live=True)
    tags = st.pills("Tags", TAGS, selection_mode="multi", key="tags")

found = notes.query(
    "select * from note where title like :words or body like :words order by id desc",
    params={"words": f"%{words}%"},
    ttl="10m",
    show_spinner=False,
)
chosen = found[found.tag.isin(tags)] if tags else found

st.title("Notebook")
st.caption(f"{len(chosen)} of {len(found)} notes in {FILE.name}")
if found.empty:
    st.info("Nothing here. Write a note with the button at the left.", icon=":material/info:")
for note in chosen.itertuples():
    show(note)
