"""``desklit bundle``: an app with all that it needs in one folder, for machines without Python."""
