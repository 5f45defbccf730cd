"""The table of data: ``data_editor``, ``dataframe`` (its read-only face) and ``table``."""

from . import static, view
from .declaration import data_editor, dataframe, table

__all__ = ["data_editor", "dataframe", "static", "table", "view"]
