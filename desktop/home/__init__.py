"""The window that ``desklit`` opens on its own: recent apps, samples, and a place to drop a script on."""
