"""The table of data: ``data_editor``, ``dataframe`` (its read-only face) and ``table``."""
