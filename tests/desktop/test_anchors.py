from __future__ import annotations

import pytest

SCRIPT = """
    import streamlit as st

    st.title("Top")
    for n in range(40):
        st.write("line", n)
    st.header("Costs & prices", anchor="costs")
    st.write("below")
    st.markdown("text\\n\\n## Own results\\n\\nmore")
    st.markdown("## Hidden part", anchors=False)
    for n in range(40):
        st.write("more", n)
"""


@pytest.mark.parametrize("anchor", ["costs", "own-results"])
def test_a_link_within_the_page_scrolls_to_its_heading(open_script, anchor):
    window = open_script(SCRIPT)
    bar = window.area.verticalScrollBar()
    assert bar.value() == 0
    window.scene.link_activated.emit(f"#{anchor}")
    assert bar.value() > 500
    window.scene.link_activated.emit("#top")
    assert bar.value() < 100


@pytest.mark.parametrize("anchor", ["", "nowhere", "hidden-part"])
def test_a_link_to_nowhere_does_nothing(open_script, anchor):
    window = open_script(SCRIPT)
    window.scene.link_activated.emit(f"#{anchor}")
    assert window.area.verticalScrollBar().value() == 0
