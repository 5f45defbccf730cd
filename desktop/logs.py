"""desklit's own log on the terminal, as ``logger.level`` and ``logger.messageFormat`` want it."""

from __future__ import annotations

import logging

from ..state.config import Config


def log_to_terminal(config: Config) -> None:
    """Let what desklit logs appear on the standard error output.

    Args:
        config: Its ``logger`` options; a format that logging can't use is replaced by the default.
    """
    log = logging.getLogger("desklit")
    log.setLevel(str(config.get("logger.level")).upper())
    handler = logging.StreamHandler()
    try:
        handler.setFormatter(logging.Formatter(config.get("logger.messageFormat")))
    except ValueError as error:
        handler.setFormatter(logging.Formatter(str(config.options["logger.messageFormat"].default)))
        log.addHandler(handler)
        log.warning("logger.messageFormat can't be used: %s", error)
        return
    log.addHandler(handler)
