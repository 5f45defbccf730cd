"""The differences from Streamlit that are kept on purpose: a scenario's or example's name, and the reason."""

from __future__ import annotations

KEPT: dict[str, str] = {}
