"""Write the list of supported commands into README.md, from what desklit has.

Usage: python tools/supported.py [--check]

With --check nothing is written; the exit status says whether README.md is up to date.
"""

from __future__ import annotations

import sys
from pathlib import Path

import desklit
from desklit.widgets.catalog import Missing

# The public names of Streamlit 1.67, by the groups of its reference.
GROUPS = {
    "Text": "write write_stream title header subheader markdown caption text code latex divider badge echo "
    "help html iframe",
    "Data": "dataframe data_editor table metric json",
    "Charts": "line_chart area_chart bar_chart scatter_chart map pyplot altair_chart vega_lite_chart "
    "plotly_chart pydeck_chart graphviz_chart mermaid_chart echarts_chart",
    "Input widgets": "button download_button link_button menu_button checkbox toggle radio selectbox "
    "multiselect pills segmented_control feedback select_slider slider number_input text_input text_area "
    "date_input datetime_input time_input color_picker file_uploader camera_input audio_input pagination",
    "Media": "image audio video pdf logo",
    "Layout": "sidebar bottom columns container grid tabs expander popover empty space",
    "Chat": "chat_message chat_input",
    "Status": "progress spinner status toast skeleton success info warning error exception balloons snow",
    "App logic": "form form_submit_button fragment dialog rerun stop App",
    "Navigation": "navigation Page page_link switch_page",
    "State and caching": "session_state query_params context cache_data cache_resource",
    "User and login": "login logout user",
    "Configuration": "set_page_config get_option set_option",
    "Connections and secrets": "connection secrets",
}

NAMES = {group: tuple(names.split()) for group, names in GROUPS.items()}

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- supported:begin -->\n", "<!-- supported:end -->"


def is_supported(name: str) -> bool:
    """Whether ``st.<name>`` is there. It is really looked up: a file that is missing is an error."""
    try:
        found = getattr(desklit, name)
    except AttributeError:
        return False
    if name in desklit.COMMANDS:
        desklit.catalog.find(name)
    return not isinstance(found, Missing)


def listing() -> str:
    """The section's text: a count, and a row for each group of commands."""
    supported = {name for names in NAMES.values() for name in names if is_supported(name)}
    total = sum(map(len, NAMES.values()))
    rows = [
        f"**{len(supported)} of {total}** of Streamlit's commands, each with all its parameters:",
        "",
        "| | here | not yet |",
        "|---|---|---|",
    ]
    for group, names in NAMES.items():
        here = [f"`{name}`" for name in names if name in supported]
        missing = [f"`{name}`" for name in names if name not in supported]
        rows.append(f"| {group} | {' '.join(here) or '–'} | {' '.join(missing) or '–'} |")
    return "\n".join(rows) + "\n"


def updated(text: str) -> str:
    """README's text with the section as it has to be.

    Raises:
        ValueError: One of the two markers is missing.
    """
    before, found, rest = text.partition(BEGIN)
    _, found_end, after = rest.partition(END)
    if not (found and found_end):
        raise ValueError(f"README.md lacks {BEGIN.strip()} or {END}")
    return before + BEGIN + listing() + END + after


def main(arguments: list[str]) -> int:
    text = README.read_text(encoding="utf-8")
    new = updated(text)
    if arguments == ["--check"]:
        if new != text:
            print("README.md is out of date: run `make readme`.")
        return int(new != text)
    if arguments:
        print(__doc__)
        return 2
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
