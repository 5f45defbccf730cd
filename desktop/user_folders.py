"""Where this user's files of desklit lie: what windows remember, and logs."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def state_folder() -> Path:
    """What can be lost without harm, such as where a window stood."""
    if sys.platform == "linux":  # the rule in short, since each start asks for it
        given = os.environ.get("XDG_STATE_HOME", "").strip()
        return (Path(given) if given else Path.home() / ".local" / "state") / "desklit"
    import platformdirs

    return Path(platformdirs.user_state_dir("desklit", appauthor=False))


def log_folder() -> Path:
    """Where the logs are."""
    if sys.platform == "linux":
        return state_folder() / "log"
    import platformdirs

    return Path(platformdirs.user_log_dir("desklit", appauthor=False))
