"""The differences from Streamlit that are kept on purpose: a scenario's or example's name, and the reason."""

from __future__ import annotations

import re
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Known:
    """A difference that the fuzzer comes across again and again.

    ``script`` and ``difference`` are regular expressions, searched for in the case's script and in what
    the comparison says.
    """

    script: str
    difference: str
    reason: str

    def matches(self, script: str, difference: str) -> bool:
        return bool(re.search(self.script, script) and re.search(self.difference, difference))


KEPT_IN_FUZZING: tuple[Known, ...] = (
    Known("file_uploader", r"UploadedFile\(", "the repr of an uploaded file names what only a server has"),
    Known(
        r"S\[|S\.setdefault", r"raises \['TypeError'\]|is 'exception' in the place of",
        "a value of the wrong type under a widget's key: Streamlit refuses it in the run "
        "that set it and hands it "
        "to the script in the next; desklit goes on refusing it",
    ),
    Known(
        "st.slider", r"place of '(\"`)?[-0-9.]+(`\")?'$",
        "a slider that had one handle and gets two: desklit takes its default at once, "
        "Streamlit hands the script "
        "one number for a run first",
    ),
    Known(
        "disabled=", r"is '.*True.*' in the place of '.*False.*'",
        "a button that is disabled by the run that its click caused: Streamlit drops the click",
    ),
)
