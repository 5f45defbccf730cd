"""When desklit itself ends: how it is told, now or at the next start."""
