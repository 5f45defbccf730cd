"""A session as a file: what its widgets and its script hold, to be taken up again later or elsewhere."""
