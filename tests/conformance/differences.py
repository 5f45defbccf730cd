"""The differences from Streamlit that are kept on purpose: a scenario's or example's name, and the reason."""

from __future__ import annotations

KEPT: dict[str, str] = {
    "fragment_basic": "Streamlit's AppTest runs the whole script for a widget of a fragment, where Streamlit "
    "itself runs the fragment alone; so does desklit's.",
    "kept_app_test": "Streamlit's AppTest lets a test do what no user can: take back a required "
    "choice, empty "
    "a required field, enter a text that `validate` refuses; desklit's keeps the last value.",
    "mutable_defaults": "Streamlit gives the script the state's own list once it has dropped options that "
    "are gone; a script of desklit always gets a copy.",
    "kept_accidents": "Streamlit fails there in its own or protobuf's insides, or takes what means nothing; "
    "desklit names the argument and what it accepts, or does what was meant.",
    "kept_options": "Of options with equal labels, Streamlit takes the last one or the first one "
    "from the next "
    "run on, and texts for the members of an Enum of texts; desklit keeps what was chosen.",
    "kept_replaced": "Where a container replaces another one in st.empty, Streamlit leaves what the "
    "new one does "
    "not overwrite, and a handle of the old one writes into the new one.",
    "kept_wording": "desklit words its own messages.",
}

KEPT_CASES: dict[str, str] = {
    "61-60": "A user's choice in a bound widget is in a browser's address at once; AppTest has no browser, "
    "so that the widget begins with an address that is out of date when it comes back after failed runs.",
}
"""Cases of the fuzzer (``seed-number``, of eight steps) in which the fault is AppTest's."""

_CLOCK = "what it shows is the time at which it is played"
UNSTEADY: dict[str, str] = {
    "arguments_color_and_files": "the identifier of an uploaded file is random",
    "arguments_date_time": _CLOCK,
    "arguments_datetime_input": _CLOCK,
    "date_values": _CLOCK,
    "labels_kinds": _CLOCK,
    "on_change_ignore_kinds": _CLOCK,
}
"""Scenarios in which Streamlit itself does not do the same twice; those values are not compared."""
