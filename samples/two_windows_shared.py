"""A module is imported once per process, so all windows see the same list."""

clicks: list[str] = []
