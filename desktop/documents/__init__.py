"""Sessions as files: saved, opened, kept for after a crash."""
