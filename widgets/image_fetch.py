"""Pictures from the web, fetched without holding up the window."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest
from PySide6.QtWidgets import QWidget

_log = logging.getLogger("desklit.widgets")
PATIENCE = 20_000  # ms


def fetch(address: str, owner: QWidget, then: Callable[[bytes], None]) -> None:
    """Get what is at an address and hand it on; a failure is logged.

    Args:
        address: ``http://`` or ``https://``.
        owner: The widget that asks; when it goes, so does the request.
        then: Called with the content.
    """
    manager = QNetworkAccessManager(owner)
    request = QNetworkRequest(QUrl(address))
    request.setTransferTimeout(PATIENCE)
    reply = manager.get(request)

    def on_finished() -> None:
        if reply.error() == QNetworkReply.NetworkError.NoError:
            then(bytes(reply.readAll().data()))
        else:
            _log.warning("The picture at %s could not be fetched: %s", address, reply.errorString())
        manager.deleteLater()

    reply.finished.connect(on_finished)
