"""What a test says of the world around its script: secrets, user, context, state, the address."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from ...state.secrets import OwnUser, Secrets
from ...state.surroundings import Surroundings
from .mapping import TestQueryParams, TestSessionState

if TYPE_CHECKING:
    from .headless import HeadlessSession


class Surrounded:
    """What is not on the page and yet for the script to see.

    Args:
        session: The session whose script it surrounds.
    """

    def __init__(self, session: HeadlessSession) -> None:
        self.secrets: dict[str, Any] = {}
        self.user: dict[str, Any] = {"email": "test@example.com"}
        self.context: dict[str, Any] = {}
        self.session_state = TestSessionState(session.state, self._on_change)
        self.query_params = TestQueryParams(session.state.query)
        self._session = session
        self._changed = False
        self._told = self._known()

    def _on_change(self) -> None:
        """The test has changed something that the next run is to see."""
        self._changed = True

    @property
    def _surroundings_changed(self) -> bool:
        """Whether there is news for the script since its last run."""
        return self._changed or bool(self._known() != self._told)

    def _hand_on(self) -> None:
        """Give the script all of it."""
        files = self._session.runner.config.get("secrets.files")
        self._session.state.surroundings = Surroundings(
            Secrets(files, self.secrets or None), OwnUser(self.user), given=dict(self.context)
        )

    def _take_for_told(self) -> None:
        """What there is now is no news any more."""
        self._changed = False
        self._told = self._known()

    def _known(self) -> Any:
        return copy.deepcopy((self.secrets, self.user, self.context, dict(self.query_params)))
